"""The weeks that the twin reads are those of the programme."""

import numpy as np
import pytest

from ikdsim.agency.conditions import Visit
from ikdsim.engine.mean_field.look_ahead import hazard_of_places, supply_ahead
from ikdsim.randomness import ONE
from ikdsim.resident import causes as c
from ikdsim.service.kinds import BOTRAM_VILLAGE
from ikdsim.service.supply import ON_ERRAND, TO_VISIT, WALKING_IN
from tests.engine.mean_field.factories import make_programme
from tests.factories import COAST, TOWN, make_conditions


def test_hazards_are_those_of_the_plan_for_any_share_of_users():
    programme = make_programme([make_conditions()])
    supply, planned = supply_ahead(programme), programme.week(programme.first_week)
    for cause, hazard in planned.hazards.items():
        if c.GROUPS[cause] not in (c.OCCUPATION, c.WARD):
            assert np.array_equal(supply.weeks[0]["hazard"][:, cause], np.broadcast_to(hazard, 2))
    for cause, contact in planned.contact_hazards.items():
        line = supply.weeks[0]["hazard"][:, cause] + 0.37 * supply.weeks[0]["per_user"][cause]
        assert np.allclose(contact.at(np.full(2, 0.37)), line)


def test_as_many_of_a_place_move_as_do_at_the_hazards_of_its_wards():
    by_ward, first_wards = np.array([0.1, 0.3, 0.0]), np.array([0, 2, 3])
    leave = -np.expm1(-hazard_of_places(by_ward, first_wards))
    assert leave == pytest.approx([-np.expm1(-by_ward[:2]).mean(), 0.0])


def test_hazards_of_an_occupation_are_those_of_the_plan():
    programme = make_programme([make_conditions()])
    supply, planned = supply_ahead(programme), programme.week(programme.first_week)
    assert np.array_equal(supply.weeks[0]["decision"], planned.hazards[c.DECISION])


def test_officers_of_a_place_are_the_mean_over_the_offers_that_errands_lead_to():
    programme = make_programme([make_conditions()])
    supply, factor = supply_ahead(programme), programme.openings[0].supply.station_factor
    for place in (TOWN, COAST):
        offers = supply.stations[0]["share"][:, place, ON_ERRAND] * supply.stations[0]["offer"]
        assert supply.weeks[0]["warmth"][place] == pytest.approx((offers * factor).sum() / offers.sum())


def test_without_offers_officers_make_no_difference():
    programme = make_programme([make_conditions()])
    programme.openings[0].supply.offer[:] = 0
    assert supply_ahead(programme).weeks[0]["warmth"].tolist() == [1.0, 1.0]


def test_every_week_finds_its_own_supply():
    usual, visited, quiet = (make_conditions(week=week) for week in (300, 301, 302))
    visited.visits.append(Visit(BOTRAM_VILLAGE, TOWN, (0,), 600.0))
    programme = make_programme([usual, visited, quiet])
    supply = supply_ahead(programme)
    stations = supply.stations[supply.weeks["supply"]]
    assert np.array_equal(stations["capacity_ms"], [week.opening.supply.capacity_ms for week in programme])
    assert stations["share"][..., TO_VISIT].sum(axis=(1, 2)).tolist() == [0.0, 1.0, 0.0]
    assert stations["share"][1, :, TOWN, TO_VISIT].sum() == 1.0


def test_stations_share_all_who_come():
    (stations,) = supply_ahead(make_programme([make_conditions()])).stations
    for place in (TOWN, COAST):
        assert np.isclose(stations["share"][:, place, WALKING_IN].sum(), 1.0)
        assert np.isclose(stations["share"][:, place, ON_ERRAND].sum(), 1.0)
        assert stations["share"][:, place, TO_VISIT].sum() == 0.0


def test_stations_to_which_anybody_goes_come_first():
    supply = supply_ahead(make_programme([make_conditions()]))
    drawing = np.flatnonzero(supply.stations[0]["share"].sum(axis=(1, 2)))
    assert 0 < len(drawing) < len(supply.open_stations[0])
    assert supply.open_stations[0][: len(drawing)].tolist() == drawing.tolist()
    assert set(supply.open_stations[0][len(drawing) :]) == {-1}


def test_chances_are_probabilities():
    programme = make_programme([make_conditions()])
    (stations,) = supply_ahead(programme).stations
    assert np.array_equal(stations["offer"] * ONE, programme.openings[0].supply.offer)
    assert np.array_equal(stations["failure"] * ONE, programme.openings[0].supply.failure)
    assert 0.0 < stations["offer"].max() <= 1.0
