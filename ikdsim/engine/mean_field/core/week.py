"""The week of the mean-field twin: every stratum lives it, queues are served, and what is expected is counted."""

from ikdsim.engine.mean_field.core.competing_risks import chance_of
from ikdsim.engine.mean_field.core.queues import leave_queue, meet_officers, serve_station
from ikdsim.engine.mean_field.core.residents import (
    chances_of_cell,
    grow_up,
    move_pool,
    move_users,
    set_hazards,
    turn_up,
)
from ikdsim.engine.mean_field.core.state import CARDS, GAVE_UP, TRIES, WAYS, State
from ikdsim.engine.mean_field.core.strata import MOST_MATES, POOLS
from ikdsim.kernel import inner, kernel
from ikdsim.resident import causes as c
from ikdsim.resident import stages as s
from ikdsim.resident.stages import users_among


@inner
def start_cell(p: int, k: int, state: State) -> None:
    """Adults before the first week: some have heard of IKD."""
    for pool in range(POOLS):
        adults, aware = state.strata.start[p, k, pool], state.strata.means[p, k].already_aware
        state.standing[p, k].stock[pool, s.AWARE] = adults * aware
        state.standing[p, k].stock[pool, s.UNAWARE] = adults * (1.0 - aware)


@inner
def clear_week(p: int, state: State) -> None:
    """Nobody has come to a station of place `p` yet."""
    here = state.places[p]
    for way in range(WAYS):
        here.comers[way] = here.comers_ms[way] = here.served[way] = 0.0
    for card in range(CARDS):
        here.to_tell[card] = here.to_take[card] = here.to_take_ms[card] = 0.0
        here.told[card] = here.taken[card] = 0.0


@inner
def live_in_place(week: int, p: int, state: State) -> None:
    """Residents of place `p` move by hazard, and some turn up at stations."""
    clear_week(p, state)
    set_hazards(week, p, state)
    returns = chance_of(state.places[p].hazard[c.RETURN])
    for k in range(state.standing.shape[1]):
        chances = chances_of_cell(week, p, k, state)
        for pool in range(POOLS):
            move_pool(p, k, pool, chances, state)
        move_users(p, k, returns, state)
        turn_up(week, p, k, state)
        meet_officers(week, p, k, state)


@inner
def count_stages(week: int, p: int, state: State) -> None:
    """Residents of place `p` by stage; children are unaware, and those who gave up are favourable."""
    counted = state.stages[week, p]
    for k in range(state.standing.shape[1]):
        stock = state.standing[p, k].stock
        for pool in range(POOLS):
            for stage in range(len(s.STAGES)):
                counted[stage] += stock[pool, stage]
            counted[s.FAVOURABLE] += stock[pool, GAVE_UP]
            for tries in range(state.tables.most_tries):
                counted[s.INTENDING] += stock[pool, TRIES + tries]
    counted[s.UNAWARE] += state.places[p].children


@inner
def share_without_users(p: int, state: State) -> float:
    """Of ready residents who are activated, the share in whose household nobody else is a user."""
    free = max(0.0, 1.0 - state.places[p].users / state.strata.places[p].ready)
    share = 0.0
    for mates in range(MOST_MATES - 1, -1, -1):
        share = share * free + state.strata.places[p].mates[mates]
    return share


@inner
def end_week(week: int, p: int, state: State) -> None:
    """Queues send home those of place `p`, who count as what they are now."""
    here, activated = state.places[p], 0.0
    for k in range(state.standing.shape[1]):
        activated += leave_queue(p, k, state)
        grow_up(week, p, k, state)
    count_stages(week, p, state)
    here.users = users_among(state.stages[week, p])
    here.lapsed = state.stages[week, p, s.LAPSED]
    here.first_users = (
        activated / state.strata.places[p].ready * share_without_users(p, state) if activated > 0.0 else 0.0
    )


@kernel
def run_weeks(state: State) -> None:
    """All weeks of a run; fills the stages and activations of `state`."""
    for p in range(len(state.places)):
        for k in range(state.standing.shape[1]):
            start_cell(p, k, state)
    for week in range(len(state.stages)):
        for p in range(len(state.places)):
            live_in_place(week, p, state)
        for q in state.supply.open_stations[state.supply.weeks[week].supply]:
            if q >= 0:
                serve_station(week, q, state)
        for p in range(len(state.places)):
            end_week(week, p, state)
