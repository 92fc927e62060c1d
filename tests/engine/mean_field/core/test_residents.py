"""Where the twin's week says a rule in another form than the engines do, both say the same."""

import numpy as np
import pytest

from ikdsim.agency.conditions import Conditions, Visit
from ikdsim.engine.mean_field.core.residents import three
from ikdsim.engine.mean_field.look_ahead import supply_ahead
from ikdsim.randomness import ONE, due, threshold
from ikdsim.resident import causes as c
from ikdsim.resident import stages as s
from ikdsim.resident.columns import LEVELS
from ikdsim.resident.confirmation import DISENCHANTMENT_SLOT
from ikdsim.resident.cumulative_hazards import has_passed, share_of_week
from ikdsim.resident.factors import own_factor
from ikdsim.resident.persuasion import accepts_on_the_spot
from ikdsim.resident.tables import build_tables
from ikdsim.service.kinds import BOTRAM_VILLAGE
from ikdsim.service.opening import Services
from ikdsim.service.programme import Programme
from tests.factories import TOWN, make_conditions, make_parameters

TABLES = build_tables(make_parameters())
MANY = 20_000
STANDARD_ERRORS = 4.0


@pytest.mark.parametrize("stage", range(len(s.STAGES)))
def test_acceptance_is_in_proportion_to_what_officers_and_usefulness_add(stage):
    for trust in range(LEVELS):
        for literacy in range(0, LEVELS, 15):
            once = accepts_on_the_spot(stage, trust, literacy, 1.0, TABLES)
            assert accepts_on_the_spot(stage, trust, literacy, 1.7, TABLES) == pytest.approx(1.7 * once)


def test_a_confirmed_resident_is_disenchanted_like_an_active_one_but_less_often():
    for trust in range(LEVELS):
        active = own_factor(s.ACTIVE, DISENCHANTMENT_SLOT, 1, 1, 0, trust, 0, TABLES)
        confirmed = own_factor(s.CONFIRMED, 1, 1, 1, 0, trust, 0, TABLES)
        assert confirmed == pytest.approx(TABLES.confirmed_lapse * active)


def test_lapsed_residents_come_back_alike():
    for trust in range(0, LEVELS, 5):
        for literacy in range(0, LEVELS, 5):
            assert own_factor(s.LAPSED, 0, 1, 1, literacy, trust, 0, TABLES) == 1.0


def test_walk_ins_and_visits_have_the_same_own_factor():
    for literacy in range(LEVELS):
        for band in range(5):
            walks, visits = (own_factor(s.INTENDING, slot, 1, band, literacy, 99, 0, TABLES) for slot in (0, 1))
            assert walks == visits


def first_of_three(hazards: tuple[float, ...]) -> np.ndarray:
    """Share of many residents whom each rival cause moves in a week, by thresholds and cumulative hazards."""
    steps = [round(hazard * ONE) for hazard in hazards]
    moved = np.zeros(len(hazards))
    for resident in range(MANY):
        shares = []
        for cause, step in enumerate(steps):
            at = due(0, threshold(1, resident, cause, 0), 1.0)
            shares.append(share_of_week(at, step, step) if has_passed(step, at) else 2.0)
        if min(shares) < 2.0:
            moved[int(np.argmin(shares))] += 1
    return moved / MANY


@pytest.mark.parametrize("hazards", [(0.02, 0.01, 0.005), (0.5, 1.5, 0.1), (4.0, 2.0, 3.0)])
def test_rival_causes_share_the_week_by_their_hazards(hazards):
    expected, seen = np.array(three(*hazards)), first_of_three(hazards)
    assert (np.abs(seen - expected) < STANDARD_ERRORS * np.sqrt(expected * (1.0 - expected) / MANY)).all()


def one_week(conditions: Conditions) -> Programme:
    """A programme of one week."""
    return Programme([conditions], Services(conditions.region), 1.0)


def test_hazards_are_those_of_the_plan_for_any_share_of_users():
    programme = one_week(make_conditions())
    supply, planned = supply_ahead(programme), programme.week(programme.first_week)
    for cause, hazard in planned.hazards.items():
        if c.GROUPS[cause] != c.OCCUPATION:
            assert np.array_equal(supply.weeks[0]["hazard"][:, cause], np.broadcast_to(hazard, 2))
    for cause, contact in planned.contact_hazards.items():
        line = supply.weeks[0]["hazard"][:, cause] + 0.37 * supply.weeks[0]["per_user"][cause]
        assert np.allclose(contact.at(np.full(2, 0.37)), line)


def test_hazards_of_an_occupation_are_those_of_the_plan():
    programme = one_week(make_conditions())
    supply, planned = supply_ahead(programme), programme.week(programme.first_week)
    assert np.array_equal(supply.weeks[0]["decision"], planned.hazards[c.DECISION])
    assert np.array_equal(supply.weeks[0]["rejection"], planned.hazards[c.REJECTION])


def test_every_week_finds_its_own_supply():
    usual, visited, quiet = (make_conditions(week=week) for week in (300, 301, 302))
    visited.visits.append(Visit(BOTRAM_VILLAGE, TOWN, 600.0))
    programme = Programme([usual, visited, quiet], Services(usual.region), 1.0)
    supply = supply_ahead(programme)
    stations = supply.stations[supply.weeks["supply"]]
    assert np.array_equal(stations["capacity_ms"], [week.opening.supply.capacity_ms for week in programme])
    assert stations["visit"].sum(axis=(1, 2)).tolist() == [0.0, 1.0, 0.0]


def test_stations_share_all_who_come():
    supply = supply_ahead(one_week(make_conditions()))
    (stations,) = supply.stations
    assert np.allclose(stations["walk_in"].sum(axis=0), 1.0)
    assert np.allclose(stations["errand"].sum(axis=0), 1.0)
    assert stations["visit"].sum() == 0.0
    drawing = np.flatnonzero((stations["walk_in"] + stations["errand"]).sum(axis=1))
    assert set(drawing) == {station for station in supply.open_stations[0] if station >= 0}
