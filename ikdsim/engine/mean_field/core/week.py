"""The week of the mean-field twin: every cell lives it, queues are served, and what is expected is counted."""

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
from ikdsim.engine.mean_field.core.state import CARDS, GAVE_UP, TRIES, WAYS, Expected
from ikdsim.engine.mean_field.core.strata import MOST_MATES, POOLS
from ikdsim.kernel import inner, kernel
from ikdsim.resident import causes as c
from ikdsim.resident import stages as s


@inner
def start_cell(p: int, k: int, t: Expected) -> None:
    """Adults before the first week: some have heard of IKD."""
    for pool in range(POOLS):
        adults, aware = t.cells.start[p, k, pool], t.cells.means[p, k].already_aware
        t.standing[p, k].stock[pool, s.AWARE] = adults * aware
        t.standing[p, k].stock[pool, s.UNAWARE] = adults * (1.0 - aware)


@inner
def clear_week(p: int, t: Expected) -> None:
    """Nobody has come to a station of place `p` yet."""
    here = t.places[p]
    for way in range(WAYS):
        here.comers[way] = here.comers_ms[way] = here.served[way] = 0.0
    for card in range(CARDS):
        here.to_tell[card] = here.to_take[card] = here.to_take_ms[card] = 0.0
        here.told[card] = here.taken[card] = 0.0


@inner
def live_in_place(w: int, p: int, t: Expected) -> None:
    """Residents of place `p` move by hazard, and some turn up at stations."""
    clear_week(p, t)
    set_hazards(w, p, t)
    returns = chance_of(t.places[p].hazard[c.RETURN])
    for k in range(t.standing.shape[1]):
        chances = chances_of_cell(w, p, k, t)
        for pool in range(POOLS):
            move_pool(p, k, pool, chances, t)
        move_users(p, k, returns, t)
        turn_up(w, p, k, t)
        meet_officers(w, p, k, t)


@inner
def count_stages(w: int, p: int, t: Expected) -> None:
    """Residents of place `p` by stage; children are unaware, and those who gave up are favourable."""
    counted = t.stages[w, p]
    for k in range(t.standing.shape[1]):
        stock = t.standing[p, k].stock
        for pool in range(POOLS):
            for stage in range(len(s.STAGES)):
                counted[stage] += stock[pool, stage]
            counted[s.FAVOURABLE] += stock[pool, GAVE_UP]
            for tries in range(t.tables.most_tries):
                counted[s.INTENDING] += stock[pool, TRIES + tries]
    counted[s.UNAWARE] += t.places[p].children


@inner
def share_without_users(p: int, t: Expected) -> float:
    """Of ready residents who are activated, the share in whose household nobody else is a user."""
    free = max(0.0, 1.0 - t.places[p].users / t.cells.places[p].ready)
    share = 0.0
    for mates in range(MOST_MATES - 1, -1, -1):
        share = share * free + t.cells.places[p].mates[mates]
    return share


@inner
def end_week(w: int, p: int, t: Expected) -> None:
    """Queues send home those of place `p`, who count as what they are now."""
    here, activated = t.places[p], 0.0
    for k in range(t.standing.shape[1]):
        activated += leave_queue(p, k, t)
        grow_up(w, p, k, t)
    count_stages(w, p, t)
    here.users = t.stages[w, p, s.ACTIVE] + t.stages[w, p, s.CONFIRMED]
    here.lapsed = t.stages[w, p, s.LAPSED]
    here.first_users = activated / t.cells.places[p].ready * share_without_users(p, t) if activated > 0.0 else 0.0


@kernel
def run_weeks(t: Expected) -> None:
    """All weeks of a run; fills the stages and activations of `t`."""
    for p in range(len(t.places)):
        for k in range(t.standing.shape[1]):
            start_cell(p, k, t)
    for w in range(len(t.stages)):
        for p in range(len(t.places)):
            live_in_place(w, p, t)
        for q in t.offers.open_stations[t.offers.weeks[w].board]:
            if q >= 0:
                serve_station(w, q, t)
        for p in range(len(t.places)):
            end_week(w, p, t)
