"""How residents stand before the first week: waiting, or already aware."""

from ikdsim.engine.mean_field.core.levels import join
from ikdsim.engine.mean_field.core.state import State
from ikdsim.engine.mean_field.core.strata import POOLS
from ikdsim.kernel import inner
from ikdsim.resident import stages as s


@inner
def start_residents(state: State) -> None:
    """Set all adults as they stand before the first week: some are against IKD, others have heard of it."""
    for place in range(state.standing.shape[0]):
        for stratum in range(state.standing.shape[1]):
            means = state.strata.means[place, stratum]
            state.standing[place, stratum].errand_factor, state.standing[place, stratum].promptness = means.errand, 1.0
            for pool in range(POOLS):
                adults, stock = state.strata.start[place, stratum, pool], state.standing[place, stratum].stock[pool]
                stock[s.REFUSING] = adults * min(means.opposed, 1.0)
                aware = (adults - stock[s.REFUSING]) * means.already_aware
                stock[s.UNAWARE] = adults - stock[s.REFUSING] - aware
                join(pool, 0.0, aware, 0.0, means, state.standing[place, stratum])
