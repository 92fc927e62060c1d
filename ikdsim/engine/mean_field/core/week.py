"""All weeks of a run in one call from Python: residents live, stations serve, everybody goes home and is counted."""

from ikdsim.engine.mean_field.core.queues import go_home, serve
from ikdsim.engine.mean_field.core.residents import live, wake_up
from ikdsim.engine.mean_field.core.start import start_residents
from ikdsim.engine.mean_field.core.state import State
from ikdsim.engine.mean_field.core.strata import NO_CHANGE
from ikdsim.engine.mean_field.core.transitions import count_stages, tell_households
from ikdsim.kernel import inner, kernel


@inner
def serve_all(week: int, state: State) -> None:
    """The queues of all stations to which anybody goes."""
    for station in state.supply.open_stations[state.supply.weeks[week].supply]:
        if station >= 0:
            serve(week, station, state)


@inner
def end_week(week: int, place: int, state: State) -> None:
    """Residents of a place go home, some wake up to the next week, and all count as what they are now."""
    activated = 0.0
    for stratum in range(state.standing.shape[1]):
        activated += go_home(place, stratum, state)
        wake_up(week, place, stratum, state)
    count_stages(week, place, state)
    tell_households(week, place, activated, state)


@inner
def change_means(week: int, state: State) -> None:
    """Some residents have gained something: from this week on their strata have other means."""
    change = state.strata.changed[week]
    if change != NO_CHANGE:
        for place in range(state.standing.shape[0]):
            for stratum in range(state.standing.shape[1]):
                state.strata.means[place, stratum] = state.strata.later_means[change, place, stratum]


@kernel
def run_weeks(state: State) -> None:
    """Let all weeks pass; fills the stages and activations of `state`."""
    start_residents(state)
    for week in range(len(state.stages)):
        change_means(week, state)
        for place in range(len(state.places)):
            live(week, place, state)
        serve_all(week, state)
        for place in range(len(state.places)):
            end_week(week, place, state)
