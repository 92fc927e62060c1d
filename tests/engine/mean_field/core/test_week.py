"""Weeks pass one after the other, and residents are neither lost nor made."""

import numpy as np
import pytest

from ikdsim.engine.mean_field.core.strata import READY_POOL
from ikdsim.engine.mean_field.core.week import run_weeks
from ikdsim.resident import stages as s
from tests.engine.mean_field.factories import RESIDENTS, make_state
from tests.factories import COAST, TOWN

WEEKS = 150


def test_everybody_is_counted_in_every_week():
    state = make_state(WEEKS)
    run_weeks(state)
    assert np.allclose(state.stages.sum(axis=2), RESIDENTS, rtol=1e-12)
    assert state.stages[-1, :, s.ACTIVE].min() > 0.0


def test_in_the_first_week_some_hear_and_nobody_is_further_unless_officers_offer():
    state = make_state()
    run_weeks(state)
    assert state.stages[0, TOWN, s.ACTIVE] > 0.0
    state = make_state()
    state.supply.stations["offer"] = 0.0
    run_weeks(state)
    unaware, aware, *others = state.stages[0, TOWN].tolist()
    assert unaware + aware == pytest.approx(RESIDENTS)
    assert aware > 0.0 == sum(others)


def test_children_are_unaware_until_they_turn_17():
    state = make_state(2)
    state.strata.places["residents"][TOWN] += 10.0
    state.strata.enter[0, TOWN, 0, READY_POOL, s.AWARE] = 4.0
    run_weeks(state)
    assert state.standing["stock"][TOWN, 0, READY_POOL][: s.LAPSED + 1].sum() > 0.0
    assert state.stages[:, TOWN].sum(axis=1) == pytest.approx([RESIDENTS + 10.0] * 2)


def test_who_waits_for_a_record_or_a_phone_gets_as_far_as_to_intend():
    state = make_state(WEEKS)
    state.strata.start[TOWN, 0] = [RESIDENTS, 0.0]
    run_weeks(state)
    town, coast = state.stages[-1, TOWN], state.stages[-1, COAST]
    assert town[[s.ACTIVE, s.CONFIRMED, s.LAPSED]].tolist() == [0.0, 0.0, 0.0]
    assert town[s.INTENDING] > coast[s.INTENDING]
    assert not state.standing["stock"][TOWN, 0, READY_POOL].any()
    assert not state.standing["aware"][TOWN, 0, READY_POOL].any()


def test_without_officers_nobody_is_activated():
    state = make_state(WEEKS)
    state.supply.stations["capacity_ms"] = 0.0
    run_weeks(state)
    assert state.activations.sum() == 0.0 < state.stages[-1, :, s.INTENDING].min()
