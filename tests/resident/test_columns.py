"""Where residents live is told by their addresses."""

import numpy as np

from ikdsim.resident.columns import PERSON
from ikdsim.resident.state import STANDING
from tests.factories import make_model


def test_rts_and_households_are_numbered_over_the_whole_region():
    people = make_model().residents
    assert len(np.unique(people.place)) > 1
    for number in (people.neighbourhood, people.household):
        assert number[0] == 0
        assert set(np.diff(number).tolist()) <= {0, 1}
    begins = np.flatnonzero(np.diff(people.neighbourhood)) + 1
    assert begins.tolist() == people.neighbourhood_start[1:-1].tolist()
    assert people.opens_household[begins].all()
    assert (np.diff(people.household)[begins - 1] == 1).all()


def test_a_resident_takes_48_bytes():
    assert PERSON.itemsize + STANDING.itemsize == 48
