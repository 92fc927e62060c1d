"""Lives: who the residents are when a run starts, and all dated changes of them until it ends."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.clock import WEEKS_PER_YEAR, week_of, week_of_birthday
from ikdsim.population import draw_numbers
from ikdsim.population.turnover import Turnover, number_before, turnover
from ikdsim.provenance import Parameters
from ikdsim.randomness import uniforms_of
from ikdsim.region.region import Region
from ikdsim.resident import stages as s
from ikdsim.resident.changes import ARRIVAL, HEARD, Changes, in_order, new_changes
from ikdsim.resident.columns import ADULT_AGE, Residents, residents_of
from ikdsim.resident.records import copied

LEAST_ABLE = 0.01
"""Where hardly anybody has a supported phone, newcomers bring IKD less often than the nation."""


class Lives(NamedTuple):
    """The residents of a run."""

    start: Residents
    """Who they are before its first week."""
    changes: Changes


def usual_lives(
    residents: Residents, region: Region, weeks: tuple[int, int], seed: int, parameters: Parameters
) -> Lives:
    """Lives without any policy from the first to the last of `weeks`; `residents` are those on the day of the table."""
    table_week = week_of(region.table_date)
    moved = turnover(residents, table_week, weeks, seed, parameters)
    people = copied(residents.people)
    people[moved.row[moved.early]] = moved.left
    start = residents_of(people, residents.homes, residents.made_from)
    phones = np.sort(residents.supported_week[residents.recorded_week <= table_week], kind="stable")
    able = number_before(moved.week + 1, phones) / max(len(phones), 1)
    stage = _stages(moved, able, seed, parameters)
    arrivals = new_changes(ARRIVAL, moved.week, moved.row, np.arange(len(moved.row)), stage)
    heard = _heard_by_17(people, moved, weeks, seed, parameters)
    return Lives(start, in_order([arrivals, heard], moved.came))


def users_elsewhere(week: NDArray[np.int64], parameters: Parameters) -> NDArray[np.float64]:
    """Share of the nation's recorded adults who use IKD in each week, same shape: a line through the dated counts."""
    first, growth = (parameters.value(f"population.nation_{what}") for what in ("users_2023", "users_growth"))
    share: NDArray[np.float64] = np.minimum(first + growth * week / WEEKS_PER_YEAR, 1.0)
    return share


def heard_elsewhere(week: NDArray[np.int64], parameters: Parameters) -> NDArray[np.float64]:
    """Share of newcomers, and of those who turn 17, who have heard of IKD by each week; same shape."""
    return np.minimum(parameters.value("population.heard_per_user") * users_elsewhere(week, parameters), 1.0)


def _stages(moved: Turnover, able: NDArray[np.float64], seed: int, parameters: Parameters) -> NDArray[np.int64]:
    """Stage in which each newcomer starts: some adults bring IKD, others have heard of it.

    `able` is the share of recorded residents who have a supported phone by then: users are all among them.
    """
    who = moved.came
    turns_17 = who["birth_week"].astype(np.int64) + week_of_birthday(0, ADULT_AGE)
    ready = np.maximum(np.maximum(who["recorded_week"], who["supported_week"]), turns_17) <= moved.week
    chance = users_elsewhere(moved.week, parameters) / np.maximum(able, LEAST_ABLE)
    brings = ready & (uniforms_of(seed, moved.row, draw_numbers.BRINGS_IKD) < chance)
    heard = uniforms_of(seed, moved.row, draw_numbers.HAS_HEARD) < heard_elsewhere(moved.week, parameters)
    return np.select([brings, (turns_17 < moved.week) & heard], [s.ACTIVE, s.AWARE], s.UNAWARE)


def _heard_by_17(
    people: NDArray[np.void], moved: Turnover, weeks: tuple[int, int], seed: int, parameters: Parameters
) -> NDArray[np.void]:
    """At school and at home: some have heard of IKD when they turn 17."""
    until = np.full(len(people), weeks[1] + 1, np.int16)
    until[moved.row] = moved.week
    first, later = (born + week_of_birthday(0, ADULT_AGE) for born in (people["birth_week"], moved.came["birth_week"]))
    from_start = np.flatnonzero((weeks[0] <= first) & (first < until))
    came = np.flatnonzero((moved.week <= later) & (later <= weeks[1]))
    row = np.concatenate([from_start, moved.row[came]])
    week = np.concatenate([first[from_start], later[came]]).astype(np.int64)
    told = uniforms_of(seed, row, draw_numbers.HAS_HEARD) < heard_elsewhere(week, parameters)
    return new_changes(HEARD, week[told], row[told], stage=s.AWARE)
