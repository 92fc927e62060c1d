"""People around reach out: users of the place, those near less the lapsed."""

import numpy as np
import pytest

from ikdsim.engine.mean_field.core import contacts
from ikdsim.resident import causes as c
from tests.engine.mean_field.factories import RESIDENTS, make_state
from tests.factories import COAST, TOWN, called

contacts_around = called(contacts.contacts_around)
expose = called(contacts.expose)
HALF_NEAR = {"knowledge.word_of_mouth_neighbourhood": 0.5}


def hazards(users: float) -> np.ndarray:
    """Hazards of Town with so many users."""
    state = make_state()
    state.places["users"][TOWN] = users
    expose(0, TOWN, state)
    return state.places["hazard"][TOWN].copy()


def test_without_users_nobody_is_around():
    assert contacts_around(TOWN, make_state()) == 0.0


def test_a_quarter_of_users_is_a_quarter_of_contacts_in_this_place_alone():
    state = make_state()
    state.places["users"][TOWN] = 0.25 * RESIDENTS
    assert contacts_around(TOWN, state) == pytest.approx(0.25)
    assert contacts_around(COAST, state) == 0.0


def test_the_lapsed_take_away_from_contacts_near_but_not_below_none():
    state = make_state(values=HALF_NEAR)
    state.places["users"][TOWN], state.places["lapsed"][TOWN] = 0.4 * RESIDENTS, 0.1 * RESIDENTS
    assert contacts_around(TOWN, state) == pytest.approx(0.5 * 0.3 + 0.5 * 0.4)
    state.places["lapsed"][TOWN] = RESIDENTS
    assert contacts_around(TOWN, state) == pytest.approx(0.5 * 0.4)


def test_users_talk_persuade_and_make_others_reconsider_and_change_nothing_else():
    none, all_users = hazards(0.0), hazards(RESIDENTS)
    assert none[c.WORD_OF_MOUTH] == 0.0
    more = np.flatnonzero(all_users > none).tolist()
    assert more == [c.WORD_OF_MOUTH, c.PERSUASION, c.RECONSIDERATION]
    assert np.array_equal(np.delete(all_users, more), np.delete(none, more))
