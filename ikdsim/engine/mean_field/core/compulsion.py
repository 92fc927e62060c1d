"""IKD first: who is activated before an errand is served, because officers begin with it or the service requires it.

On average, as in resident/compulsion.py. Left out: that recording never requires IKD, and the trust that a refused
service costs.
"""

from typing import Any

from ikdsim.engine.mean_field.core.errands import able_to_hear
from ikdsim.engine.mean_field.core.levels import embitter, press, pressed_of
from ikdsim.engine.mean_field.core.state import ACTIVE_LOSS, CARD, COMPELLED, NO_CARD, State
from ikdsim.engine.mean_field.core.strata import POOLS, READY_POOL, WAITING_POOL
from ikdsim.kernel import inner
from ikdsim.resident import stages as s
from ikdsim.service.supply import ON_ERRAND


@inner
def on_errand(pool: int, standing: Any) -> float:
    """Share of a pool who run an errand."""
    return float(standing.errand[pool, CARD] + standing.errand[pool, NO_CARD])


@inner
def count_asked_first(place: int, stratum: int, state: State) -> None:
    """Count those on an errand who can be activated, and those of them who would let the officer begin with IKD."""
    here, means, standing = state.places[place], state.strata.means[place, stratum], state.standing[place, stratum]
    errand = on_errand(READY_POOL, standing)
    able = errand * able_to_hear(READY_POOL, standing)
    willing = errand * (standing.stock[READY_POOL, s.LAPSED] + pressed_of(READY_POOL, means, standing))
    here.able += able
    here.able_ms += able * means.handling_ms
    here.willing += willing
    here.willing_ms += willing * means.handling_ms


@inner
def begins_with(place: int, station: Any) -> float:
    """Of those of a place on an errand, the share who are at a station and are asked, but not required, to begin."""
    return float(station.share[place, ON_ERRAND] * station.begins * (1.0 - station.requires))


@inner
def requires_of(place: int, station: Any) -> float:
    """Of those of a place on an errand, the share who are at a station for a service that requires IKD."""
    return float(station.share[place, ON_ERRAND] * station.requires)


@inner
def asked_of_others(station: Any, state: State) -> tuple[float, float]:
    """What IKD first asks of the time of other services at a station: officer time, and single times squared."""
    time, squares = 0.0, 0.0
    for place in range(len(state.places)):
        here = state.places[place]
        count, needed = requires_of(place, station) * here.able, requires_of(place, station) * here.able_ms
        if station.waits > 0.0:
            count += begins_with(place, station) * here.willing
            needed += begins_with(place, station) * here.willing_ms
        time += needed
        squares += needed * needed / count if count > 0.0 else 0.0
    return time * station.time_factor, squares * station.time_factor * station.time_factor


@inner
def ask_first(week: int, turn: float, station: Any, state: State) -> float:
    """IKD first has its turns in the time of other services, with chance `turn`; returns for which share all goes on.

    Whoever can be activated is where it is required, and whoever is willing where officers begin with it.
    """
    success, others_wait = turn * (1.0 - station.failure), station.waits > 0.0
    for place in range(len(state.places)):
        here, required, begun = state.places[place], requires_of(place, station), 0.0
        if others_wait:
            begun = begins_with(place, station)
        here.refusable += required
        here.required += required * success
        here.begun += begun * success
        state.activations[week, station.kind] += (required * here.able + begun * here.willing) * success
    return float((1.0 - station.requires) * (goes_on(turn, station, state) if others_wait else 1.0))


@inner
def goes_on(turn: float, station: Any, state: State) -> float:
    """Share of ready residents on an errand at a station with whom officers, with chance `turn` to, do not begin."""
    able, willing = 0.0, 0.0
    for place in range(len(state.places)):
        able += station.share[place, ON_ERRAND] * state.places[place].able
        willing += station.share[place, ON_ERRAND] * state.places[place].willing
    begun = station.begins * turn * (1.0 - station.failure) * willing / able if able > 0.0 else 0.0
    return float(1.0 - begun)


@inner
def be_compelled(place: int, stratum: int, state: State) -> float:
    """Residents of a stratum who were asked for IKD first are activated, or refused the service; returns how many are.

    A refusal makes opponents of some.
    """
    here, standing, means = state.places[place], state.standing[place, stratum], state.strata.means[place, stratum]
    ready, errand = standing.stock[READY_POOL], on_errand(READY_POOL, standing)
    activated = press(READY_POOL, errand * here.begun, errand * here.required, means, standing)
    for stage, share in ((s.LAPSED, here.begun + here.required), (s.REFUSING, here.required)):
        activated += ready[stage] * errand * share
        ready[stage] *= 1.0 - errand * share
    for pool in range(POOLS):
        done = here.required if pool == READY_POOL else 0.0
        refused = on_errand(pool, standing) * (here.refusable - done) * means.embittered
        standing.stock[pool, s.REFUSING] += embitter(pool, refused, standing)
    waiting = standing.stock[WAITING_POOL]
    against = waiting[s.INTENDING] * on_errand(WAITING_POOL, standing) * here.refusable * means.embittered
    waiting[s.INTENDING] -= against
    waiting[s.REFUSING] += against
    ready[ACTIVE_LOSS] += activated * means.disenchanted[0] * state.tables.compelled_lapse
    ready[COMPELLED] += activated
    return float(activated)
