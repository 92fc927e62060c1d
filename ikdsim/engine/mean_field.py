"""The mean-field twin: a deterministic run of the same rulebook in expected values, a few milliseconds long.

Residents of a place who are alike form a cell; the twin follows how many of each cell stand in each stage. It takes
the population and the calendar of a seed, so it tells what that seed's agents would do on average. People around are
those of the place: what differs between one RT and the next is left out.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.engine.cells import POOLS, Cells
from ikdsim.engine.expected import chance_of
from ikdsim.engine.expected_lives import chances_of_cell, grow_up, move_pool, move_users, set_hazards, turn_up
from ikdsim.engine.expected_queues import leave_queue, meet_officers, serve_station
from ikdsim.engine.expected_world import TRIES, Expected
from ikdsim.engine.offers import Offers
from ikdsim.kernel import kernel, rule
from ikdsim.resident import causes as c
from ikdsim.resident import stages as s
from ikdsim.resident.tables import Tables
from ikdsim.service.kinds import KINDS

CELLS_PER_PLACE: Final = 10
"""Enough for Babelan: see docs/odd.md."""


@dataclass(frozen=True)
class MeanField:
    """What the twin expects, week by week."""

    stages: NDArray[np.float64]
    """Expected residents at the end of each week; shape (weeks, places, stages)."""
    activations: NDArray[np.float64]
    """Expected activations in each week; shape (weeks, kinds of service points)."""

    @property
    def users(self) -> NDArray[np.float64]:
        """Active and confirmed residents, whom the official figure counts; shape (weeks, places)."""
        return np.asarray(self.stages[:, :, [s.ACTIVE, s.CONFIRMED]].sum(axis=2))


def mean_field(cells: Cells, offers: Offers, tables: Tables, scale: float) -> MeanField:
    """Run the twin; one of those counted in `cells` stands for `scale` residents.

    `cells` must be made for the weeks of `offers`, and these for the same scale.
    """
    expected = _new_run(cells, offers, tables, scale)
    run_weeks(expected)
    return MeanField(expected.stages, expected.activations)


def _new_run(cells: Cells, offers: Offers, tables: Tables, scale: float) -> Expected:
    weeks, places, count = cells.ready.shape
    return Expected(
        scale=scale,
        cells=cells,
        offers=offers,
        tables=tables,
        decision=_by_cell(offers.decision, cells),
        rejection=_by_cell(offers.rejection, cells),
        useful=_by_cell(offers.useful, cells),
        stock=np.zeros((places, count, POOLS, TRIES + tables.most_tries)),
        children=cells.residents - cells.start.sum(axis=(1, 2)),
        hazard=np.zeros((places, len(c.CAUSES))),
        users=np.zeros(places),
        lapsed=np.zeros(places),
        first_users=np.zeros(places),
        bound=np.zeros((places, count, 3)),
        accept=np.zeros((places, count, len(s.STAGES))),
        comers=np.zeros((places, 3)),
        comers_ms=np.zeros((places, 3)),
        to_tell=np.zeros((places, 2)),
        to_take=np.zeros((places, 2)),
        to_take_ms=np.zeros((places, 2)),
        served=np.zeros((places, 3)),
        told=np.zeros((places, 2)),
        taken=np.zeros((places, 2)),
        stages=np.zeros((weeks, places, len(s.STAGES))),
        activations=np.zeros((weeks, len(KINDS))),
    )


def _by_cell(by_occupation: NDArray[np.float64], cells: Cells) -> NDArray[np.float64]:
    """Numbers by week and occupation as means of each cell, shape (weeks, places, cells)."""
    by_cell = by_occupation @ cells.occupation.reshape(-1, by_occupation.shape[1]).T
    return np.ascontiguousarray(by_cell.reshape(cells.ready.shape))


@rule
def start_cell(p: int, k: int, t: Expected) -> None:
    """Adults before the first week: some have heard of IKD."""
    for pool in range(POOLS):
        adults, aware = t.cells.start[p, k, pool], t.cells.already_aware[p, k]
        t.stock[p, k, pool, s.AWARE] = adults * aware
        t.stock[p, k, pool, s.UNAWARE] = adults * (1.0 - aware)


@rule
def clear_week(p: int, t: Expected) -> None:
    """Nobody has come to a station of place `p` yet."""
    for counted in (t.comers, t.comers_ms, t.served):
        for way in range(3):
            counted[p, way] = 0.0
    for counted in (t.to_tell, t.to_take, t.to_take_ms, t.told, t.taken):
        for card in range(2):
            counted[p, card] = 0.0


@rule
def live_in_place(w: int, p: int, t: Expected) -> None:
    """Residents of place `p` move by hazard, and some turn up at stations."""
    clear_week(p, t)
    set_hazards(w, p, t)
    returns = chance_of(t.hazard[p, c.RETURN])
    for k in range(t.stock.shape[1]):
        chances = chances_of_cell(w, p, k, t)
        for pool in range(POOLS):
            move_pool(p, k, pool, chances, t)
        move_users(p, k, returns, t)
        turn_up(w, p, k, t)
        meet_officers(w, p, k, t)


@rule
def count_stages(w: int, p: int, t: Expected) -> None:
    """Residents of place `p` by stage; children are unaware, and those who gave up are favourable."""
    for k in range(t.stock.shape[1]):
        for pool in range(POOLS):
            for stage in range(len(s.STAGES)):
                t.stages[w, p, stage] += t.stock[p, k, pool, stage]
            t.stages[w, p, s.FAVOURABLE] += t.stock[p, k, pool, len(s.STAGES)]
            for tries in range(t.tables.most_tries):
                t.stages[w, p, s.INTENDING] += t.stock[p, k, pool, TRIES + tries]
    t.stages[w, p, s.UNAWARE] += t.children[p]


@rule
def share_without_users(p: int, t: Expected) -> float:
    """Of ready residents who are activated, the share in whose household nobody else is a user."""
    free = max(0.0, 1.0 - t.users[p] / t.cells.ready_in_place[p])
    share = 0.0
    for mates in range(t.cells.mates_in_place.shape[1] - 1, -1, -1):
        share = share * free + t.cells.mates_in_place[p, mates]
    return share


@rule
def end_week(w: int, p: int, t: Expected) -> None:
    """Queues send home those of place `p`, who count as what they are now."""
    activated = 0.0
    for k in range(t.stock.shape[1]):
        activated += leave_queue(p, k, t)
        grow_up(w, p, k, t)
    count_stages(w, p, t)
    t.users[p] = t.stages[w, p, s.ACTIVE] + t.stages[w, p, s.CONFIRMED]
    t.lapsed[p] = t.stages[w, p, s.LAPSED]
    if activated > 0.0:
        t.first_users[p] = activated / t.cells.ready_in_place[p] * share_without_users(p, t)


@kernel
def run_weeks(t: Expected) -> None:
    """All weeks of a run; fills the stages and activations of `t`."""
    for p in range(len(t.users)):
        for k in range(t.stock.shape[1]):
            start_cell(p, k, t)
    for w in range(len(t.stages)):
        for p in range(len(t.users)):
            live_in_place(w, p, t)
        for q in t.offers.open_stations[t.offers.board[w]]:
            if q >= 0:
                serve_station(w, q, t)
        for p in range(len(t.users)):
            end_week(w, p, t)
