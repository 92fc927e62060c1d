"""The mean-field twin: a deterministic run of the same rulebook in expected values, a few milliseconds long.

Residents of a place who are alike form a stratum; the twin follows how many of each stratum stand in each stage. It
takes the population and the visits of a seed, so it tells what that seed's agents would do on average. People around
are those of the place: what differs between one RT and the next is left out.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.engine.mean_field.core.state import DRIVE, PLACE_NOW, QUEUE, State, standing_type
from ikdsim.engine.mean_field.core.strata import Strata
from ikdsim.engine.mean_field.core.supply import SupplyAhead
from ikdsim.engine.mean_field.core.week import run_weeks
from ikdsim.resident import stages as s
from ikdsim.resident.tables import Tables, as_record
from ikdsim.service.kinds import KINDS

STRATA_PER_PLACE: Final = 5
"""Enough for Babelan: see docs/odd.md."""


@dataclass(frozen=True)
class ExpectedRun:
    """What the twin expects, week by week, counted in simulated residents, each of whom stands for `scale` people."""

    stages: NDArray[np.float64]
    """Expected simulated residents at the end of each week; shape (weeks, places, stages)."""
    activations: NDArray[np.float64]
    """Expected activations in each week; shape (weeks, kinds of service points)."""

    @property
    def users(self) -> NDArray[np.float64]:
        """Those of them whom the official figure counts, active and confirmed; shape (weeks, places)."""
        return np.asarray(self.stages[..., s.USERS].sum(axis=-1))


def run_strata(strata: Strata, supply: SupplyAhead, tables: Tables, scale: float) -> ExpectedRun:
    """Let the strata live all weeks; one of those counted in `strata` stands for `scale` residents.

    `strata` must be made for the weeks of `supply`, and these for the same scale.
    """
    state = new_state(strata, supply, tables, scale)
    run_weeks(state)
    return ExpectedRun(state.stages, state.activations)


def new_state(strata: Strata, supply: SupplyAhead, tables: Tables, scale: float) -> State:
    """The state of a run before its first week, see run_strata."""
    weeks, places, count = strata.ready.shape
    state = State(
        scale=scale,
        strata=strata._replace(means=strata.means.copy()),
        supply=supply,
        tables=as_record(tables),
        drive=np.zeros(strata.ready.shape, DRIVE),
        standing=np.zeros((places, count), standing_type(tables.most_tries)),
        places=np.zeros(places, PLACE_NOW),
        queues=np.zeros((places, supply.stations.shape[1]), QUEUE),
        stages=np.zeros((weeks, places, len(s.STAGES))),
        activations=np.zeros((weeks, len(KINDS))),
    )
    for name in DRIVE.names or ():
        state.drive[name] = np.tensordot(supply.weeks[name], strata.means["occupation"], (1, 2))
    return state
