"""IKD first: a resident on an errand is activated before it is served, or is refused the service."""

from ikdsim import randomness
from ikdsim.engine.columns.core.next_event import week_when_ready
from ikdsim.engine.columns.core.state import State
from ikdsim.engine.columns.core.thresholds import RENEW_COMPELLED, RENEW_NOTHING, RENEW_STAGE, traits_now
from ikdsim.engine.columns.core.transitions import activate, be_refused, note
from ikdsim.engine.columns.core.turns import NO_TROUBLE, go_to_desk
from ikdsim.kernel import inner
from ikdsim.resident import causes as c
from ikdsim.resident import draw_numbers as d
from ikdsim.resident.compulsion import goes_along, is_required


@inner
def asks_first(station: int, state: State) -> bool:
    """Whether officers at `station` begin with IKD, or some services there require it."""
    return bool(state.stations[station].begins or state.stations[station].requires)


@inner
def service_requires_ikd(i: int, week: int, station: int, state: State) -> bool:
    """Whether resident `i` came to `station` for a service that requires IKD."""
    drawn = randomness.uniform_draw(state.seed, i, d.REQUIRED_DRAW, week)
    return is_required(drawn, state.stations[station].requires, state.people[i].recorded_week == week)


@inner
def lets_officer_begin(i: int, week: int, station: int, state: State) -> bool:
    """Whether the officer begins with IKD and resident `i` lets it happen."""
    if not state.stations[station].begins:
        return False
    who, useful = traits_now(i, week, False, state), state.useful[state.people[i].occupation]
    threshold = randomness.threshold(state.seed, i, d.PRESSED_DRAW, week)
    return goes_along(state.standing[i].stage, who, useful, threshold, state.tables)


@inner
def is_activated_at_once(i: int, week: int, station: int, others_wait: bool, state: State) -> bool:
    """Resident `i` is activated before the errand is served, if they can be, there is time, and nothing fails.

    Where `others_wait` that takes the time of other services.
    """
    if week_when_ready(i, state) > week:
        return False
    trouble = go_to_desk(i, week, station, others_wait, state)
    state.load[station].came += trouble != c.TURNED_AWAY
    if trouble != NO_TROUBLE:
        return False
    state.load[station].served += 1
    note(i, week, c.COMPELLED, station, state)
    activate(i, week, station, True, state)
    return True


@inner
def face_compulsion(i: int, week: int, station: int, state: State) -> int:
    """Resident `i`, on an errand, is asked for IKD first; returns what is to be drawn, nothing if all goes on."""
    required = service_requires_ikd(i, week, station, state)
    others_wait = required or bool(state.stations[station].waits)
    asked = required or lets_officer_begin(i, week, station, state)
    if asked and is_activated_at_once(i, week, station, others_wait, state):
        return RENEW_STAGE | RENEW_COMPELLED
    if required:
        be_refused(i, week, station, state)
        return RENEW_STAGE
    return RENEW_NOTHING
