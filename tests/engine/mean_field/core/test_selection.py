"""Those who are left are less ready every week, and newcomers are like the stratum."""

from ikdsim.engine.mean_field.core import residents, selection
from ikdsim.engine.mean_field.core.state import State
from ikdsim.engine.mean_field.core.strata import READY_POOL
from ikdsim.resident import causes as c
from ikdsim.resident import stages as s
from tests.engine.mean_field.factories import make_state
from tests.factories import TOWN, called

chances_of, select, mix_in_aware = (
    called(residents.chances_of),
    called(selection.select),
    called(selection.mix_in_aware),
)


def state_with(hazards: dict[int, float]) -> State:
    """A state in which these causes have these hazards in Town, and no other has any."""
    state = make_state()
    for cause, hazard in hazards.items():
        state.places["hazard"][TOWN, cause] = hazard
    return state


def selected(state: State, weeks: int = 1) -> tuple[float, float]:
    """Relative openness of the aware and decisiveness of the favourable after some weeks of Town."""
    state.strata.means["openness_spread"] = state.strata.means["decisiveness_spread"] = 0.5
    for _ in range(weeks):
        select(chances_of(TOWN, 0, state), state.strata.means[TOWN, 0], state.standing[TOWN, 0])
    return float(state.standing["open"][TOWN, 0]), float(state.standing["decisive"][TOWN, 0])


def test_those_who_are_not_persuaded_and_do_not_decide_are_less_ready_every_week():
    state = state_with({c.PERSUASION: 0.1})
    state.standing["stock"][TOWN, 0, READY_POOL, s.AWARE] = 8.0
    assert selected(state, 1)[0] > selected(state, 1)[0] > 0.8
    state = state_with({c.DECISION: 0.1})
    state.standing["stock"][TOWN, 0, READY_POOL, s.FAVOURABLE] = 8.0
    assert selected(state, 1)[1] > selected(state, 1)[1] > 0.8


def test_the_newly_persuaded_are_decisive_and_those_who_only_heard_are_as_open_as_all():
    state = state_with({c.PERSUASION: 0.1})
    state.standing["stock"][TOWN, 0, READY_POOL, s.AWARE] = 8.0
    assert selected(state)[1] > 1.3
    state = state_with({c.MEDIA: 0.1})
    state.standing["stock"][TOWN, 0, READY_POOL, s.UNAWARE] = 8.0
    state.standing["open"] = 0.5
    assert selected(state)[0] == 1.0


def test_newcomers_who_have_heard_are_as_open_as_all():
    state = make_state()
    state.standing["open"] = 0.5
    state.standing["stock"][TOWN, 0, READY_POOL, s.AWARE] = 30.0
    state.strata.enter[0, TOWN, 0, READY_POOL, s.AWARE] = 10.0
    mix_in_aware(0, TOWN, 0, READY_POOL, state)
    assert state.standing["open"][TOWN, 0] == (30.0 * 0.5 + 10.0) / 40.0
