"""Before the first week nobody has heard of IKD."""

from ikdsim.resident.columns import initial_state
from ikdsim.resident.stages import MOST_RIVALS
from tests.factories import make_model


def test_everybody_starts_unaware_with_his_own_trust():
    residents = make_model().residents
    state = initial_state(residents)
    assert not state.stage.any()
    assert not state.news.any()
    assert state.due.shape == (len(residents.place), MOST_RIVALS)
    assert (state.trust == residents.trust).all()


def test_trust_that_is_lost_later_does_not_change_who_the_residents_are():
    residents = make_model().residents
    before = residents.trust.copy()
    initial_state(residents).trust[:] = 0
    assert (residents.trust == before).all()
