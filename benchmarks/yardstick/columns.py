"""The yardstick on ikdsim's columns engine: the whole rulebook, with the numbers of what the yardstick lacks at nought.

Everything that the benchmarks know of the engine's insides stands in this file. Every resident is an adult of 30 years,
recorded, with a phone that the app supports; each place has one station, where the desk and the visits are.
"""

from types import SimpleNamespace
from typing import Final, cast

import numpy as np
from numpy.typing import NDArray

from benchmarks.yardstick.rules import ACTIVE, Rules
from ikdsim.clock import MILLISECONDS_PER_MINUTE
from ikdsim.engine.columns.engine import ColumnsEngine
from ikdsim.engine.counters import clear_week, new_counters
from ikdsim.engine.world import NOBODY, World, new_diary
from ikdsim.provenance import load_parameters
from ikdsim.resident import causes as c
from ikdsim.resident.columns import (
    OCCUPATIONS,
    PERSON,
    TRADER_OR_WORKER,
    Residents,
    initial_state,
    new_records,
)
from ikdsim.resident.columns import columns_of as fields_of
from ikdsim.resident.contacts import ContactHazard
from ikdsim.resident.cumulative_hazards import new_cumulative_hazards
from ikdsim.resident.tables import Tables, build_tables
from ikdsim.service.exposure import Hazards
from ikdsim.service.kinds import KECAMATAN_DESK
from ikdsim.service.programme import PlannedWeek, Programme
from ikdsim.service.service import Opening
from ikdsim.service.supply import Station, Supply, new_supply

HOUSEHOLD: Final = 4
NEIGHBOURHOOD: Final = 150
"""Residents of each household and of each RT, about as in Babelan."""
BIRTH_WEEK: Final = -1565
"""Thirty years before the first week."""
MANY_TRIES: Final = 255
ADULTS: Final = np.array([0.0, 1.0, 1.0, 1.0, 1.0])
"""Factor by age band: none under 17."""


class Weeks(list[PlannedWeek]):
    """All weeks of the yardstick: what the engine reads of a programme."""

    first_week = 0


def activated(rules: Rules, seed: int) -> NDArray[np.int64]:
    """Active residents at the end of each week in each place, shape (weeks, places)."""
    weeks = Weeks(_planned_week(rules, week) for week in range(rules.weeks))
    engine = ColumnsEngine(_world(rules, seed), cast(Programme, weeks))
    counters = engine.world.counters
    seen = np.zeros((rules.weeks, len(rules.residents)), np.int64)
    engine.start(Weeks.first_week - 1)
    for week, planned in enumerate(weeks):
        clear_week(counters)
        engine.run_week(planned, planned.opening.supply)
        seen[week] = counters.stage_by_place[:, ACTIVE]
    return seen


def residents_in_memory(rules: Rules, seed: int) -> list[NDArray[np.generic]]:
    """All that the engine holds of the residents, as arrays with one row each: who they are, where they stand."""
    engine = ColumnsEngine(_world(rules, seed), cast(Programme, Weeks([_planned_week(rules, Weeks.first_week)])))
    engine.start(Weeks.first_week - 1)
    records = engine.core
    return [records.people, records.opens_household, records.standing, records.contact_due]


def _planned_week(rules: Rules, week: int) -> PlannedWeek:
    supply = _board(rules, week)
    opening = SimpleNamespace(conditions=SimpleNamespace(week=week), supply=supply)
    return PlannedWeek(cast(Opening, opening), _hazards(rules, supply), _contact_hazards(rules))


def _world(rules: Rules, seed: int) -> World:
    """The yardstick's residents before the first week."""
    residents = _residents(rules)
    places = len(rules.residents)
    return World(
        seed=seed,
        table_week=rules.weeks,
        residents=residents,
        state=initial_state(len(residents.place)),
        tables=_tables(),
        cumulative=new_cumulative_hazards(places, len(OCCUPATIONS), len(residents.neighbourhood_place)),
        supply=new_supply(_stations(places), places, len(OCCUPATIONS)),
        counters=new_counters(residents, places),
        diary=new_diary(NOBODY),
    )


def _residents(rules: Rules) -> Residents:
    """Residents of all places in turn; a column that is not set is zero for everybody."""
    starts, neighbourhood = _groups(rules.residents, NEIGHBOURHOOD)
    households = _groups(np.diff(starts), HOUSEHOLD)[0][:-1]
    people = new_records(int(starts[-1]), PERSON)
    people["place"] = rules.place_of_residents()
    first = neighbourhood[np.concatenate([[0], np.cumsum(rules.residents)[:-1]])]
    people["address"] = neighbourhood - first[people["place"]]
    people["occupation"] = TRADER_OR_WORKER
    for column in ("birth_week", "recorded_week", "supported_week"):
        people[column] = BIRTH_WEEK
    for column in ("online", "card"):
        people[column] = 1
    opens_household = np.zeros(len(people), np.uint8)
    opens_household[households] = 1
    return Residents(
        people,
        **fields_of(people),
        opens_household=opens_household,
        neighbourhood_start=starts,
        neighbourhood_place=people["place"][starts[:-1]],
        place_start=np.concatenate([[0], np.cumsum(rules.residents)]).astype(np.int32),
    )


def _groups(sizes: NDArray[np.int64], most: int) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Cut ranges of these sizes into groups of `most` and a rest: first row of each group, and each row's group."""
    ends = np.cumsum(sizes)
    firsts = [np.arange(end - size, end, most) for size, end in zip(sizes, ends, strict=True)]
    starts = np.append(np.concatenate(firsts), ends[-1])
    return starts.astype(np.int32), np.repeat(np.arange(len(starts) - 1), np.diff(starts)).astype(np.int32)


def _tables() -> Tables:
    """Own factors: 1 for what the yardstick has, 0 for what it lacks."""
    tables = build_tables(load_parameters())
    none = {name: np.zeros_like(table) for name, table in tables._asdict().items() if isinstance(table, np.ndarray)}
    return tables._replace(**none)._replace(
        media_reach=np.vstack([ADULTS, ADULTS]),
        persuaded_by_trust=np.ones_like(tables.persuaded_by_trust),
        persuaded_by_literacy=np.ones_like(tables.persuaded_by_literacy),
        decides_by_trust=np.ones_like(tables.decides_by_trust),
        turns_up_by_age=ADULTS,
        turns_up_by_literacy=np.ones_like(tables.turns_up_by_literacy),
        handling_ms=np.full_like(tables.handling_ms, MILLISECONDS_PER_MINUTE),
        trust_lost=0,
        most_tries=MANY_TRIES,
        near=0.0,
        told_at_home=0.0,
        persuaded_at_home=0.0,
    )


def _stations(places: int) -> list[Station]:
    return [Station(KECAMATAN_DESK, place) for place in range(places)]


def _board(rules: Rules, week: int) -> Supply:
    """What the one station of each place offers in `week`."""
    places = len(rules.residents)
    supply = new_supply(_stations(places), places, len(OCCUPATIONS))
    np.fill_diagonal(supply.walk_in, rules.turn_up)
    np.fill_diagonal(supply.visit, rules.turn_up_at_visit * rules.is_visited(week))
    supply.speed[:] = rules.handling_minutes
    supply.capacity_ms[:] = np.rint(rules.minutes(week) * MILLISECONDS_PER_MINUTE)
    return supply


def _hazards(rules: Rules, supply: Supply) -> Hazards:
    """Hazards of all causes that are known ahead: zero where the yardstick lacks them."""
    sizes = {c.NATION: 1, c.PLACE: len(rules.residents), c.OCCUPATION: len(OCCUPATIONS)}
    none = {cause: np.zeros(sizes[group]) for cause, group in enumerate(c.GROUPS) if group in sizes}
    return {
        **none,
        c.MEDIA: rules.hear,
        c.DECISION: np.full(len(OCCUPATIONS), rules.decide),
        c.WALK_IN: supply.walk_in.sum(axis=1),
        c.VISIT: supply.visit.sum(axis=1),
    }


def _contact_hazards(rules: Rules) -> dict[int, ContactHazard]:
    return {
        c.WORD_OF_MOUTH: ContactHazard(rate=rules.hear_from_contacts, alone=0.0, weight=1.0),
        c.PERSUASION: ContactHazard(rate=rules.persuade, alone=1.0, weight=rules.contact_weight),
        c.RECONSIDERATION: ContactHazard(rate=0.0, alone=0.0, weight=0.0),
    }
