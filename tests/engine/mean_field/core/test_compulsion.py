"""IKD first, on average: the same shares are activated and refused as one by one."""

import numpy as np
import pytest

from ikdsim.engine.mean_field.core import compulsion, queues
from ikdsim.engine.mean_field.core.state import CARD, COMPELLED
from ikdsim.engine.mean_field.core.strata import READY_POOL, WAITING_POOL
from ikdsim.resident import stages as s
from ikdsim.service.supply import ON_ERRAND
from tests.engine.mean_field.factories import HANDLING_MS, make_state
from tests.factories import TOWN, called

serve, be_compelled = called(queues.serve), called(compulsion.be_compelled)
DESK = 0
PLENTY = 1e12


def desk_state(begins=0.0, requires=0.0, waits=0.0, capacity_ms=PLENTY, errand_ms=PLENTY):
    """A desk for half of Town's errands: 40 who can be activated are on one, 20 of them willing."""
    state = make_state()
    desk = state.supply.stations[0, DESK]
    desk["capacity_ms"], desk["errand_ms"], desk["time_factor"], desk["failure"] = capacity_ms, errand_ms, 1.0, 0.0
    desk["begins"], desk["requires"], desk["waits"] = begins, requires, waits
    desk["offer"] = desk["offer_without_card"] = desk["share"] = 0.0
    desk["share"][TOWN, ON_ERRAND] = 0.5
    place = state.places[TOWN]
    place["able"], place["able_ms"], place["willing"], place["willing_ms"] = 40, 40 * HANDLING_MS, 20, 20 * HANDLING_MS
    serve(0, DESK, state)
    return state


@pytest.mark.parametrize("waits", [0.0, 1.0])
def test_where_officers_begin_with_it_the_willing_are_activated(waits):
    state = desk_state(begins=1.0, waits=waits)
    assert state.activations.sum() == 10.0
    assert state.places[TOWN]["begun"] == 0.5
    assert state.places[TOWN]["refusable"] == 0.0


@pytest.mark.parametrize(("waits", "short"), [(0.0, "capacity_ms"), (1.0, "errand_ms")])
def test_as_far_as_the_time_of_one_account_goes(waits, short):
    state = desk_state(begins=1.0, waits=waits, **{short: HANDLING_MS})
    assert 0.5 < state.activations.sum() <= 1.0


def test_where_it_is_required_all_who_can_be_are():
    state = desk_state(requires=0.25)
    assert state.activations.sum() == 40 * 0.5 * 0.25
    assert state.places[TOWN]["required"] == state.places[TOWN]["refusable"] == 0.125


def test_with_whom_officers_begin_nobody_else_is_explained_to():
    state = desk_state(begins=1.0)
    state.supply.stations[0, DESK]["offer"] = 1.0
    state.places["told"] = state.places["told_waiting"] = 0.0
    state.places[TOWN]["to_tell"][CARD] = 40.0
    serve(0, DESK, state)
    assert state.places[TOWN]["told"][CARD] == pytest.approx(0.5 * 0.5)
    assert state.places[TOWN]["told_waiting"][CARD] == 0.5


def compelled_stock(begun=0.0, required=0.0, refusable=0.0, embittered=0.0):
    state = make_state()
    standing = state.standing[TOWN, 0]
    standing["errand"][:, CARD] = 0.5
    standing["goes_along"] = 0.5
    for pool in (READY_POOL, WAITING_POOL):
        standing["stock"][pool, s.UNAWARE] = standing["stock"][pool, s.REFUSING] = 16.0
        standing["aware"][pool, 0] = 32.0
    state.strata.means["embittered"] = embittered
    place = state.places[TOWN]
    place["begun"], place["required"], place["refusable"] = begun, required, refusable
    return state, be_compelled(TOWN, 0, state)


def test_opponents_are_activated_only_where_it_is_required():
    assert compelled_stock(begun=0.5)[1] == 48.0 * 0.5 * 0.5 * 0.5
    state, activated = compelled_stock(required=0.5, refusable=0.5)
    assert activated == 64.0 * 0.5 * 0.5
    assert state.standing[TOWN, 0]["stock"][READY_POOL, COMPELLED] == activated


def test_a_refusal_makes_opponents_of_some_and_loses_nobody():
    state, activated = compelled_stock(refusable=0.5, embittered=0.25)
    standing = state.standing[TOWN, 0]
    everybody = standing["stock"][:, : len(s.STAGES)].sum() + standing["aware"].sum()
    assert (activated, everybody) == (0.0, 128.0)
    assert np.allclose(standing["stock"][:, s.REFUSING], 16.0 + 48.0 * 0.5 * 0.5 * 0.25)
