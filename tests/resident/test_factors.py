"""Each stage asks its own file; spells are counted four bits a stage."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ikdsim.resident import confirmation, decision, implementation, knowledge, persuasion
from ikdsim.resident import stages as s
from ikdsim.resident.causes import RIVAL_COUNT
from ikdsim.resident.factors import (
    AFTER_SPELLS,
    MOST_SPELLS,
    SECOND_LIFE,
    attempt_of,
    life,
    own_factor,
    spell,
    with_spell,
)
from tests.factories import make_traits

SOMEBODY = make_traits(literacy=40, trust=220, inclination=90, online=0, band=4, compelled=True)
EVERY_STAGE = range(len(s.STAGES))


def expected(stage, slot, tables):
    return {
        s.UNAWARE: knowledge.own_factor(slot, SOMEBODY, tables),
        s.AWARE: persuasion.own_factor(slot, SOMEBODY, tables),
        s.FAVOURABLE: decision.own_factor(slot, SOMEBODY, tables),
        s.INTENDING: implementation.own_factor(slot, SOMEBODY, tables),
        s.ACTIVE: confirmation.active_factor(slot, SOMEBODY, tables),
        s.CONFIRMED: confirmation.confirmed_factor(slot, SOMEBODY, tables),
        s.REFUSING: decision.reconsideration_factor(SOMEBODY, tables),
        s.LAPSED: 1.0,
    }[stage]


@pytest.mark.parametrize("stage", EVERY_STAGE)
def test_every_stage_has_the_factor_of_its_own_file(stage, tables):
    for slot in range(RIVAL_COUNT[stage]):
        assert own_factor(stage, slot, SOMEBODY, tables) == expected(stage, slot, tables)


@example(entered=[s.INTENDING] * 40)
@given(entered=st.lists(st.sampled_from(EVERY_STAGE), max_size=100))
def test_every_stage_remembers_how_often_it_was_entered(entered):
    spells = 0
    for stage in entered:
        spells = with_spell(spells, stage)
    assert [spell(spells, stage) for stage in EVERY_STAGE] == [
        min(entered.count(stage), MOST_SPELLS) for stage in EVERY_STAGE
    ]
    assert 0 <= spells < 2**32  # the column has 32 bits


def test_thresholds_never_repeat_in_either_life():
    for begun in (0, SECOND_LIFE):
        spells, attempts = begun, []
        for week in range(40):
            attempts.append(attempt_of(spells, s.AWARE, week))
            spells = with_spell(spells, s.AWARE)
        assert len(set(attempts)) == 40
        assert life(spells) == (begun > 0)
        assert attempts[MOST_SPELLS] == AFTER_SPELLS + MOST_SPELLS


def test_a_newcomer_draws_what_nobody_drew_before():
    lives = [
        {attempt_of(begun + (k << 8), s.FAVOURABLE, 300) for k in range(MOST_SPELLS)} for begun in (0, SECOND_LIFE)
    ]
    assert not lives[0] & lives[1]
