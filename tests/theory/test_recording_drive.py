"""A recording drive records adults of its places who were not, and takes officers' minutes; it persuades nobody."""

from dataclasses import replace

import numpy as np
import pytest

from ikdsim.policy.recording_drive import RecordingDrive
from ikdsim.region.load import load_region
from ikdsim.resident import changes as ch
from ikdsim.setup import Setup
from ikdsim.twin import Twin
from tests.factories import make_scenario
from tests.theory.paired import END, START, TIME_FOR_ALL, is_as_usual_before, moved, users

REGION = load_region("babelan")
COASTAL = tuple(place.name for place in REGION.places if place.coastal)
NUMBERS = [number for number, place in enumerate(REGION.places) if place.coastal]
DRIVE = RecordingDrive(name="drive", start=START, days_per_week=3.0, places=COASTAL, staff="added")
SCALE = 20.0


def setup_under(*policies, **numbers):
    return Setup(make_scenario(policies, END, parameters={**TIME_FOR_ALL, **numbers}), 1, SCALE)


def recorded(setup):
    """Records of CHANGE of all who are recorded at the drive."""
    return setup.lives.changes.dated[setup.lives.changes.dated["what"] == ch.RECORDED_WEEK]


def recorded_week_without_it(took):
    """Week in which those who come would be recorded otherwise."""
    lives, weeks = setup_under().lives, np.zeros(len(took), np.int64)
    for week in np.unique(took["week"]):
        people = lives.start.people.copy()
        ch.people_at(int(week), people, lives.changes)
        these = took["week"] == week
        weeks[these] = people["recorded_week"][took["row"][these]]
    return weeks


def unrecorded(setup):
    """Adults not recorded at the end, by place."""
    people = setup.lives.start.people.copy()
    ch.people_at(setup.last_week, people, setup.lives.changes)
    waits = (people["recorded_week"] > setup.last_week) & (people["birth_week"] < setup.last_week - 17 * 52.2)
    return np.bincount(people["place"][waits], minlength=len(REGION.places))


def test_it_touches_nothing_of_the_week_but_the_minutes_of_officers_who_leave_their_desk():
    at_home = replace(DRIVE, places=("Coast",))
    assert moved(at_home) == (set(), set())
    assert moved(replace(at_home, staff="reassigned"))[1] >= {"capacity_ms", "errand_ms"}


def test_adults_who_were_not_recorded_are_and_nobody_elsewhere():
    setup = setup_under(DRIVE)
    people, took = setup_under().lives.start.people, recorded(setup)
    assert len(took) == len(set(took["row"])) > 50
    assert set(people["place"][took["row"]].tolist()) == set(NUMBERS)
    age = (took["week"] - people["birth_week"][took["row"]]) / 52.18
    assert np.quantile(age, 0.05) > 16.99
    assert (recorded_week_without_it(took) > took["week"]).all()
    before, after = unrecorded(setup_under()), unrecorded(setup)
    assert after[NUMBERS].sum() == pytest.approx(0.5 * before[NUMBERS].sum(), rel=0.15)
    assert (np.delete(after, NUMBERS) == np.delete(before, NUMBERS)).all()


def test_no_more_are_recorded_than_officers_have_time_for():
    slow = {"implementation.recording_minutes": 10.0, "resources.visit_officers": 2.0, "resources.visit_minutes": 240.0}
    took = recorded(setup_under(replace(DRIVE, days_per_week=1.0), **slow))
    assert 0 < len(took) <= 104 * 48 / SCALE


def test_more_at_the_coast_use_ikd_in_the_twin_too():
    assert users(DRIVE)[NUMBERS].sum() > users()[NUMBERS].sum()
    expected = [Twin(setup_under(*policies)).run().users[-1][NUMBERS].sum() for policies in ((), (DRIVE,))]
    assert expected[1] > expected[0]


def test_nobody_is_changed_before_its_start():
    assert is_as_usual_before(DRIVE)
