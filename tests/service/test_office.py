"""The district office is the same desk for all places, at the way the region's map gives."""

from ikdsim.service.desk import EVERYWHERE
from ikdsim.service.kinds import DISTRICT_OFFICE
from ikdsim.service.office import DistrictOffice
from tests.factories import COAST, TOWN, two_places


def test_one_office_serves_all_places():
    region, office = two_places(), DistrictOffice()
    (station,) = office.stations(region)
    assert station == (DISTRICT_OFFICE, EVERYWHERE)
    assert [office.kilometres(station, place, region) for place in (TOWN, COAST)] == [2.0, 20.0]
