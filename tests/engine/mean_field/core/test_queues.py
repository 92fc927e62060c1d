"""A week's officer time goes to all who come alike, and whoever is not served tries again or gives up."""

import numpy as np
import pytest

from ikdsim.engine.mean_field.core import queues
from ikdsim.engine.mean_field.core.state import (
    ACTIVE_LOSS,
    APPOINTED,
    CARD,
    NO_CARD,
    TRIES,
    WALKING_IN_AGAIN,
    State,
)
from ikdsim.engine.mean_field.core.strata import READY_POOL
from ikdsim.resident import stages as s
from ikdsim.service.supply import ON_ERRAND, TO_VISIT, WALKING_IN
from tests.engine.mean_field.factories import HANDLING_MS, make_state
from tests.factories import COAST, TOWN, called

serve, go_home = called(queues.serve), called(queues.go_home)
DESK = 0
PLENTY = 1e12


def desk_state(capacity_ms: float, failure: float = 0.0, offer: float = 0.0) -> State:
    """A desk where half of Town's walk-ins and errands end, and none of Coast's."""
    state = make_state()
    desk = state.supply.stations[0, DESK]
    desk["capacity_ms"], desk["failure"], desk["time_factor"], desk["errand_ms"] = capacity_ms, failure, 1.0, PLENTY
    desk["offer"] = desk["offer_without_card"] = offer
    desk["share"] = 0.0
    desk["share"][TOWN, [WALKING_IN, ON_ERRAND]] = 0.5
    return state


def comes(count: float, way: int, state: State) -> None:
    """Let so many intending residents of Town turn up this way."""
    state.places["comers"][TOWN, way], state.places["comers_ms"][TOWN, way] = count, count * HANDLING_MS


def test_where_nobody_comes_nobody_is_served():
    state = desk_state(PLENTY)
    serve(0, DESK, state)
    assert state.activations.sum() == 0.0
    assert not state.places["served"].any()


def test_with_time_enough_all_are_activated_but_those_whose_attempt_fails():
    state = desk_state(PLENTY, failure=0.25)
    comes(8.0, WALKING_IN, state)
    comes(16.0, ON_ERRAND, state)
    serve(0, DESK, state)
    assert state.activations[0].sum() == 0.5 * (8.0 + 16.0) * 0.75
    assert state.places["served"][TOWN, [WALKING_IN, TO_VISIT, ON_ERRAND]].tolist() == [0.375, 0.0, 0.375]
    assert not state.places["served"][COAST].any()


def test_a_crowd_is_served_as_far_as_the_time_goes():
    state = desk_state(30 * HANDLING_MS)
    comes(20_000.0, WALKING_IN, state)
    serve(0, DESK, state)
    assert state.activations[0].sum() == pytest.approx(30.0)
    assert state.places["served"][TOWN, WALKING_IN] == pytest.approx(0.5 * 30.0 / 10_000.0)


def test_an_activation_is_counted_under_the_kind_of_its_station():
    state = desk_state(PLENTY)
    comes(8.0, WALKING_IN, state)
    serve(0, DESK, state)
    assert np.flatnonzero(state.activations[0]).tolist() == [state.supply.stations[0, DESK]["kind"]]


def offers_state(capacity_ms: float) -> State:
    """Of 40,000 on an errand with a card, a quarter meets an offer at the desk; a fifth would take it."""
    state = desk_state(capacity_ms, failure=0.5, offer=0.5)
    place = state.places[TOWN]
    place["to_tell"][CARD], place["to_take"][CARD], place["to_take_ms"][CARD] = 40_000.0, 8_000.0, 8_000.0 * HANDLING_MS
    return state


def test_with_time_enough_every_offer_is_explained_and_half_the_attempts_fail():
    state = offers_state(PLENTY)
    serve(0, DESK, state)
    assert state.activations[0].sum() == 8_000.0 * 0.25 * 0.5
    assert state.places[TOWN]["told"][[NO_CARD, CARD]].tolist() == [0.25, 0.25]
    assert state.places[TOWN]["taken"][[NO_CARD, CARD]].tolist() == [0.125, 0.125]


def test_explanations_take_the_time_of_other_services_alone():
    state = offers_state(PLENTY)
    state.supply.stations["errand_ms"][0, DESK] = 0.5 * 10_000.0 * float(state.tables["explaining_ms"])
    comes(16.0, WALKING_IN, state)
    serve(0, DESK, state)
    assert state.places[TOWN]["told"][CARD] == pytest.approx(0.25 * 0.5)
    assert state.activations[0].sum() == pytest.approx((8.0 + 8_000.0 * 0.25 * 0.5) * 0.5)


def test_who_decides_on_an_errand_waits_until_those_who_came_for_ikd_are_served():
    state = offers_state(1_000 * HANDLING_MS)
    comes(40_000.0, WALKING_IN, state)
    serve(0, DESK, state)
    assert state.places["served"][TOWN, WALKING_IN] == pytest.approx(0.5 * 1_000 / 20_000 * 0.5)
    assert state.places["taken"][TOWN, CARD] == pytest.approx(0.0, abs=1e-6)
    assert state.places["postponed"][TOWN, CARD] == pytest.approx(0.25)
    assert state.queues["booked"][TOWN, DESK] == pytest.approx(0.25 * 8_000.0)
    assert state.queues["booked_ms"][TOWN, DESK] == pytest.approx(0.25 * 8_000.0 * HANDLING_MS)


def test_appointments_come_first_and_those_without_a_turn_get_another():
    state = desk_state(1_000 * HANDLING_MS)
    state.queues["appointed"][TOWN, DESK], state.queues["appointed_ms"][TOWN, DESK] = 4_000.0, 4_000.0 * HANDLING_MS
    comes(40.0, WALKING_IN, state)
    serve(0, DESK, state)
    assert state.places["kept"][TOWN] == pytest.approx(1_000.0)
    assert state.places["moved_on"][TOWN] == state.queues["booked"][TOWN, DESK] == pytest.approx(3_000.0)
    assert state.queues["sent_home"][TOWN, DESK] == pytest.approx(0.5 * 40.0)


def test_who_walks_in_again_comes_to_the_desk_that_did_not_send_them_home():
    state = desk_state(PLENTY)
    state.queues["again"][TOWN, DESK] = 0.25
    comes(8.0, WALKING_IN_AGAIN, state)
    serve(0, DESK, state)
    assert state.activations[0].sum() == 2.0
    assert state.places["served"][TOWN, WALKING_IN_AGAIN] == 0.25


def after_queue(served: float) -> tuple[np.ndarray, float]:
    """The ready, and who gave up, after 8, 16 and 32 by disappointments walked in and a share was served."""
    state = make_state()
    state.standing["bound"][TOWN, 0, WALKING_IN] = 1.0
    state.places["served"][TOWN, [WALKING_IN, WALKING_IN_AGAIN]] = served
    ready = state.standing["stock"][TOWN, 0, READY_POOL]
    ready[TRIES : TRIES + 3] = 8.0, 16.0, 32.0
    go_home(TOWN, 0, state)
    return ready, float(state.standing["given_up"][TOWN, 0].sum())


def test_whoever_is_sent_home_tries_again_and_after_the_last_try_gives_up():
    ready, given_up = after_queue(served=0.0)
    assert len(ready) == TRIES + 3
    assert ready[TRIES:].tolist() == [0.0, 8.0, 16.0]
    assert (given_up, ready[s.ACTIVE]) == (32.0, 0.0)


def test_whoever_is_served_is_active_and_the_rest_go_on_trying():
    ready, given_up = after_queue(served=0.25)
    assert ready[TRIES:].tolist() == [0.0, 6.0, 12.0]
    assert (given_up, ready[s.ACTIVE]) == (24.0, 14.0)


def test_users_remember_how_often_they_were_disappointed():
    state = make_state()
    state.strata.means["disenchanted"][TOWN, 0] = 1.0, 2.0, 4.0
    state.standing["bound"][TOWN, 0, WALKING_IN] = 1.0
    state.places["served"][TOWN, [WALKING_IN, WALKING_IN_AGAIN]] = 1.0
    ready = state.standing["stock"][TOWN, 0, READY_POOL]
    ready[TRIES : TRIES + 3] = 8.0, 16.0, 32.0
    assert go_home(TOWN, 0, state) == 56.0
    assert ready[ACTIVE_LOSS] == 8.0 + 2.0 * 16.0 + 4.0 * 32.0


def test_of_those_who_came_to_intend_this_week_only_errands_meet_an_officer():
    state = make_state()
    state.standing["bound"][TOWN, 0, [WALKING_IN, ON_ERRAND]] = 0.5, 0.25
    state.places["served"][TOWN, [WALKING_IN, ON_ERRAND]] = 1.0, 0.5
    ready = state.standing["stock"][TOWN, 0, READY_POOL]
    ready[s.INTENDING] = 80.0
    assert go_home(TOWN, 0, state) == 80.0 * 0.25 * 0.5
    assert ready[[s.INTENDING, TRIES, TRIES + 1]].tolist() == [0.0, 60.0, 10.0]


def test_a_disappointment_embitters_some():
    state = make_state()
    state.strata.means["embittered"] = 0.25
    state.standing["bound"][TOWN, 0, WALKING_IN] = 1.0
    ready = state.standing["stock"][TOWN, 0, READY_POOL]
    ready[TRIES] = 8.0
    go_home(TOWN, 0, state)
    assert ready[[TRIES, TRIES + 1, s.REFUSING]].tolist() == [0.0, 6.0, 2.0]


def test_who_has_an_appointment_is_activated_put_off_or_disappointed():
    state = make_state()
    ready, here = state.standing["stock"][TOWN, 0, READY_POOL], state.places[TOWN]
    ready[APPOINTED] = here["appointed"] = 8.0
    here["kept"], here["moved_on"] = 4.0, 3.0
    assert go_home(TOWN, 0, state) == 4.0
    assert ready[[APPOINTED, TRIES + 1]].tolist() == [3.0, 1.0]


def test_of_those_who_intend_the_prompt_leave_first():
    state = make_state()
    state.strata.means["turn_up_spread"] = 0.5
    state.standing["promptness"], state.standing["bound"][TOWN, 0, WALKING_IN] = 1.0, 0.5
    state.places["served"][TOWN, WALKING_IN] = 1.0
    state.standing["stock"][TOWN, 0, READY_POOL, TRIES] = 8.0
    go_home(TOWN, 0, state)
    assert state.standing["promptness"][TOWN, 0] == pytest.approx((8.0 - 4.0 * 1.5) / 4.0)


def test_who_gives_up_is_of_the_levels_of_those_who_intended():
    state = make_state()
    state.standing["bound"][TOWN, 0, WALKING_IN] = 1.0
    state.standing["intending"][TOWN, 0, READY_POOL, [1, 2]] = 1.0, 3.0
    state.standing["stock"][TOWN, 0, READY_POOL, TRIES + 2] = 8.0
    go_home(TOWN, 0, state)
    assert state.standing["given_up"][TOWN, 0, READY_POOL, :4].tolist() == [0.0, 2.0, 6.0, 0.0]


def test_a_failed_attempt_and_no_turn_are_told_apart():
    state = desk_state(PLENTY, failure=0.25)
    comes(8.0, WALKING_IN, state)
    serve(0, DESK, state)
    assert (state.places["failed"][TOWN], state.queues["sent_home"][TOWN, DESK]) == (1.0, 0.0)
