"""Seats of classes and school visits: who sits there, and what it makes of them."""

from datetime import date

import numpy as np
import pytest

from ikdsim.policy.literacy_class import LiteracyClass
from ikdsim.policy.own_staff_first import OwnStaffFirst
from ikdsim.policy.school_visit import SchoolVisit
from ikdsim.region.load import load_region
from ikdsim.resident import changes as ch
from ikdsim.resident.columns import CIVIL_SERVANT
from ikdsim.resident.stages import INTENDING
from ikdsim.service.kinds import SCHOOL_VISIT
from ikdsim.setup import Setup
from tests.factories import make_scenario

PLACES = load_region("babelan").place_names
END = date(2025, 12, 28)
SCALE = 50.0


def lives_under(*policies):
    return Setup(make_scenario(policies, END), 1, SCALE).lives


def a_class(places=PLACES, **keys):
    return LiteracyClass(name="x", start=date(2025, 1, 6), end=None, places=places, **keys)


def people_at_the_end(lives):
    people = lives.start.people.copy()
    ch.people_at(200, people, lives.changes)
    return people


def who_sat(lives, sat):
    """Records of those who sat in each of the sessions."""
    people = []
    for week, row in zip(sat["week"].tolist(), sat["row"].tolist(), strict=True):
        then = lives.start.people.copy()
        ch.people_at(week, then, lives.changes)
        people.append(then[row])
    return np.array(people)


def test_a_class_changes_its_attendees_and_nobody_else():
    usual, taught = lives_under(), lives_under(a_class(classes_per_week=9.0, seats=100))
    attended = taught.changes.dated["row"][taught.changes.dated["what"] == ch.LITERACY]
    before, after = people_at_the_end(usual), people_at_the_end(taught)
    changed = np.flatnonzero(before != after)
    assert len(attended) == len(set(attended)) > 300
    assert 0 < len(changed) <= len(attended) and set(changed) <= set(attended)
    assert (after["literacy"][changed] > before["literacy"][changed]).all()


def test_those_of_the_right_age_and_place_come_and_no_more_than_there_are_seats():
    lives = lives_under(a_class(("Kelurahan Bahagia",), classes_per_week=1.0, seats=100, youngest=50, oldest=60))
    sat = lives.changes.dated[lives.changes.dated["what"] == ch.LITERACY]
    people = who_sat(lives, sat)
    assert len(sat) == int(51 * 100 / SCALE)
    assert set(people["place"]) == {0}
    age = (sat["week"] - people["birth_week"]) / 52.18
    assert age.min() >= 49.9 and age.max() <= 61.1


def test_school_visits_record_those_who_are_about_to_turn_17_and_explain_ikd():
    lives = lives_under(SchoolVisit(name="s", start=date(2025, 1, 6), end=None, visits_per_week=9.0, places=PLACES))
    recorded = lives.changes.dated[lives.changes.dated["what"] == ch.RECORDED_WEEK]
    people = who_sat(lives, recorded)
    weeks_left = people["birth_week"] + 887 - recorded["week"]
    assert len(recorded) > 30
    assert weeks_left.min() >= 0 and weeks_left.max() <= 53
    assert people["recorded_week"] == pytest.approx(recorded["week"])


def test_pupils_of_17_and_18_who_can_be_activated_are_at_the_school_of_their_place():
    visits = SchoolVisit(name="s", start=date(2025, 1, 6), visits_per_week=9.0, places=PLACES)
    setup = Setup(make_scenario((visits,), END), 1, SCALE)
    sat = setup.lives.changes.dated[setup.lives.changes.dated["what"] == ch.ATTENDS]
    people = who_sat(setup.lives, sat)
    weeks_since = sat["week"] - people["birth_week"] - 887
    assert len(sat) > 30
    assert weeks_since.min() > 0 and weeks_since.max() <= 2 * 53
    assert (people["recorded_week"] < sat["week"]).all() and (people["supported_week"] < sat["week"]).all()
    stations = [setup.services.stations[number] for number in sat["value"]]
    assert stations == [(SCHOOL_VISIT, place) for place in people["place"].tolist()]


def test_what_comes_later_alters_no_earlier_seat():
    longer, shorter = (
        Setup(make_scenario((a_class(classes_per_week=9.0, seats=100),), end), 1, SCALE).lives.changes.dated
        for end in (END, date(2025, 6, 29))
    )
    for name in ("week", "row", "what", "stage"):
        assert np.array_equal(longer[longer["week"] <= 130][name], shorter[name]), name


def test_only_civil_servants_who_follow_are_told_to_activate_ikd():
    lives = Setup(make_scenario((own_staff(0.6, PLACES[:2]),), END), 1, 10.0).lives
    told = lives.changes.dated[instructed(lives)]
    people = who_sat(lives, told)
    assert set(people["occupation"]) == {CIVIL_SERVANT} and set(people["place"]) == {0, 1}
    then = lives.start.people.copy()
    ch.people_at(int(told["week"][0]), then, lives.changes)
    all_of_them = (then["occupation"] == CIVIL_SERVANT) & (then["place"] < 2)
    assert len(told) / all_of_them.sum() == pytest.approx(0.6, abs=0.1)


def test_who_follows_does_not_depend_on_how_many_others_do():
    few, many = (lives_under(own_staff(willing)) for willing in (0.3, 0.9))
    rows = [set(lives.changes.dated["row"][instructed(lives)].tolist()) for lives in (few, many)]
    assert rows[0] < rows[1]


def own_staff(willing, places=PLACES):
    return OwnStaffFirst(name="staff", start=date(2025, 1, 6), willing=willing, places=places)


def instructed(lives):
    """Which of the changes tell somebody to activate IKD."""
    return (lives.changes.dated["what"] == ch.HEARD) & (lives.changes.dated["stage"] == INTENDING)
