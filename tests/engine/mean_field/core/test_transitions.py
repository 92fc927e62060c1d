"""Whoever leaves a stage arrives in another, by the tables of rival causes."""

import numpy as np
import pytest

from ikdsim.engine.mean_field.core import transitions
from ikdsim.engine.mean_field.core.state import ACTIVE_LOSS, CONFIRMED_LOSS, TRIES
from ikdsim.engine.mean_field.core.strata import READY_POOL, WAITING_POOL
from ikdsim.engine.mean_field.core.transitions import EXITS, UserChances
from ikdsim.resident import causes as c
from ikdsim.resident import stages as s
from tests.engine.mean_field.factories import RESIDENTS, make_state
from tests.factories import TOWN, called

move_users = called(transitions.move_users)
count_stages, tell_households = called(transitions.count_stages), called(transitions.tell_households)
STAY = (0.0, 0.0, 0.0)
CALM_USERS = UserChances(STAY, STAY, STAY)
FIELD_OF = {
    s.ACTIVE: "active",
    s.CONFIRMED: "confirmed",
    s.LAPSED: "lapsed",
}


def stock_of(**residents: float) -> np.ndarray:
    """A pool with residents in these compartments, by name."""
    stock = np.zeros(TRIES + 3)
    for name, number in residents.items():
        stock[s.STAGES.index(name)] = number
    return stock


@pytest.mark.parametrize("stage", FIELD_OF)
def test_the_exits_of_a_stage_are_the_targets_of_its_rival_causes(stage):
    targets = [c.CAUSES[cause].target for cause in c.RIVALS_OF_STAGE[stage]]
    exits = [target for target in EXITS[stage].tolist() if target >= 0]
    assert set(exits) == set(targets)
    assert len(exits) == len(set(exits))


@pytest.mark.parametrize("stage", FIELD_OF)
def test_half_a_stage_leaves_by_any_exit_for_the_target_of_its_cause(stage):
    field = FIELD_OF[stage]
    for k, target in enumerate(EXITS[stage].tolist()):
        half = tuple(0.5 if exit == k else 0.0 for exit in range(s.MOST_RIVALS))
        stock = stock_of(**{field: 8.0})
        move_users(stock, CALM_USERS._replace(**{field: half}))
        assert stock[stage] == (4.0 if target >= 0 else 8.0)
        assert target < 0 or stock[target] == 4.0


def test_a_refusal_by_users_and_by_others_adds_up():
    stock = stock_of(refusing=1.0, active=8.0, confirmed=4.0)
    move_users(stock, CALM_USERS._replace(active=(0.0, 0.0, 0.5), confirmed=(0.0, 0.5, 0.0)))
    assert stock[s.REFUSING] == 1.0 + 4.0 + 2.0


def test_users_take_their_disappointments_along():
    stock = stock_of(active=8.0, confirmed=4.0)
    stock[ACTIVE_LOSS], stock[CONFIRMED_LOSS] = 16.0, 4.0
    move_users(stock, CALM_USERS._replace(active=(0.5, 0.25, 0.0)))
    assert stock[ACTIVE_LOSS] == 2.0 * stock[s.ACTIVE] == 4.0
    assert stock[CONFIRMED_LOSS] == 4.0 * 1.0 + 4.0 * 2.0


def test_children_count_as_unaware_and_those_who_gave_up_as_favourable():
    state = make_state()
    state.strata.places["residents"][TOWN] = 52.0
    ready, waiting = state.standing["stock"][TOWN, 0, READY_POOL], state.standing["stock"][TOWN, 0, WAITING_POOL]
    ready[[s.UNAWARE, s.ACTIVE, TRIES, TRIES + 1]] = 10.0, 20.0, 2.0, 3.0
    ready[ACTIVE_LOSS], waiting[s.INTENDING] = 99.0, 5.0
    state.standing["given_up"][TOWN, 0, READY_POOL, 3], state.standing["favourable"][TOWN, 0, WAITING_POOL, 0] = (
        1.0,
        4.0,
    )
    count_stages(0, TOWN, state)
    assert state.stages[0, TOWN].tolist() == [17.0, 0.0, 5.0, 10.0, 20.0, 0.0, 0.0, 0.0]


def first_users(activated: float, users: float, mates: int, invited: float = 0.0) -> float:
    """First users of households after so many activations in a place where all have so many ready mates."""
    state = make_state()
    state.supply.weeks["invited"] = invited
    state.strata.places["mates"] = 0.0
    state.strata.places["mates"][:, mates] = 1.0
    state.stages[0, TOWN, s.ACTIVE] = users
    tell_households(0, TOWN, activated, state)
    return float(state.places["first_users"][TOWN] * RESIDENTS)


def test_who_lives_alone_is_the_first_user_at_home():
    assert first_users(6.0, 0.5 * RESIDENTS, mates=0) == pytest.approx(6.0)


def test_with_two_mates_both_must_not_be_users_yet():
    assert first_users(8.0, 0.5 * RESIDENTS, mates=2) == pytest.approx(8.0 * 0.25)


def test_where_everybody_is_a_user_or_nobody_is_activated_nobody_is_the_first():
    assert first_users(8.0, RESIDENTS, mates=1) == 0.0
    assert first_users(0.0, 0.0, mates=1) == 0.0


def test_while_families_are_invited_everybody_who_is_activated_is_heard_at_home():
    assert first_users(8.0, 0.5 * RESIDENTS, mates=2, invited=0.3) == pytest.approx(8.0)


def test_next_week_users_around_are_those_counted_now():
    state = make_state()
    state.stages[0, TOWN, [s.ACTIVE, s.CONFIRMED, s.LAPSED]] = 5.0, 6.0, 7.0
    tell_households(0, TOWN, 0.0, state)
    assert state.places[TOWN]["users"] == 11.0
    assert state.places[TOWN]["lapsed"] == 7.0
