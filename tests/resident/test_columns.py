"""Before the first week nobody has heard of IKD; where residents live is told by their addresses."""

import numpy as np

from ikdsim.resident.columns import PERSON, STANDING, initial_state
from ikdsim.resident.stages import MOST_RIVALS
from tests.factories import make_model

MANY = 7


def test_everybody_is_unaware_before_a_run_starts():
    state = initial_state(MANY)
    assert not state.stage.any()
    assert not state.awaits.any()
    assert not state.avoids.any()
    assert state.due.shape == (MANY, MOST_RIVALS)


def test_everybody_starts_with_a_trust_of_their_own():
    model = make_model()
    assert (model.engine.state().trust == model.residents.trust).all()


def test_trust_that_is_lost_later_does_not_change_who_the_residents_are():
    model = make_model()
    before = model.residents.trust.copy()
    model.engine.state().trust[:] = 0
    assert (model.residents.trust == before).all()


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
