"""A state of the twin that can be counted by hand: two places, in each one stratum of residents who are all alike."""

from collections.abc import Mapping

import numpy as np

from ikdsim.agency.conditions import Conditions
from ikdsim.engine.mean_field.core.state import State
from ikdsim.engine.mean_field.core.strata import NO_CHANGE, PLACE_MEANS, POOLS, READY_POOL, Strata, means_type
from ikdsim.engine.mean_field.engine import new_state
from ikdsim.engine.mean_field.look_ahead import supply_ahead
from ikdsim.resident.stages import STAGES
from ikdsim.resident.tables import build_tables
from ikdsim.service.opening import Services
from ikdsim.service.programme import Programme
from tests.factories import make_conditions, make_parameters, two_places

PLACES = len(two_places().places)
RESIDENTS = 100.0
"""Residents of a place, adult and ready from the start."""
HANDLING_MS = 600_000.0


def make_programme(planned: list[Conditions]) -> Programme:
    """The programme of these weeks."""
    return Programme(planned, Services(planned[0].region), 1.0)


def make_strata(weeks: int, most_tries: int) -> Strata:
    """One stratum a place: own factors of 1, all on one level, no mates, cards for all, nobody aware or opposed."""
    strata = Strata(
        means=np.zeros((PLACES, 1), means_type(most_tries)),
        places=np.zeros(PLACES, PLACE_MEANS),
        start=np.zeros((PLACES, 1, POOLS)),
        enter=np.zeros((weeks, PLACES, 1, POOLS, len(STAGES))),
        leave=np.zeros((weeks, PLACES, 1, POOLS)),
        card=np.ones((weeks + 1, PLACES, 1, POOLS)),
        recorded=np.zeros((weeks, PLACES, 1)),
        ready=np.zeros((weeks, PLACES, 1)),
        instructed=np.zeros((weeks, PLACES, 1)),
        changed=np.full(weeks, NO_CHANGE),
        later_means=np.zeros((0, PLACES, 1), means_type(most_tries)),
    )
    for name in ("factor", "given_up", "disenchanted", "errand", "openness", "decisiveness"):
        strata.means[name] = 1.0
    strata.means["share"][..., 0] = 1.0
    strata.means["handling_ms"] = HANDLING_MS
    strata.means["occupation"][..., 0] = 1.0
    strata.places["residents"] = strata.places["ready"] = RESIDENTS
    strata.places["mates"][:, 0] = 1.0
    strata.start[..., READY_POOL] = RESIDENTS
    return strata


def make_state(weeks: int = 1, values: Mapping[str, float] | None = None) -> State:
    """A run of so many usual weeks before its first one, with other `values` of the register."""
    tables = build_tables(make_parameters(values))
    programme = make_programme([make_conditions(values, week=300 + week) for week in range(weeks)])
    return new_state(make_strata(weeks, tables.most_tries), supply_ahead(programme), tables, 1.0)
