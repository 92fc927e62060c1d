"""Training: officers who know the app are quicker and fail less, at every desk and on every visit."""

from datetime import date

import pytest

from ikdsim.policy.training import Training
from tests.theory.lever import FIRST, START, assert_nothing_before_its_start, gain, minutes, work_otherwise


def course(trained=1.0, end=None):
    return Training(name="course", start=START, trained=trained, end=end)


def test_trained_officers_activate_more_in_total_and_fewer_nowhere():
    assert gain(course()).sum() > 0.01 * gain(course(0.0)).sum() + 1.0
    assert (gain(course()) > -0.5).all()


def test_who_trains_more_officers_gains_more():
    assert gain(course(0.0)).sum() < gain(course(0.5)).sum() < gain(course()).sum()


def test_it_changes_how_quick_officers_are_and_how_often_they_fail_and_nothing_else():
    assert work_otherwise(course()).keys() == {"time_factor", "failure"}


def test_the_course_takes_its_minutes_from_desks_in_its_week_alone():
    lost = {name: before - minutes(course(), week=FIRST)[name] for name, before in minutes(week=FIRST).items()}
    assert lost["kecamatan_desk"] == pytest.approx(3 * 900.0 * 0.85, rel=0.01)  # three officers, fragmentation 15 %
    assert lost["botram_village"] == 0.0
    assert minutes(course()) == minutes()


def test_nobody_changes_before_it():
    assert_nothing_before_its_start(course())


def test_what_was_learnt_is_lost_with_the_end_of_the_policy():
    assert work_otherwise(course(end=date(2024, 1, 28))) == {}
