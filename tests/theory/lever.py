"""A lever by itself: what becomes of users under it, and which service points work otherwise."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache

import numpy as np

from ikdsim.clock import week_of
from ikdsim.policy.base import Policy
from ikdsim.service.kinds import KINDS
from ikdsim.service.service import Opening
from ikdsim.twin import Twin
from tests.factories import make_scenario

START, END = date(2024, 1, 1), date(2025, 12, 28)
FIRST = week_of(START)
"""The lever's first week, which is its number: a run begins in week 1."""
SCALE = 50.0
FULL_DESKS = {
    "persuasion.explanation": 0.6,
    "decision.weekly": 0.05,
    "decision.at_once": 2.0,
    "disposition.attitude": 0.15,
    "structure.desk_share": 0.05,
}
"""With these many want IKD, and desks have no time for all of them."""


@cache
def usual(**numbers: float) -> Twin:
    """The twin without any lever, with desks that are full but for other `numbers` of the register."""
    return Twin(make_scenario(end=END, parameters=FULL_DESKS | numbers), seed=1, scale=SCALE)


def under(*levers: Policy, **numbers: float) -> Twin:
    """The twin of the same people under levers."""
    before = usual(**numbers)
    return before.under(replace(before.setup.scenario, policies=levers)) if levers else before


def users(*levers: Policy, **numbers: float) -> np.ndarray:
    """Expected users at the end of each week, by place."""
    return under(*levers, **numbers).run().users


def gain(*levers: Policy, **numbers: float) -> np.ndarray:
    """Expected users whom the levers add by the end, by place."""
    return users(*levers, **numbers)[-1] - users(**numbers)[-1]


def assert_nothing_before_its_start(lever: Policy) -> None:
    """Until its first week all stand as they do without it, then no longer."""
    with_it, without = users(lever), users()
    assert np.array_equal(with_it[: FIRST - 1], without[: FIRST - 1])
    assert not np.array_equal(with_it[-1], without[-1])


def opening(week: int, *levers: Policy) -> Opening:
    """A week as services open it under levers."""
    return under(*levers).setup.programme.week(week).opening


def minutes(*levers: Policy, week: int = FIRST + 5) -> Mapping[str, float]:
    """Minutes of officers by kind of service point, all services together, scaled up to the real office."""
    supply = opening(week, *levers).supply
    total = (supply.capacity_ms + supply.errand_ms) * SCALE / 60_000.0
    return {name: float(total[supply.kind == kind].sum()) for kind, name in enumerate(KINDS)}


def work_otherwise(*levers: Policy, week: int = FIRST + 5) -> Mapping[str, set[str]]:
    """What the levers change in a week, by the name of what is changed: the kinds of service points where they do."""
    before, after = opening(week).supply, opening(week, *levers).supply
    changed = {}
    for name in ("capacity_ms", "errand_ms", "offer", "time_factor", "failure", "station_factor", "walk_in", "visit"):
        differs = (getattr(before, name) != getattr(after, name)).reshape(-1, len(before.kind)).any(axis=0)
        changed[name] = {KINDS[kind] for kind in before.kind[differs]}
    return {name: kinds for name, kinds in changed.items() if kinds}
