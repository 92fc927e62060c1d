import numpy as np
import pytest

from ikdsim.population.lives import heard_elsewhere, users_elsewhere, usual_lives
from ikdsim.resident import stages as s
from ikdsim.resident.changes import ARRIVAL, HEARD


@pytest.fixture(scope="module")
def lives(babelan, parameters, residents):
    return usual_lives(residents, babelan, (1, 313), 1, parameters)


def test_newcomers_bring_ikd_at_the_rate_of_the_nation(lives, parameters):
    """0.3, 3.3 and 6.8 % of adults at the end of 2022, in December 2023 and in March 2025."""
    assert users_elsewhere(np.array([0, 49, 115]), parameters) == pytest.approx([0.003, 0.032, 0.067], abs=0.002)
    arrivals = lives.changes.dated[lives.changes.dated["what"] == ARRIVAL]
    who = lives.changes.newcomers[arrivals["value"]]
    recorded = (who["recorded_week"] <= arrivals["week"]) & (who["birth_week"] + 887 <= arrivals["week"])
    got, wanted = (arrivals["stage"] == s.ACTIVE).sum(), users_elsewhere(arrivals["week"], parameters)[recorded].sum()
    assert got == pytest.approx(wanted, rel=0.06)
    users = who[arrivals["stage"] == s.ACTIVE]
    assert (users["supported_week"] <= arrivals["week"][arrivals["stage"] == s.ACTIVE]).all()


def test_some_have_heard_of_ikd_when_they_turn_17(lives, parameters):
    heard = lives.changes.dated[lives.changes.dated["what"] == HEARD]
    early, late = ((heard["week"] <= 53).sum(), (heard["week"] > 260).sum())
    assert 0 < early < late
    assert heard_elsewhere(np.array([0, 313]), parameters) == pytest.approx([0.018, 1.0], abs=0.08)
