"""The people around a resident are those of their RT and, weighed less, of their place."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikdsim.engine.columns.core import contacts
from ikdsim.engine.columns.core.cumulative_hazards import CONTACT_CAUSES
from ikdsim.engine.objects import commons
from ikdsim.resident import causes as c
from ikdsim.resident.stages import ACTIVE, CONFIRMED
from tests.factories import called, make_model

contact_key, which_are_due = called(contacts.contact_key), called(contacts.which_are_due)
lowest_above, contacts_around = called(contacts.lowest_above), called(contacts.contacts_around)
RT, PLACE = 0, 0
"""The first RT of the first place."""


@pytest.fixture
def model():
    return make_model(scale=100.0)


def around(model):
    """What both engines see."""
    by_objects = commons.contacts_around(model.engine.world)
    by_columns = [contacts_around(rt, model.engine.core) for rt in range(len(by_objects))]
    assert np.array_equal(by_objects, by_columns)
    return by_objects


def test_nobody_is_around_before_the_first_activation(model):
    assert not around(model).any()


def test_users_of_an_rt_are_around_those_who_live_there(model):
    model.engine.world.counters.contacts[RT] = 6
    near = model.parameters.value("knowledge.word_of_mouth_neighbourhood")
    people = np.diff(model.residents.neighbourhood_start)[RT]
    assert around(model)[RT] == pytest.approx(near * 6 / people)
    assert not around(model)[RT + 1 :].any()


def test_users_of_a_place_are_around_everybody_in_it(model):
    model.engine.world.counters.stage_by_place[PLACE, [ACTIVE, CONFIRMED]] = 20, 10
    near = model.parameters.value("knowledge.word_of_mouth_neighbourhood")
    people = np.diff(model.residents.place_start)[PLACE]
    here = model.residents.neighbourhood_place == PLACE
    assert around(model)[here] == pytest.approx((1.0 - near) * 30 / people)
    assert not around(model)[~here].any()


def test_more_lapsed_than_users_count_as_nobody(model):
    model.engine.world.counters.contacts[RT] = -6
    assert around(model)[RT] == 0.0


KEYS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 3)), min_size=1, max_size=contacts.BLOCK)
"""Due in so many grains, by this cause of contacts; 3 for those who wait for none."""


def as_keys(waits):
    """The contact keys of a block of residents."""
    causes = np.append(CONTACT_CAUSES, c.ERRAND)
    return np.array([contact_key(causes[k], due) for due, k in waits], np.int32)


@given(KEYS, st.tuples(*[st.integers(0, 40)] * len(CONTACT_CAUSES)))
def test_those_are_due_whose_threshold_is_reached_and_the_lowest_of_the_others_is_kept(waits, values):
    keys = as_keys(waits)
    limits = [np.int32((value << contacts.CAUSE_BITS) + k) for k, value in enumerate(values)]
    for k, limit in enumerate(limits):
        found = which_are_due(keys, np.int32(k), limit)
        by_hand = [cause == k and due <= values[k] for due, cause in waits]
        assert [bool(found >> row & 1) for row in range(len(keys))] == by_hand
        later = [int(key) for key, wait in zip(keys, waits, strict=True) if wait[1] == k and wait[0] > values[k]]
        assert lowest_above(keys, np.int32(k), limit) == min(later, default=contacts.NO_CONTACT)


def test_who_waits_longer_than_a_key_can_tell_is_looked_at_every_week_from_then_on():
    keys = as_keys([(contacts.MOST_GRAINS + 5, 1)])
    reached = np.int32((contacts.MOST_GRAINS << contacts.CAUSE_BITS) + 1)
    assert which_are_due(keys, np.int32(1), reached) == 1
    assert lowest_above(keys, np.int32(1), reached) == keys[0]


def test_a_block_knows_its_lowest_keys(model):
    for _ in range(30):
        model.step()
        records = model.engine.core
        for here in records.neighbourhoods:
            for number, first in enumerate(range(here["first"], here["end"], contacts.BLOCK)):
                keys = records.contact_due[first : min(first + contacts.BLOCK, here["end"])]
                for k in range(len(CONTACT_CAUSES)):
                    lowest = keys[keys & contacts.CAUSE_MASK == k].min(initial=contacts.NO_CONTACT)
                    assert records.contact_lowest[here["first_block"] + number, k] <= lowest
