"""Which desks people of a place go to this week: those with an appointment, and those whom a desk sent home."""

from typing import Any

from ikdsim.engine.mean_field.core.state import State
from ikdsim.kernel import inner
from ikdsim.service.supply import WALKING_IN


@inner
def station_at(week: int, number: int, state: State) -> Any:
    """What a station offers this week."""
    return state.supply.stations[state.supply.weeks[week].supply, number]


@inner
def walk_in_share(week: int, place: int, number: int, state: State) -> float:
    """Part of a station in those of a place who walk in this week."""
    return float(station_at(week, number, state).share[place, WALKING_IN])


@inner
def keep_appointments(week: int, place: int, state: State) -> None:
    """Those booked last week come this week; where a station is not open, they go to a desk."""
    again, again_ms = 0.0, 0.0
    for number in range(state.queues.shape[1]):
        queue = state.queues[place, number]
        queue.appointed, queue.appointed_ms = queue.booked, queue.booked_ms
        queue.booked = queue.booked_ms = 0.0
        if queue.appointed > 0.0 and station_at(week, number, state).capacity_ms == 0.0:
            again, again_ms = again + queue.appointed, again_ms + queue.appointed_ms
            queue.appointed = queue.appointed_ms = 0.0
    if again > 0.0:
        for number in state.supply.open_stations[state.supply.weeks[week].supply]:
            if number >= 0:
                share = walk_in_share(week, place, number, state)
                state.queues[place, number].appointed += again * share
                state.queues[place, number].appointed_ms += again_ms * share
    choose_other_desks(week, place, state)


@inner
def choose_other_desks(week: int, place: int, state: State) -> None:
    """Those whom a desk sent home for want of time share out among the others, as those who walk in do.

    Whose attempt failed, or whom a visit sent home, avoids no desk.
    """
    disappointed, total, here = 0.0, 0.0, state.supply.open_stations[state.supply.weeks[week].supply]
    for number in range(state.queues.shape[1]):
        disappointed += state.queues[place, number].sent_home
        state.queues[place, number].again = walk_in_share(week, place, number, state)
        total += state.queues[place, number].again
    free = state.places[place].failed
    if disappointed > 0.0:
        for number in here:
            if number >= 0:
                state.queues[place, number].again *= free / (free + disappointed)
        for avoided in range(state.queues.shape[1]):
            part = state.queues[place, avoided].sent_home / (free + disappointed)
            leave_out(week, place, avoided, part, total, state)
            state.queues[place, avoided].sent_home = 0.0


@inner
def leave_out(week: int, place: int, avoided: int, part: float, total: float, state: State) -> None:
    """Share out the `part` of a place's residents who avoid a desk among the others, if there are any."""
    if part <= 0.0:
        return
    left = total - walk_in_share(week, place, avoided, state)
    if left <= 0.0:
        state.queues[place, avoided].again += part
    else:
        for number in state.supply.open_stations[state.supply.weeks[week].supply]:
            if number >= 0 and number != avoided:
                state.queues[place, number].again += part * walk_in_share(week, place, number, state) / left
