"""The people around a resident are those of his RT and, weighed less, of his place."""

import numpy as np
import pytest

from ikdsim.engine import contacts, objects
from ikdsim.resident.stages import ACTIVE, CONFIRMED
from tests.factories import called, make_model

RT, PLACE = 0, 0
"""The first RT of the first place."""


@pytest.fixture
def model():
    return make_model(scale=100.0)


def around(model):
    """What both engines see."""
    by_objects = objects.contacts_around(model.engine.world)
    compiled = called(contacts.contacts_around)
    by_columns = [compiled(rt, model.engine.records) for rt in range(len(by_objects))]
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
