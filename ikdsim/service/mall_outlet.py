"""The outlet of the office in a shopping centre: BTC in Bekasi Timur, in Kota Bekasi, for residents of the regency."""

from ikdsim.service.desk import Desk
from ikdsim.service.kinds import MALL_OUTLET


class MallOutlet(Desk):
    """One desk for all places."""

    kind = MALL_OUTLET
    point_id = "mall_outlet"
