"""The weeks that the twin reads are those of the programme."""

from itertools import pairwise

import numpy as np
import pytest

from ikdsim.agency.conditions import Visit
from ikdsim.engine.mean_field.look_ahead import hazard_of_places, of_places, supply_ahead
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


def test_a_place_moves_as_many_as_its_wards_do():
    programme = make_programme([make_conditions()])
    supply, planned = supply_ahead(programme), programme.week(programme.first_week)
    starts = planned.opening.ward_start
    for cause in (c.ANNOUNCEMENT, c.VISIT, c.ERRAND):
        chances = -np.expm1(-np.broadcast_to(planned.hazards[cause], starts[-1]))
        for place, (first, end) in enumerate(pairwise(starts.tolist())):
            hazard = supply.weeks[0]["hazard"][place, cause]
            assert -np.expm1(-hazard) == pytest.approx(chances[first:end].mean())


def test_what_is_known_by_ward_is_averaged_and_what_is_known_by_place_stays():
    starts = np.array([0, 3, 4])
    assert of_places(np.array([1.0, 2.0, 6.0, 5.0]), starts).tolist() == [3.0, 5.0]
    assert of_places(np.array([1.0, 2.0]), starts).tolist() == [1.0, 2.0]
    assert of_places(np.arange(8.0).reshape(4, 2), starts).tolist() == [[2.0, 3.0], [6.0, 7.0]]


def test_a_visit_to_one_ward_in_two_moves_fewer_than_half_of_it_moves():
    (one,) = hazard_of_places(np.array([2.0, 0.0]), np.array([0, 2]))
    assert one == pytest.approx(-np.log1p(-0.5 * (1.0 - np.exp(-2.0))))
    assert one < 1.0


def test_hazards_of_an_occupation_are_those_of_the_plan():
    programme = make_programme([make_conditions()])
    supply, planned = supply_ahead(programme), programme.week(programme.first_week)
    assert np.array_equal(supply.weeks[0]["decision"], planned.hazards[c.DECISION])
    assert np.array_equal(supply.weeks[0]["useful"], planned.opening.supply.useful)


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


def test_an_explanation_is_as_warm_as_the_officers_where_it_is_offered():
    usual, doubtful = (make_conditions(week=week) for week in (300, 301))
    doubtful.trust_shift = -0.2
    programme = make_programme([usual, doubtful])
    supply = supply_ahead(programme)
    for week, planned in zip(supply.weeks, programme, strict=True):
        stations, factor = supply.stations[week["supply"]], planned.opening.supply.station_factor
        for place in (TOWN, COAST):
            offers = stations["share"][:, place, ON_ERRAND] * stations["offer"]
            assert week["warmth"][place] == pytest.approx(np.average(factor, weights=offers))
    warm, cool = supply.weeks["warmth"]
    assert (cool < 0.9 * warm).all()
    assert warm[TOWN] != warm[COAST]


def test_where_nothing_is_offered_officers_are_as_today():
    programme = make_programme([make_conditions()])
    programme.openings[0].supply.offer[:] = 0
    assert supply_ahead(programme).weeks[0]["warmth"].tolist() == [1.0, 1.0]
