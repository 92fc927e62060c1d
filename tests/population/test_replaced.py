"""Columns that somebody replaced are checked, copied, and told apart from those that were drawn."""

import pickle

import numpy as np
import pytest

from ikdsim.errors import BadInput
from ikdsim.population.replaced import HOMES, LIMITS, replaced
from ikdsim.resident.records import columns_of
from ikdsim.setup import Setup
from tests.factories import COARSE, make_scenario, writable


@pytest.fixture(scope="module")
def drawn():
    return Setup(make_scenario(), scale=COARSE).residents


def faults(residents, drawn):
    with pytest.raises(BadInput) as raised:
        replaced(residents, drawn)
    return [(fault.code, fault.facts["key"]) for fault in raised.value.faults]


def test_people_who_differ_in_nothing_are_those_who_were_drawn(drawn):
    assert replaced(writable(drawn), drawn) is drawn


def test_a_column_that_is_a_view_of_another_counts(drawn):
    people = replaced(drawn._replace(trust=drawn.literacy), drawn)
    assert np.array_equal(people.people["trust"], drawn.literacy)
    assert np.array_equal(people.literacy, drawn.literacy)


def test_what_is_written_into_a_column_afterwards_changes_nobody(drawn):
    online = np.ones(len(drawn.place), np.uint8)
    people = replaced(drawn._replace(online=online), drawn)
    online[:] = 0
    assert people.online.all()
    with pytest.raises(ValueError, match="read-only"):
        people.online[0] = 0


@pytest.mark.parametrize(
    "trust", [0.9, 300, -1, np.nan, np.inf, "128"], ids=["share", "above", "below", "none", "endless", "words"]
)
def test_what_is_no_level_is_refused(trust, drawn):
    column = np.full(len(drawn.place), trust)
    assert faults(drawn._replace(trust=column), drawn) == [("population.not_a_column", "trust")]


@pytest.mark.parametrize("trust", [255, np.zeros(1, np.uint8), np.zeros((2, 3), np.uint8)], ids=["one", "few", "table"])
def test_a_column_has_a_value_for_each_resident(trust, drawn):
    assert faults(drawn._replace(trust=trust), drawn) == [("population.not_a_column", "trust")]


def test_all_faults_are_told_at_once(drawn):
    wrong = {"device": np.full(len(drawn.place), 9), "occupation": np.full(len(drawn.place), 200)}
    assert {key for _, key in faults(drawn._replace(**wrong), drawn)} == set(wrong)


def test_people_are_replaced_by_their_columns_alone(drawn):
    records = drawn.people.copy()
    records["trust"] = 255
    assert faults(drawn._replace(people=records), drawn) == [("population.home_replaced", "people")]


def test_replaced_columns_survive_pickling(drawn):
    turned = drawn._replace(trust=drawn.trust[::-1])
    assert np.array_equal(pickle.loads(pickle.dumps(turned)).trust, drawn.trust[::-1])


@pytest.mark.parametrize("name", HOMES)
def test_where_people_live_cannot_be_replaced(name, drawn):
    moved = getattr(drawn, name).copy()
    moved[-1] ^= 1
    assert faults(drawn._replace(**{name: moved}), drawn) == [("population.home_replaced", name)]


def test_every_column_of_people_is_a_home_or_has_limits(drawn):
    assert set(columns_of(drawn.people)) == set(LIMITS) | {"place", "address"}
