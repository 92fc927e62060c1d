"""Resources: staff, information and facilities, each with its one effect."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikdsim.agency.officers import person
from ikdsim.agency.resources import Resources
from tests.factories import make_parameters

NUMBERS = {
    "resources.avoidable_failure": 0.2,
    "resources.failure_without_signal": 0.5,
    "resources.time_saved_by_skill": 0.4,
    "resources.skill": 0.1,
    "resources.information": 0.6,
    "resources.uptime": 0.7,
    "resources.skill_spread": 1.0,
    "resources.failure_avoided_by_skill": 0.25,
}
REGISTER = make_parameters(NUMBERS)


def fails(here: Resources, signal: float, skill: float = 0.0, care: float = 1.0) -> float:
    return here.failure(signal, skill, care, REGISTER)


def office(skill: float = 0.0, information: float = 0.0, uptime: float = 1.0) -> Resources:
    return Resources(skill=skill, information=information, uptime=uptime)


def test_the_usual_week_is_that_of_the_register():
    assert Resources.usual(REGISTER) == office(0.1, 0.6, 0.7)


def test_training_avoids_failures():
    assert fails(office(), 1.0) == pytest.approx(0.2)
    assert fails(office(information=0.5), 1.0) == pytest.approx(0.1)
    assert fails(office(information=1.0), 1.0) == pytest.approx(0.0)


def test_a_central_system_that_is_down_fails_everybody():
    assert fails(office(uptime=0.0, information=1.0), 1.0) == 1.0
    assert fails(office(uptime=0.9, information=1.0), 1.0) == pytest.approx(0.1)


def test_without_signal_half_of_the_attempts_fail():
    assert fails(office(information=1.0), 0.0) == pytest.approx(0.5)


def test_skill_saves_time_and_failures():
    assert office().time_factor(0.0, REGISTER) == 1.0
    assert office().time_factor(0.5, REGISTER) == pytest.approx(0.8)
    assert fails(office(), 1.0, skill=1.0) == pytest.approx(0.15)


def test_whoever_takes_more_care_fails_less():
    assert fails(office(), 1.0, care=0.5) == pytest.approx(0.1)


def test_as_many_officers_have_skill_as_the_mean_says():
    everybody = [person(1, "kecamatan_desk", -1, rank, 37.5) for rank in range(4000)]
    skills = office(skill=0.3).skills_of(everybody, REGISTER)
    assert set(skills) == {0.0, 1.0}
    assert np.mean(skills) == pytest.approx(0.3, abs=0.02)
    alike = make_parameters({"resources.skill_spread": 0.0})
    assert set(office(skill=0.3).skills_of(everybody, alike)) == {0.3}


@given(signal=st.floats(0, 1), more_signal=st.floats(0, 1), uptime=st.floats(0, 1), information=st.floats(0, 1))
def test_a_better_office_never_fails_more(signal, more_signal, uptime, information):
    better = max(signal, more_signal)
    failure = fails(office(information=information, uptime=uptime), signal)
    assert 0.0 <= failure <= 1.0
    assert fails(office(information=information, uptime=uptime), better) <= failure
    assert fails(office(information=1.0, uptime=uptime), signal) <= failure + 1e-12
    assert fails(office(information=information), signal) <= failure + 1e-12
