"""How residents stand before the first week: waiting, or already aware."""

from ikdsim.engine.mean_field.core.state import State
from ikdsim.engine.mean_field.core.strata import POOLS
from ikdsim.kernel import inner
from ikdsim.resident import stages as s


@inner
def start_residents(state: State) -> None:
    """Set all adults as they stand before the first week: some have heard of IKD."""
    for place in range(state.standing.shape[0]):
        for stratum in range(state.standing.shape[1]):
            aware = state.strata.means[place, stratum].already_aware
            for pool in range(POOLS):
                adults, stock = state.strata.start[place, stratum, pool], state.standing[place, stratum].stock[pool]
                stock[s.AWARE] = adults * aware
                stock[s.UNAWARE] = adults * (1.0 - aware)
