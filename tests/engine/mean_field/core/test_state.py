"""The compartments of a pool lie apart, and a new state holds everybody once."""

from ikdsim.engine.mean_field.core.state import ACTIVE_LOSS, APPOINTED, COMPELLED, CONFIRMED_LOSS, TRIES, standing_type
from ikdsim.resident import stages as s
from tests.engine.mean_field.factories import RESIDENTS, make_state


def test_compartments_follow_the_stages_one_by_one():
    most_tries = 3
    extra = (ACTIVE_LOSS, CONFIRMED_LOSS, COMPELLED, APPOINTED)
    compartments = [*range(len(s.STAGES)), *extra, *range(TRIES, TRIES + most_tries)]
    assert compartments == list(range(standing_type(most_tries)["stock"].shape[1]))


def test_before_the_first_week_nobody_stands_anywhere_and_children_are_counted():
    state = make_state()
    assert not state.standing["stock"].any()
    assert state.strata.places["residents"].tolist() == [RESIDENTS, RESIDENTS]


def test_a_stratum_is_driven_by_the_hazards_of_its_occupations():
    state = make_state(weeks=2)
    assert (state.drive["decision"][:, :, 0] == state.supply.weeks["decision"][:, [0]]).all()
    assert state.drive["decision"].min() > 0.0
