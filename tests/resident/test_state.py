"""Before the first week nobody has heard of IKD, and everybody has a trust of their own."""

from ikdsim.resident.stages import MOST_RIVALS
from ikdsim.resident.state import initial_state
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
