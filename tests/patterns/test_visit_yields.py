"""What an outreach day brings: about 120 visitors at the hall of one RW (Tanjung Perak, Surabaya, 2024).

Days that draw on many thousands bring 91 activations (a fair in Kaltim), 150 and more (schools in Sidoarjo), 233 (a
campus in Denpasar).
"""

from datetime import date

import numpy as np
import pytest

from ikdsim import run
from ikdsim.agency.conditions import Visit, usual_conditions
from ikdsim.agency.officers import roster
from ikdsim.policy.ikd_team import IkdTeam
from ikdsim.resident import causes as c
from ikdsim.resident.ages import age_band
from ikdsim.resident.implementation import adult_week
from ikdsim.service.exposure import hazards_without_trust
from ikdsim.service.kinds import SERVICE_VEHICLE, TEAM_VISIT
from ikdsim.setup import Setup
from tests.factories import make_scenario

WEEK = 110
PLACES = range(9)


@pytest.fixture(scope="module")
def setup():
    return Setup(make_scenario())


@pytest.fixture(scope="module")
def own(setup):
    """Own factor of every resident for errands, 0 under 17."""
    by_age, born = setup.tables.errands_by_age, setup.residents.birth_week.tolist()
    return np.array([by_age[age_band(week, WEEK)] * (adult_week(week) <= WEEK) for week in born])


def errand_hazard(setup, *visits):
    """Hazard of an errand this week, by resident."""
    officers = roster(1, setup.region, setup.parameters)
    conditions = usual_conditions(WEEK, 1, setup.region, setup.parameters, officers)
    conditions.visits += visits
    hazards = hazards_without_trust(setup.services.open_week(conditions, 1.0))
    return np.asarray(hazards[c.ERRAND])[setup.residents.ward]


@pytest.mark.parametrize("place", PLACES)
def test_one_visit_brings_about_120_errands_whatever_the_size_of_the_place(place, setup, own):
    visit = Visit(SERVICE_VEHICLE, place, (0,), 1440.0, own_vehicle=True)
    brought = errand_hazard(setup, visit) - errand_hazard(setup)
    assert 80 < (1.0 - np.exp(-brought * own)).sum() < 180


def activated_on_a_day(catchment):
    """Activations on a team's day in Bahagia, mean of the first year."""
    team = IkdTeam(
        name="team",
        start=date(2024, 1, 1),
        officers=4,
        visits_per_week=0.25,
        places=("Kelurahan Bahagia",),
        catchment=catchment,
    )
    result = run(make_scenario((team,), end=date(2024, 12, 29)), seed=1)
    return result.channels[-1, TEAM_VISIT] / 13


@pytest.mark.slow
def test_a_day_that_draws_on_thousands_activates_as_many_as_are_told_of_and_one_at_an_rw_hall_far_fewer():
    assert 91 < activated_on_a_day(40_000.0) < 233
    assert 5 < activated_on_a_day(None) < 30
