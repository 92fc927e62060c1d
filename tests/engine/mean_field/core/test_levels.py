"""The ready go first: levels of a stratum empty from the top, and nobody is lost between them."""

import pytest

from ikdsim.engine.mean_field.core import levels
from ikdsim.engine.mean_field.core.competing_risks import chance_of
from ikdsim.engine.mean_field.core.levels import Drives
from ikdsim.engine.mean_field.core.state import TRIES, State
from ikdsim.engine.mean_field.core.strata import LEVELS, READY_POOL
from ikdsim.resident import stages as s
from tests.engine.mean_field.factories import make_state
from tests.factories import TOWN, called

weigh_drives, move_levels, give_up = called(levels.weigh_drives), called(levels.move_levels), called(levels.give_up)
weigh_explanations, instruct = called(levels.weigh_explanations), called(levels.instruct)
CALM = Drives((0.0, 0.0), 0.0, 0.0, 0.0, 0.0, 0.0, (1.0, 0.0, 0.0))
STAGES = ("aware", "favourable", "given_up")
EACH = 4.0


def unequal_state() -> State:
    """Town's residents are of all levels, each twice as ready as the one below."""
    state = make_state()
    state.strata.means["share"] = 1.0 / LEVELS
    for k in range(LEVELS):
        for name in ("openness", "decisiveness"):
            state.strata.means[name][..., k] = 2.0**k / 2.0**LEVELS
    for stage in STAGES:
        state.standing[stage][TOWN, 0, READY_POOL] = EACH
    return state


def moved(drives: Drives, state: State, joining: float = 0.0) -> tuple[float, float]:
    """Let the ready of Town live a week; returns who intend and who refuse."""
    means, standing = state.strata.means[TOWN, 0], state.standing[TOWN, 0]
    weigh_drives(drives, means, standing)
    return move_levels(READY_POOL, joining, drives, means, standing)


def test_the_readier_a_level_the_more_of_it_are_persuaded_and_decide():
    state = unequal_state()
    openness = state.strata.means["openness"][TOWN, 0]
    moved(CALM._replace(persuasion=0.5), state)
    stay = [EACH * (1.0 - chance_of(0.5 * float(opens))) for opens in openness]
    assert state.standing["aware"][TOWN, 0, READY_POOL].tolist() == pytest.approx(stay)
    state = unequal_state()
    intending, _ = moved(CALM._replace(decision=0.5), state)
    assert state.standing["favourable"][TOWN, 0, READY_POOL].tolist() == pytest.approx(stay)
    assert intending == pytest.approx(2.0 * (EACH * LEVELS - sum(stay)))


def test_news_at_home_come_before_all_causes():
    state = unequal_state()
    _, refusing = moved(CALM._replace(at_home=(1.0, 0.0), aware_alarm=0.5, persuasion=0.5), state)
    assert state.standing["aware"][TOWN, 0].sum() == refusing == 0.0


def test_an_invitation_brought_home_comes_before_all_causes():
    state = unequal_state()
    intending, refusing = moved(CALM._replace(at_home=(0.0, 1.0), alarm=0.5, decision=0.5), state)
    assert state.standing["favourable"][TOWN, 0].sum() == refusing == 0.0
    assert intending == pytest.approx(2.0 * LEVELS * EACH)


def test_who_gave_up_decides_less_readily_and_all_else_by_hazards_of_their_own():
    state = unequal_state()
    intending, refusing = moved(CALM._replace(decision=0.5, given_up=(0.5, 0.1, 0.0)), state)
    left = state.standing["given_up"][TOWN, 0, READY_POOL]
    decided = EACH * LEVELS - state.standing["favourable"][TOWN, 0, READY_POOL].sum()
    assert intending == pytest.approx(1.5 * decided)
    assert refusing == pytest.approx(EACH * LEVELS - left.sum() - 0.5 * decided)


def test_nobody_is_lost_between_the_levels():
    state = unequal_state()
    intending, refusing = moved(Drives((0.1, 0.2), 0.5, 0.1, 0.5, 0.1, 0.2, (0.5, 0.1, 0.3)), state, joining=8.0)
    left = sum(state.standing[stage][TOWN].sum() for stage in STAGES)
    assert left + intending + refusing == pytest.approx(3 * LEVELS * EACH + 8.0)


def test_of_those_who_are_told_all_but_opponents_and_the_decided_mean_to_activate_ikd():
    state = unequal_state()
    standing = state.standing[TOWN, 0]
    standing["stock"][READY_POOL, s.UNAWARE], standing["stock"][READY_POOL, s.REFUSING] = 10.0, 5.0
    before = float(standing["stock"][READY_POOL, TRIES])
    instruct(0.25, standing)
    assert standing["stock"][READY_POOL, TRIES] - before == pytest.approx(0.25 * (10.0 + 3 * LEVELS * EACH))
    assert standing["stock"][READY_POOL, [s.UNAWARE, s.REFUSING]].tolist() == [7.5, 5.0]
    assert {float(standing[stage][READY_POOL, 0]) for stage in STAGES} == {0.75 * EACH}


def test_warm_officers_persuade_more_and_opponents_listen_less():
    usual, warm = unequal_state(), unequal_state()
    warm.supply.weeks["warmth"][0] *= 2.0
    for state in (usual, warm):
        weigh_explanations(0, TOWN, 0, state)
    assert (warm.standing["convinced"] > usual.standing["convinced"])[TOWN].all()
    assert (usual.standing["convinced"] > usual.standing["won_back"])[TOWN].all()
    assert (warm.standing["decides_at_once"] == usual.standing["decides_at_once"]).all()
    assert (usual.standing["convinced"][TOWN, 0, 1:] > usual.standing["convinced"][TOWN, 0, :-1]).all()


def test_who_gives_up_where_nobody_is_known_to_intend_is_of_any_level():
    state = unequal_state()
    give_up(READY_POOL, 8.0, 0.0, state.strata.means[TOWN, 0], state.standing[TOWN, 0])
    assert (state.standing["given_up"][TOWN, 0, READY_POOL] == EACH + 8.0 / LEVELS).all()
