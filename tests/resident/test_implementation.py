"""Implementation: who turns up, who is ready, and how long it takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikdsim.randomness import ONE
from ikdsim.resident.ages import AGE_BANDS
from ikdsim.resident.columns import NO_WEEK
from ikdsim.resident.implementation import (
    REMOTE_SLOT,
    WALK_IN_SLOT,
    adult_week,
    handling_ms,
    own_factor,
    ready_week,
    trust_after_disappointment,
    turns_against,
)
from ikdsim.resident.persuasion import openness
from ikdsim.resident.tables import build_tables
from tests.factories import HIGH, LOW, MIDDLE, make_parameters, make_traits

BABY_OF_2008 = -780
"""Turns 17 in week 107."""


def test_the_old_and_the_unskilled_turn_up_less(tables):
    by_age = [own_factor(WALK_IN_SLOT, make_traits(band=band), tables) for band in range(len(AGE_BANDS))]
    assert by_age[0] == 0.0  # under 17
    assert by_age[1:] == sorted(by_age[1:], reverse=True)
    assert own_factor(WALK_IN_SLOT, make_traits(literacy=LOW), tables) < own_factor(
        WALK_IN_SLOT, make_traits(literacy=HIGH), tables
    )


def test_literacy_weighs_more_at_turning_up_than_in_persuasion(tables):
    low, high = make_traits(literacy=LOW), make_traits(literacy=HIGH)
    at_persuasion = openness(high, tables) / openness(low, tables)
    assert 1.0 < at_persuasion < 2.0
    assert own_factor(WALK_IN_SLOT, high, tables) / own_factor(WALK_IN_SLOT, low, tables) > 1.5 * at_persuasion


def test_a_resident_is_ready_once_adult_recorded_and_with_a_phone():
    assert adult_week(BABY_OF_2008) == 107
    assert ready_week(BABY_OF_2008, 50, 60) == 107
    assert ready_week(BABY_OF_2008, 150, 60) == 150
    assert ready_week(BABY_OF_2008, 50, 160) == 160


@pytest.mark.parametrize(("recorded", "supported"), [(NO_WEEK, 5), (5, NO_WEEK)])
def test_without_a_record_or_a_phone_nobody_is_ever_ready(recorded, supported):
    assert ready_week(BABY_OF_2008, recorded, supported) == NO_WEEK


@given(birth=st.integers(-5_000, 1_000), recorded=st.integers(-1_000, NO_WEEK), supported=st.integers(-1_000, NO_WEEK))
def test_nobody_is_ready_before_every_condition_holds(birth, recorded, supported):
    ready = ready_week(birth, recorded, supported)
    assert ready in (adult_week(birth), recorded, supported)
    assert ready >= max(adult_week(birth), recorded, supported)


def test_low_literacy_takes_longer_and_a_quick_officer_less(tables):
    usual = handling_ms(MIDDLE, 1.0, tables)
    assert usual == pytest.approx(8 * 60_000, rel=0.01)
    assert handling_ms(LOW, 1.0, tables) > usual > handling_ms(HIGH, 1.0, tables)
    assert handling_ms(MIDDLE, 0.5, tables) == pytest.approx(usual / 2, abs=1)


def test_a_disappointment_costs_trust_but_never_more_than_there_is(tables):
    assert trust_after_disappointment(100, tables) == 100 - tables.trust_lost < 100
    assert trust_after_disappointment(3, tables) == 0


@pytest.mark.parametrize("share", [0.0, 0.1])
def test_a_disappointment_makes_a_few_opponents(share):
    tables = build_tables(make_parameters({"implementation.embittered": share, "persuasion.opposed_by_trust": 0.0}))
    turned = sum(turns_against(MIDDLE, int((k + 0.5) * ONE / 1_000), tables) for k in range(1_000))
    assert turned == 1_000 * share


def test_a_disappointment_embitters_rarely_and_the_wary_first(tables):
    wary, middling, trusting = (tables.embittered_by_trust[level] for level in (LOW, MIDDLE, HIGH))
    assert wary > middling > trusting
    assert middling < 0.1


def test_nobody_offline_calls_a_remote_desk_and_whoever_is_online_does_as_readily_as_walk_in(tables):
    assert own_factor(REMOTE_SLOT, make_traits(online=0), tables) == 0.0
    assert own_factor(REMOTE_SLOT, make_traits(), tables) == own_factor(WALK_IN_SLOT, make_traits(), tables) > 0.0
