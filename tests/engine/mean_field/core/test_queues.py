"""A week's officer time goes to all who come alike, and whoever is not served tries again or gives up."""

from typing import Final

import numpy as np
import pytest

from ikdsim.engine.mean_field.core import queues
from ikdsim.engine.mean_field.core.state import (
    ACTIVE_LOSS,
    APPOINTED,
    CARD,
    GIVEN_UP,
    NO_CARD,
    TRIES,
    WALKING_IN_AGAIN,
    State,
)
from ikdsim.engine.mean_field.core.strata import READY_POOL, WAITING_POOL
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
    desk["capacity_ms"], desk["failure"], desk["speed"] = capacity_ms, failure, 1.0
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


def offers_state(capacity_ms: float, errand_ms: float = PLENTY) -> State:
    """Of 40,000 on an errand with a card, a quarter meets an offer at the desk; a fifth would decide at once."""
    state = desk_state(capacity_ms, failure=0.5, offer=0.5)
    state.supply.stations[0, DESK]["errand_ms"] = errand_ms
    place = state.places[TOWN]
    place["to_tell"][CARD], place["to_take"][CARD], place["to_take_ms"][CARD] = 40_000.0, 8_000.0, 8_000.0 * HANDLING_MS
    return state


def test_with_time_enough_every_offer_is_explained_and_half_the_attempts_fail():
    state = offers_state(PLENTY)
    serve(0, DESK, state)
    assert state.activations[0].sum() == 8_000.0 * 0.25 * 0.5
    assert state.places[TOWN]["told"][[NO_CARD, CARD]].tolist() == [0.25, 0.25]
    assert state.places[TOWN]["taken"][[NO_CARD, CARD]].tolist() == [0.125, 0.125]
    assert not state.places[TOWN]["postponed"].any()


def test_explanations_take_the_time_of_other_services_and_not_that_of_activations():
    explaining = 10_000.0 * float(make_state().tables["explaining_ms"])
    state = offers_state(PLENTY, errand_ms=0.5 * explaining)
    serve(0, DESK, state)
    assert state.places[TOWN]["told"][CARD] == pytest.approx(0.25 * 0.5)
    assert state.activations[0].sum() == pytest.approx(8_000.0 * 0.25 * 0.5 * 0.5)
    state = offers_state(0.0)
    serve(0, DESK, state)
    assert state.places[TOWN]["told"][CARD] == 0.25
    assert state.activations.sum() == 0.0


def test_who_decides_on_an_errand_and_gets_no_turn_has_an_appointment():
    state = offers_state(500.0 * HANDLING_MS)
    serve(0, DESK, state)
    place, queue = state.places[TOWN], state.queues[TOWN, DESK]
    assert place["postponed"][CARD] == pytest.approx(0.25 * 0.75)
    assert queue["booked"] == pytest.approx(1_500.0)
    assert queue["booked_ms"] == pytest.approx(1_500.0 * HANDLING_MS)
    assert queue["sent_home"] == 0.0


def appointments_state() -> State:
    """10,000 of Town have an appointment, as many walk in, and there is time for half as many again."""
    state = desk_state(15_000.0 * HANDLING_MS)
    queue = state.queues[TOWN, DESK]
    queue["appointed"], queue["appointed_ms"] = 10_000.0, 10_000.0 * HANDLING_MS
    comes(20_000.0, WALKING_IN, state)
    return state


def test_those_with_an_appointment_come_first():
    state = appointments_state()
    serve(0, DESK, state)
    assert state.places[TOWN]["kept"] == pytest.approx(10_000.0)
    assert state.places[TOWN]["moved_on"] == pytest.approx(0.0, abs=1e-6)
    assert state.places[TOWN]["served"][WALKING_IN] == pytest.approx(0.25)
    assert state.activations[0].sum() == pytest.approx(15_000.0)


def test_who_walks_in_and_gets_no_turn_is_sent_home_without_an_appointment():
    state = appointments_state()
    serve(0, DESK, state)
    assert state.queues[TOWN, DESK]["sent_home"] == pytest.approx(5_000.0)
    assert state.queues[TOWN, DESK]["booked"] == pytest.approx(0.0, abs=1e-6)


@pytest.mark.parametrize("tenths", range(1, 8))
def test_with_time_enough_nobody_at_all_is_sent_home(tenths):
    """A rounding error would make all who try again avoid the desk."""
    state = appointments_state()
    state.supply.stations[0, DESK]["capacity_ms"] = PLENTY
    state.queues["appointed_ms"][TOWN, DESK] *= tenths / 10.0
    serve(0, DESK, state)
    assert state.queues["sent_home"][TOWN, DESK] == 0.0


def test_appointments_that_cannot_be_kept_are_made_again():
    state = appointments_state()
    state.supply.stations[0, DESK]["capacity_ms"] = 0.0
    serve(0, DESK, state)
    queue = state.queues[TOWN, DESK]
    assert (queue["booked"], queue["booked_ms"]) == (10_000.0, 10_000.0 * HANDLING_MS)
    assert state.places[TOWN]["moved_on"] == 10_000.0


def test_those_who_walk_in_again_find_a_desk_by_shares_of_their_own():
    state = desk_state(PLENTY)
    state.queues["again"][TOWN, DESK] = 0.75
    comes(8.0, WALKING_IN_AGAIN, state)
    serve(0, DESK, state)
    assert state.activations[0].sum() == 6.0
    assert state.places["served"][TOWN, WALKING_IN_AGAIN] == 0.75


WALKING: Final = [WALKING_IN, WALKING_IN_AGAIN]


def after_queue(served: float, again: float | None = None, embittered: float = 0.0) -> np.ndarray:
    """The ready after all of 8, 16 and 32 intending, by disappointments, walked in and these shares were served."""
    state = make_state()
    state.standing["bound"][TOWN, 0, WALKING_IN] = 1.0
    state.places["served"][TOWN, WALKING] = served, served if again is None else again
    state.strata.means["embittered"] = embittered
    ready = state.standing["stock"][TOWN, 0, READY_POOL]
    ready[TRIES : TRIES + 3] = 8.0, 16.0, 32.0
    go_home(TOWN, 0, state)
    return ready


def test_whoever_is_sent_home_tries_again_and_after_the_last_try_gives_up():
    ready = after_queue(served=0.0)
    assert len(ready) == TRIES + 3
    assert ready[TRIES:].tolist() == [0.0, 8.0, 16.0]
    assert ready[[GIVEN_UP, s.ACTIVE]].tolist() == [32.0, 0.0]


def test_whoever_is_served_is_active_and_the_rest_go_on_trying():
    ready = after_queue(served=0.25)
    assert ready[TRIES:].tolist() == [0.0, 6.0, 12.0]
    assert ready[[GIVEN_UP, s.ACTIVE]].tolist() == [24.0, 14.0]


def test_those_who_walk_in_again_may_fare_better_at_the_other_desk():
    ready = after_queue(served=0.0, again=0.5)
    assert ready[TRIES:].tolist() == [0.0, 8.0, 8.0]
    assert ready[[GIVEN_UP, s.ACTIVE]].tolist() == [16.0, 24.0]


def test_a_disappointment_makes_some_opponents():
    ready = after_queue(served=0.0, embittered=0.25)
    assert ready[s.REFUSING] == 0.25 * (8.0 + 16.0 + 32.0)
    assert ready[TRIES:].tolist() == [0.0, 6.0, 12.0]


def test_users_remember_how_often_they_were_disappointed():
    state = make_state()
    state.strata.means["disenchanted"][TOWN, 0] = 1.0, 2.0, 4.0
    state.standing["bound"][TOWN, 0, WALKING_IN] = state.places["served"][TOWN, WALKING] = 1.0
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


def offered_state() -> State:
    """Half of Town run an errand, all with a card, and IKD is explained to half of them, who are activated or not."""
    state = make_state()
    standing, place = state.standing[TOWN, 0], state.places[TOWN]
    standing["bound"][ON_ERRAND] = standing["persuaded"] = standing["convinced"] = standing["won_back"] = 0.5
    standing["decided_now"] = standing["decided"] = 0.5
    place["told"][CARD], place["taken"][CARD], place["postponed"][CARD] = 0.5, 0.25, 0.125
    return state


def test_an_explained_offer_ends_in_an_activation_an_appointment_or_a_disappointment():
    state = offered_state()
    ready = state.standing["stock"][TOWN, 0, READY_POOL]
    ready[s.UNAWARE] = 64.0
    assert go_home(TOWN, 0, state) == 2.0
    assert ready[[s.UNAWARE, s.AWARE, s.FAVOURABLE]].tolist() == [48.0, 8.0, 4.0]
    assert ready[[s.ACTIVE, APPOINTED, TRIES + 1]].tolist() == [2.0, 1.0, 1.0]


def test_an_appointment_is_kept_or_made_again_or_ends_in_a_disappointment():
    state = make_state()
    place, ready = state.places[TOWN], state.standing["stock"][TOWN, 0, READY_POOL]
    place["appointed"], place["kept"], place["moved_on"], ready[APPOINTED] = 16.0, 8.0, 4.0, 4.0
    assert go_home(TOWN, 0, state) == 2.0
    assert ready[[s.ACTIVE, APPOINTED, TRIES + 1]].tolist() == [2.0, 1.0, 1.0]
    assert ready[ACTIVE_LOSS] == 2.0


def test_nobody_is_lost_on_the_way_home():
    state = offered_state()
    state.strata.means["embittered"] = 0.25
    stock, place = state.standing["stock"][TOWN, 0], state.places[TOWN]
    stock[READY_POOL, : GIVEN_UP + 1] = stock[READY_POOL, APPOINTED] = stock[READY_POOL, TRIES:][0] = 10.0
    stock[WAITING_POOL, : s.ACTIVE] = 10.0
    place["appointed"], place["kept"], place["moved_on"] = 10.0, 5.0, 2.0
    counted = [*range(GIVEN_UP + 1), *range(APPOINTED, stock.shape[1])]
    before = stock[:, counted].sum()
    go_home(TOWN, 0, state)
    assert stock[:, counted].sum() == pytest.approx(before)
