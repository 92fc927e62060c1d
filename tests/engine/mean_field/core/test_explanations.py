"""An explanation leads some to favour IKD and some of these to decide, the most open and decisive first."""

import numpy as np
import pytest

from ikdsim.engine.mean_field.core import explanations, queues
from ikdsim.engine.mean_field.core.state import CARD, GIVEN_UP, TRIES, State
from ikdsim.engine.mean_field.core.strata import READY_POOL, WAITING_POOL
from ikdsim.randomness import ONE
from ikdsim.resident import stages as s
from ikdsim.resident.persuasion import moves, stage_after_explanation
from ikdsim.service.supply import ON_ERRAND
from tests.engine.mean_field.factories import make_state
from tests.factories import TOWN, called

weigh_explanations = called(explanations.weigh_explanations)
hear_explanations = called(explanations.hear_explanations)
answer_offers, go_home = called(explanations.answer_offers), called(queues.go_home)
MANY = 20_000
AT_RANDOM = np.random.default_rng(1)


def offered_state(persuaded: float = 0.5, decided: float = 0.5) -> State:
    """Half of Town run an errand, all with a card; IKD is explained to half of them, and half of these have a turn."""
    state = make_state()
    standing = state.standing[TOWN, 0]
    standing["bound"][ON_ERRAND] = 0.5
    standing["persuaded"] = standing["convinced"] = persuaded
    standing["decided"] = standing["decided_now"] = decided
    standing["newly_decisive"] = standing["unaware_left"] = standing["aware_left"] = 1.0
    standing["newly_left"] = standing["favourable_left"] = 1.0
    state.places["told"][TOWN, CARD], state.places["taken"][TOWN, CARD] = 0.5, 0.25
    return state


def shares_after(stage: int, persuaded: float, decided: float) -> np.ndarray:
    """Share of many residents of a stage whom explanations leave in each stage, by the rule of the agents."""
    after = np.zeros(len(s.STAGES))
    for first, second in AT_RANDOM.integers(0, ONE, (MANY, 2)):
        after[stage_after_explanation(stage, moves(persuaded, first), moves(decided, second))] += 1.0 / MANY
    return after


@pytest.mark.parametrize("stage", [s.UNAWARE, s.AWARE, s.FAVOURABLE, s.REFUSING])
def test_an_explanation_leads_as_far_as_the_rule_of_the_agents_says(stage):
    expected = shares_after(stage, 0.4, 0.7)
    standing = offered_state(0.4, 0.7).standing[TOWN, 0]
    standing["won_back"] = 0.4
    pool = np.zeros(TRIES + 3)
    pool[stage] = 1.0
    decided = hear_explanations(1.0, pool, standing)
    assert pool[: s.INTENDING] == pytest.approx(expected[: s.INTENDING], abs=0.02)
    assert decided == pytest.approx(expected[s.INTENDING], abs=0.02)
    assert pool[s.REFUSING] == pytest.approx(expected[s.REFUSING], abs=0.02)


def test_who_decides_is_served_or_disappointed_and_who_waits_intends():
    state = offered_state()
    ready, waiting = state.standing["stock"][TOWN, 0, READY_POOL], state.standing["stock"][TOWN, 0, WAITING_POOL]
    ready[s.UNAWARE] = waiting[s.UNAWARE] = 64.0
    assert answer_offers(TOWN, 0, state) == (2.0, 0.0, 2.0)
    assert ready[[s.UNAWARE, s.AWARE, s.FAVOURABLE]].tolist() == [48.0, 8.0, 4.0]
    assert waiting[[s.UNAWARE, s.AWARE, s.FAVOURABLE, s.INTENDING]].tolist() == [48.0, 8.0, 4.0, 4.0]


def test_who_decides_without_a_turn_may_get_an_appointment():
    state = offered_state()
    state.places["postponed"][TOWN, CARD] = 0.125
    state.standing["stock"][TOWN, 0, READY_POOL, s.FAVOURABLE] = 64.0
    assert answer_offers(TOWN, 0, state) == (4.0, 2.0, 2.0)


def test_lapsed_residents_come_back():
    state = offered_state()
    ready = state.standing["stock"][TOWN, 0, READY_POOL]
    ready[s.LAPSED] = 64.0
    assert answer_offers(TOWN, 0, state) == (8.0, 0.0, 8.0)
    assert ready[s.LAPSED] == 48.0


def test_nobody_is_lost_on_the_way_home():
    state = offered_state()
    stock = state.standing["stock"][TOWN, 0]
    stock[READY_POOL, : GIVEN_UP + 1] = stock[READY_POOL, TRIES:][0] = 10.0
    stock[WAITING_POOL, : s.ACTIVE] = 10.0
    counted = [*range(GIVEN_UP + 1), *range(GIVEN_UP + 3, stock.shape[1])]
    before = stock[:, counted].sum()
    go_home(TOWN, 0, state)
    assert stock[:, counted].sum() == pytest.approx(before)


def weighed(state: State) -> dict[str, float]:
    """What an explanation does to Town this week."""
    weigh_explanations(0, TOWN, 0, state)
    return {
        name: float(state.standing[name][TOWN, 0]) for name in state.standing.dtype.names if name not in "stockbound"
    }


def test_explanations_persuade_more_where_officers_are_warm_and_people_open():
    usual, warm = weighed(make_state()), make_state()
    warm.supply.weeks["warmth"][0] *= 2.0
    warm = weighed(warm)
    assert warm["persuaded"] > usual["persuaded"] > usual["won_back"] > 0.0
    assert warm["decided"] == usual["decided"]
    closed = make_state()
    closed.standing["open"] = 0.5
    closed = weighed(closed)
    assert closed["convinced"] < usual["convinced"] == usual["persuaded"] == closed["persuaded"]


def test_those_just_persuaded_are_more_decisive_than_others():
    state = make_state()
    state.strata.means["openness_spread"] = state.strata.means["decisiveness_spread"] = 0.5
    state.standing["stock"][TOWN, 0, READY_POOL, s.UNAWARE] = 10.0
    here = weighed(state)
    assert here["newly_decisive"] > 1.05
    assert here["decided_now"] > here["decided"]


def test_after_explanations_the_aware_and_the_favourable_left_are_less_ready():
    state = offered_state()
    state.strata.means["openness_spread"] = state.strata.means["decisiveness_spread"] = 0.5
    state.standing["stock"][TOWN, 0, READY_POOL, [s.AWARE, s.FAVOURABLE]] = 64.0
    weigh_explanations(0, TOWN, 0, state)
    answer_offers(TOWN, 0, state)
    assert state.standing["open"][TOWN, 0] < 1.0
    assert state.standing["decisive"][TOWN, 0] < 1.0


def test_where_all_are_alike_explanations_leave_them_so():
    state = offered_state()
    state.standing["stock"][TOWN, 0, READY_POOL, [s.UNAWARE, s.AWARE, s.FAVOURABLE]] = 64.0
    weigh_explanations(0, TOWN, 0, state)
    answer_offers(TOWN, 0, state)
    assert state.standing["open"][TOWN, 0] == pytest.approx(1.0)
    assert state.standing["decisive"][TOWN, 0] == pytest.approx(1.0)
