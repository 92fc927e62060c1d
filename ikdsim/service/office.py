"""The district office of Disdukcapil in Cikarang Pusat: everything can be done there, and it is far."""

from ikdsim.service.desk import Desk
from ikdsim.service.kinds import DISTRICT_OFFICE


class DistrictOffice(Desk):
    """One desk for all places."""

    kind = DISTRICT_OFFICE
    point_id = "district_office"
