"""Resources: staff, information and facilities, each with its one effect."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikdsim.agency.resources import Resources, officer_minutes
from tests.factories import make_parameters

NUMBERS = {
    "resources.avoidable_failure": 0.2,
    "resources.failure_without_signal": 0.5,
    "resources.time_saved_by_skill": 0.4,
    "resources.skill": 0.1,
    "resources.information": 0.6,
    "resources.uptime": 0.7,
}
REGISTER = make_parameters(NUMBERS)


def office(skill: float = 0.0, information: float = 0.0, uptime: float = 1.0) -> Resources:
    return Resources(skill=skill, information=information, uptime=uptime)


def test_the_usual_week_is_that_of_the_register():
    assert Resources.usual(REGISTER) == office(0.1, 0.6, 0.7)


def test_training_avoids_failures():
    assert office().failure(1.0, REGISTER) == pytest.approx(0.2)
    assert office(information=0.5).failure(1.0, REGISTER) == pytest.approx(0.1)
    assert office(information=1.0).failure(1.0, REGISTER) == pytest.approx(0.0)


def test_a_central_system_that_is_down_fails_everybody():
    assert office(uptime=0.0, information=1.0).failure(1.0, REGISTER) == 1.0
    assert office(uptime=0.9, information=1.0).failure(1.0, REGISTER) == pytest.approx(0.1)


def test_without_signal_half_of_the_attempts_fail():
    assert office(information=1.0).failure(0.0, REGISTER) == pytest.approx(0.5)


def test_skill_saves_time_and_nothing_else():
    assert office().speed(REGISTER) == 1.0
    assert office(skill=0.5).speed(REGISTER) == pytest.approx(0.8)
    assert office(skill=0.5).failure(0.5, REGISTER) == office().failure(0.5, REGISTER)


@given(signal=st.floats(0, 1), more_signal=st.floats(0, 1), uptime=st.floats(0, 1), information=st.floats(0, 1))
def test_a_better_office_never_fails_more(signal, more_signal, uptime, information):
    better = max(signal, more_signal)
    failure = office(information=information, uptime=uptime).failure(signal, REGISTER)
    assert 0.0 <= failure <= 1.0
    assert office(information=information, uptime=uptime).failure(better, REGISTER) <= failure
    assert office(information=1.0, uptime=uptime).failure(signal, REGISTER) <= failure + 1e-12
    assert office(information=information).failure(signal, REGISTER) <= failure + 1e-12


def test_two_officers_of_ten_hours_have_twelve_hundred_minutes():
    assert officer_minutes(2, 10.0) == 1_200.0
