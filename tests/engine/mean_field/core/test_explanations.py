"""An explanation leads some to favour IKD and some of these to decide, the most open and decisive first."""

import numpy as np
import pytest

from ikdsim.engine.mean_field.core import explanations, queues
from ikdsim.engine.mean_field.core.state import APPOINTED, CARD, State
from ikdsim.engine.mean_field.core.strata import READY_POOL, WAITING_POOL
from ikdsim.randomness import ONE
from ikdsim.resident import stages as s
from ikdsim.resident.persuasion import moves, stage_after_explanation
from ikdsim.service.supply import ON_ERRAND
from tests.engine.mean_field.factories import make_state
from tests.factories import TOWN, called

answer_offers, go_home = called(explanations.answer_offers), called(queues.go_home)
hear_explanations = called(explanations.hear_explanations)
MANY = 20_000
AT_RANDOM = np.random.default_rng(1)
STOCKS = (s.UNAWARE, s.REFUSING, s.LAPSED)


def offered_state(persuaded: float = 0.5, decided: float = 0.5) -> State:
    """Half of Town run an errand, all with a card; IKD is explained to half of them, and half of these have a turn."""
    state = make_state()
    standing = state.standing[TOWN, 0]
    standing["bound"][ON_ERRAND] = standing["errand"][:, CARD] = 0.5
    standing["convinced"], standing["decides_at_once"] = persuaded, decided
    state.places["told"][TOWN, CARD] = state.places["told_waiting"][TOWN, CARD] = 0.5
    state.places["taken"][TOWN, CARD] = 0.25
    return state


def shares_after(stage: int, persuaded: float, decided: float) -> np.ndarray:
    """Share of many residents of a stage whom explanations leave in each stage, by the rule of the agents."""
    after = np.zeros(len(s.STAGES))
    for first, second in AT_RANDOM.integers(0, ONE, (MANY, 2)):
        after[stage_after_explanation(stage, moves(persuaded, first), moves(decided, second))] += 1.0 / MANY
    return after


@pytest.mark.parametrize("stage", [s.UNAWARE, s.AWARE, s.FAVOURABLE, s.REFUSING])
def test_an_explanation_leads_as_far_as_the_rule_of_the_agents_says(stage):
    expected, state = shares_after(stage, 0.4, 0.7), offered_state(0.4, 0.7)
    standing, means = state.standing[TOWN, 0], state.strata.means[TOWN, 0]
    standing["won_back"] = 0.4
    if stage in STOCKS:
        standing["stock"][READY_POOL, stage] = 1.0
    else:
        standing[s.STAGES[stage]][READY_POOL, 0] = 1.0
    decided = hear_explanations(1.0, READY_POOL, means, standing)
    left = [standing["stock"][READY_POOL, s.UNAWARE], standing["aware"].sum(), standing["favourable"].sum(), decided]
    assert left == pytest.approx(expected[: s.ACTIVE], abs=0.02)
    assert standing["stock"][READY_POOL, s.REFUSING] == pytest.approx(expected[s.REFUSING], abs=0.02)


def test_who_decides_is_served_or_disappointed_and_who_waits_intends():
    state = offered_state()
    ready, waiting = state.standing["stock"][TOWN, 0, READY_POOL], state.standing["stock"][TOWN, 0, WAITING_POOL]
    ready[s.UNAWARE] = waiting[s.UNAWARE] = 64.0
    assert answer_offers(TOWN, 0, state) == (2.0, 0.0, 2.0)
    assert (ready[s.UNAWARE], waiting[s.UNAWARE], waiting[s.INTENDING]) == (48.0, 48.0, 4.0)
    assert state.standing["aware"][TOWN, 0].sum(axis=1).tolist() == [8.0, 8.0]
    assert state.standing["favourable"][TOWN, 0].sum(axis=1).tolist() == [4.0, 4.0]


def test_who_decides_without_a_turn_may_get_an_appointment():
    state = offered_state()
    state.places["postponed"][TOWN, CARD] = 0.125
    state.standing["favourable"][TOWN, 0, READY_POOL, 0] = 64.0
    assert answer_offers(TOWN, 0, state) == (4.0, 2.0, 2.0)


def test_lapsed_residents_come_back():
    state = offered_state()
    ready = state.standing["stock"][TOWN, 0, READY_POOL]
    ready[s.LAPSED] = 64.0
    assert answer_offers(TOWN, 0, state) == (8.0, 0.0, 8.0)
    assert ready[s.LAPSED] == 48.0


def test_nobody_is_lost_on_the_way_home():
    state = offered_state()
    stock, levels = state.standing["stock"][TOWN, 0], ("aware", "favourable", "given_up")
    stock[READY_POOL, : len(s.STAGES)] = stock[READY_POOL, APPOINTED:] = 10.0
    stock[WAITING_POOL, [s.UNAWARE, s.REFUSING, s.INTENDING]] = 10.0
    for stage in levels:
        state.standing[stage][TOWN, 0] = 1.0
    counted = [*range(len(s.STAGES)), *range(APPOINTED, stock.shape[1])]
    before = stock[:, counted].sum() + sum(state.standing[stage][TOWN].sum() for stage in levels)
    go_home(TOWN, 0, state)
    assert stock[:, counted].sum() + sum(state.standing[stage][TOWN].sum() for stage in levels) == pytest.approx(before)
