"""The yardstick on ikdsim's columns engine: the whole rulebook, with the numbers of what the yardstick lacks at nought.

Everything that the benchmarks know of the engine's insides stands in this file. Every resident is an adult of 30 years,
recorded, with a phone that the app supports; each place has one station, where the desk and the visits are.
"""

from types import SimpleNamespace

import numpy as np
from numpy.typing import NDArray

from benchmarks.yardstick.rules import ACTIVE, Rules
from ikdsim.clock import MILLISECONDS_PER_MINUTE
from ikdsim.engine.columns.engine import ColumnsEngine
from ikdsim.engine.counters import clear_week, new_counters
from ikdsim.engine.diary import NOBODY, new_diary
from ikdsim.engine.world import World
from ikdsim.provenance import load_parameters
from ikdsim.resident import causes as c
from ikdsim.resident.changes import in_order
from ikdsim.resident.columns import OCCUPATIONS, PERSON, Residents, own_copy, residents_of
from ikdsim.resident.contacts import ContactHazard
from ikdsim.resident.cumulative_hazards import new_cumulative_hazards
from ikdsim.resident.records import new_records
from ikdsim.resident.state import initial_state
from ikdsim.resident.tables import Tables, build_tables
from ikdsim.service.kinds import KECAMATAN_DESK
from ikdsim.service.programme import PlannedWeek
from ikdsim.service.supply import Station, new_supply

HOUSEHOLD, NEIGHBOURHOOD, BIRTH_WEEK = 4, 150, -1565
"""Residents of each household and of each RT, about as in Babelan; thirty years before the first week."""


class Weeks(list[PlannedWeek]):
    """All weeks of the yardstick: what the engine reads of a programme."""

    first_week = 0


def activated(rules: Rules, seed: int) -> NDArray[np.int64]:
    engine, weeks = _started(rules, seed)
    seen = []
    for planned in weeks:
        clear_week(engine.world.counters)
        engine.run_week(planned, planned.opening.supply)
        seen.append(engine.world.counters.stage_by_place[:, ACTIVE].copy())
    return np.array(seen)


def residents_in_memory(rules: Rules, seed: int) -> list[NDArray[np.generic]]:
    """All that the engine holds of the residents, as arrays with one row each: who they are, where they stand."""
    state = _started(rules, seed)[0].core
    return [state.people, state.opens_household, state.standing, state.contact_due]


def _started(rules: Rules, seed: int) -> tuple[ColumnsEngine, Weeks]:
    """The engine with the yardstick's residents before the first week, and the weeks to come."""
    weeks = Weeks(_planned_week(rules, week) for week in range(rules.weeks))
    residents, places = own_copy(_residents(rules)), len(rules.residents)
    cumulative = new_cumulative_hazards(places, len(OCCUPATIONS), len(residents.neighbourhood_place), places)
    nobody_changes = in_order([], new_records(0, PERSON))
    state, counters, diary = initial_state(len(residents.place)), new_counters(residents, places), new_diary(NOBODY)
    supply = weeks[0].opening.supply
    world = World(seed, rules.weeks, residents, nobody_changes, state, _tables(), cumulative, supply, counters, diary)
    engine = ColumnsEngine(world, weeks)
    engine.start(Weeks.first_week - 1)
    return engine, weeks


def _residents(rules: Rules) -> Residents:
    """Residents of all places in turn; a column that is not set is zero for everybody."""
    place = rules.place_of_residents()
    place_start = np.concatenate([[0], np.cumsum(rules.residents)]).astype(np.int32)
    number = np.arange(len(place)) - place_start[place]
    starts = np.flatnonzero(number % NEIGHBOURHOOD == 0)
    people = new_records(len(place), PERSON)
    people["place"], people["address"] = place, number // NEIGHBOURHOOD
    people["birth_week"] = people["recorded_week"] = people["supported_week"] = BIRTH_WEEK
    people["online"] = people["card"] = 1
    households = (number % NEIGHBOURHOOD % HOUSEHOLD == 0).astype(np.uint8)
    rt_start = np.append(starts, len(place)).astype(np.int32)
    wards = np.arange(len(place_start))  # one in each place
    return residents_of(people, (households, rt_start, people["place"][starts], place_start, wards), "yardstick")


def _tables() -> Tables:
    """Own factors: 1 for what the yardstick has, 0 for what it lacks."""
    tables = build_tables(load_parameters())
    arrays = {name: np.zeros_like(table) for name, table in tables._asdict().items() if isinstance(table, np.ndarray)}
    ones = (
        "media_reach",
        "persuaded_by_trust",
        "persuaded_by_literacy",
        "decides_by_trust",
        "willing",
        "asked_by_place",
    )
    for name in (*ones, "turns_up_by_age", "turns_up_by_literacy"):
        arrays[name] += 1.0
    arrays["handling_ms"] += MILLISECONDS_PER_MINUTE
    return tables._replace(**arrays, trust_lost=0, most_tries=255, near=0.0, told_at_home=0.0, persuaded_at_home=0.0)


def _planned_week(rules: Rules, week: int) -> PlannedWeek:
    """What the one station of each place offers, and the hazards: zero where the yardstick lacks a cause."""
    places, occupations = len(rules.residents), len(OCCUPATIONS)
    supply = new_supply([Station(KECAMATAN_DESK, place) for place in range(places)], places, places, occupations)
    np.fill_diagonal(supply.walk_in, rules.turn_up)
    np.fill_diagonal(supply.visit, rules.turn_up_at_visit * rules.is_visited(week))
    supply.time_factor[:] = rules.handling_minutes
    supply.capacity_ms[:] = np.rint(rules.turns(week) * rules.handling_minutes * MILLISECONDS_PER_MINUTE)
    sizes = {c.NATION: 1, c.PLACE: places, c.OCCUPATION: occupations, c.WARD: places}
    hazards = {cause: np.zeros(sizes[group]) for cause, group in enumerate(c.GROUPS) if group in sizes}
    hazards |= {c.MEDIA: rules.hear, c.DECISION: np.full(occupations, rules.decide)}
    hazards |= {c.WALK_IN: supply.walk_in.sum(axis=1), c.VISIT: supply.visit.sum(axis=1)}
    told = ContactHazard(rules.hear_from_contacts, alone=0.0, weight=1.0)
    persuaded = ContactHazard(rules.persuade, alone=1.0, weight=rules.contact_weight)
    by_contacts = {c.WORD_OF_MOUTH: told, c.PERSUASION: persuaded, c.RECONSIDERATION: ContactHazard(0.0, 0.0, 0.0)}
    opening = SimpleNamespace(conditions=SimpleNamespace(week=week), supply=supply)
    return PlannedWeek(opening, hazards, by_contacts)
