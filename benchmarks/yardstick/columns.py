"""The yardstick on ikdsim's columns engine: the whole rulebook, with the numbers of what the yardstick lacks at nought.

Everything that the benchmarks know of the engine's insides stands in this file. Every resident is an adult of 30 years,
recorded, with a phone that the app supports; each place has one station, where the desk and the visits are.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.yardstick.rules import ACTIVE, AWARE, FAVOURABLE, INTENDING, UNAWARE, Rules
from ikdsim.clock import MILLISECONDS_PER_MINUTE
from ikdsim.engine.columns import ColumnsEngine
from ikdsim.engine.counters import clear_week, new_counters
from ikdsim.engine.world import NOBODY, World, new_diary
from ikdsim.provenance import load_parameters
from ikdsim.resident import causes as c
from ikdsim.resident.columns import OCCUPATIONS, TRADER_OR_WORKER, Residents, initial_state
from ikdsim.resident.meters import advance, new_meters
from ikdsim.resident.tables import Tables, build_tables
from ikdsim.service.board import Board, Station, new_board
from ikdsim.service.exposure import Hazards
from ikdsim.service.kinds import KECAMATAN_DESK

HOUSEHOLD: Final = 4
NEIGHBOURHOOD: Final = 150
"""Residents of each household and of each RT, about as in Babelan."""
BIRTH_WEEK: Final = -1565
"""Thirty years before the first week."""
MANY_TRIES: Final = 255
ADULTS: Final = np.array([0.0, 1.0, 1.0, 1.0, 1.0])
"""Factor by age band: none under 17."""


def activated(rules: Rules, seed: int) -> NDArray[np.int64]:
    """Active residents at the end of each week in each place, shape (weeks, places)."""
    engine = ColumnsEngine(world_of(rules, seed))
    counters, meters = engine.world.counters, engine.world.meters
    place_of_neighbourhood = engine.world.residents.neighbourhood_place
    seen = np.zeros((rules.weeks, len(rules.residents)), np.int64)
    engine.start(-1)
    for week in range(rules.weeks):
        active = counters.stage_by_place[:, ACTIVE]
        advance(meters, _hazards(rules, rules.hazards(week, active), place_of_neighbourhood))
        clear_week(counters)
        engine.run_week(week, _board(rules, week))
        seen[week] = active
    return seen


def world_of(rules: Rules, seed: int) -> World:
    """A world of the yardstick's residents before the first week."""
    residents = _residents(rules)
    places = len(rules.residents)
    return World(
        seed=seed,
        table_week=rules.weeks,
        residents=residents,
        state=initial_state(residents),
        tables=_tables(),
        meters=new_meters(places, len(OCCUPATIONS), len(residents.neighbourhood_place)),
        board=new_board(_stations(places), places, len(OCCUPATIONS)),
        counters=new_counters(residents, places),
        diary=new_diary(NOBODY),
    )


def columns_of(world: World) -> list[NDArray[np.generic]]:
    """Every column of the residents: who they are and where they stand."""
    count = len(world.residents.place)
    return [column for column in (*world.residents, *world.state) if len(column) == count]


def _residents(rules: Rules) -> Residents:
    place = rules.place_of_residents().astype(np.uint8)
    count = len(place)
    starts, neighbourhood = _groups(rules.residents, NEIGHBOURHOOD)
    return Residents(
        place=place,
        neighbourhood=neighbourhood,
        household=_groups(np.diff(starts), HOUSEHOLD)[1],
        birth_week=np.full(count, BIRTH_WEEK, np.int16),
        sex=np.zeros(count, np.uint8),
        occupation=np.full(count, TRADER_OR_WORKER, np.uint8),
        recorded_week=np.full(count, BIRTH_WEEK, np.int16),
        device=np.zeros(count, np.uint8),
        supported_week=np.full(count, BIRTH_WEEK, np.int16),
        online=np.ones(count, np.uint8),
        literacy=np.zeros(count, np.uint8),
        trust=np.zeros(count, np.uint8),
        card=np.ones(count, np.uint8),
        neighbourhood_start=starts,
        neighbourhood_place=place[starts[:-1]],
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
        told_at_home=0.0,
        persuaded_at_home=0.0,
    )


def _stations(places: int) -> list[Station]:
    return [Station(KECAMATAN_DESK, place) for place in range(places)]


def _board(rules: Rules, week: int) -> Board:
    """What the one station of each place offers in `week`."""
    places = len(rules.residents)
    board = new_board(_stations(places), places, len(OCCUPATIONS))
    np.fill_diagonal(board.walk_in, rules.turn_up)
    np.fill_diagonal(board.visit, rules.turn_up_at_visit * rules.is_visited(week))
    board.speed[:] = rules.handling_minutes
    board.capacity_ms[:] = np.rint(rules.minutes(week) * MILLISECONDS_PER_MINUTE)
    return board


def _hazards(rules: Rules, by_place: NDArray[np.float64], place_of_neighbourhood: NDArray[np.uint8]) -> Hazards:
    """The week's hazards as the engine's causes share them out."""
    heard = by_place[place_of_neighbourhood, UNAWARE]
    visit = by_place[:, INTENDING] - rules.turn_up
    return {
        c.MEDIA: rules.hear,
        c.WORD_OF_MOUTH: heard - rules.hear,
        c.PERSUASION: by_place[place_of_neighbourhood, AWARE],
        c.DECISION: by_place[0, FAVOURABLE],
        c.WALK_IN: rules.turn_up,
        c.VISIT: visit,
    }
