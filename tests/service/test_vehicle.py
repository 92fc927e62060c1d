"""The service vehicle stops where its own visits go."""

from ikdsim.agency.conditions import Visit
from ikdsim.service.kinds import BOTRAM_VILLAGE, SERVICE_VEHICLE
from tests.factories import COAST, make_conditions, open_week, stations_of


def test_a_stop_opens_the_station_of_the_vehicle_and_no_other():
    conditions = make_conditions()
    conditions.visits.append(Visit(SERVICE_VEHICLE, COAST, (0,), 360.0, own_vehicle=True))
    supply = open_week(conditions).supply
    assert supply.capacity_ms[stations_of(SERVICE_VEHICLE, conditions)].tolist()[COAST] > 0
    assert not supply.visit[:, stations_of(BOTRAM_VILLAGE, conditions)].any()
