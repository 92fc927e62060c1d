"""Turns: officers' time that a resident takes at a station, and what comes of an attempt to be activated."""

from typing import Final

from ikdsim import randomness
from ikdsim.engine.columns.core.state import State
from ikdsim.kernel import inner
from ikdsim.resident import causes as c
from ikdsim.resident import draw_numbers as d
from ikdsim.resident.implementation import handling_ms
from ikdsim.service.queue import gets_turn

NO_TROUBLE: Final = -1


@inner
def take_turn(i: int, week: int, needed: int, station: int, state: State) -> bool:
    """Take time for IKD for resident `i` at `station`, for the last one what is left; returns whether it does."""
    left = state.stations[station].capacity_ms - state.load[station].used_ms
    state.load[station].used_ms += min(left, needed)
    return gets_turn(left, needed, randomness.uniform_draw(state.seed, i, d.ACTIVATION_TURN_DRAW, week))


@inner
def take_turn_of_others(i: int, week: int, decision: int, needed: int, station: int, state: State) -> bool:
    """The same of the time of other services, by the draw for this `decision`."""
    left = state.stations[station].errand_ms - state.load[station].explained_ms
    state.load[station].explained_ms += min(left, needed)
    return gets_turn(left, needed, randomness.uniform_draw(state.seed, i, decision, week))


@inner
def go_to_desk(i: int, week: int, station: int, others_wait: bool, state: State) -> int:
    """Resident `i` tries to be activated at `station`; returns what came of it: no turn, a failure, or NO_TROUBLE.

    Where `others_wait` that takes the time of other services.
    """
    needed = handling_ms(state.people[i].literacy, state.stations[station].time_factor, state.tables)
    if others_wait:
        has_turn = take_turn_of_others(i, week, d.ACTIVATION_TURN_DRAW, needed, station, state)
    else:
        has_turn = take_turn(i, week, needed, station, state)
    if not has_turn:
        return c.TURNED_AWAY
    if randomness.uniform_draw(state.seed, i, d.FAILURE_DRAW, week) < state.stations[station].failure:
        state.load[station].failed += 1
        return c.FAILED
    return NO_TROUBLE
