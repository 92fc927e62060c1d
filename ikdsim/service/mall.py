"""The outlet of the office in a shopping centre: BTC in Bekasi Timur, in Kota Bekasi, for residents of the regency."""

from ikdsim.service.desk import Desk
from ikdsim.service.kinds import PUBLIC_SERVICE_MALL


class PublicServiceMall(Desk):
    """One desk for all places."""

    kind = PUBLIC_SERVICE_MALL
    point_id = "public_service_mall"
