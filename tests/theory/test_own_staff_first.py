"""Own staff first: civil servants decide in the first week, and staff who use IKD speak for it in their places."""

import numpy as np

from ikdsim.policy.own_staff_first import OwnStaffFirst
from ikdsim.resident import stages as s
from ikdsim.resident.columns import CIVIL_SERVANT
from tests.factories import make_model, run_to
from tests.theory.lever import (
    FIRST,
    START,
    assert_nothing_before_its_start,
    gain,
    minutes,
    under,
    users,
    work_otherwise,
)

ALL_PLACES = under().setup.region.place_names
TIME_FOR_ALL = {"structure.desk_share": 0.4, "structure.visit_share": 0.7}
SILENT = {"disposition.users_attitude": 1.0, "knowledge.staff_talk": 1.0}
"""Staff who use IKD and do not speak of it."""


def told(willing=0.8, places=ALL_PLACES):
    return OwnStaffFirst(name="x", start=START, willing=willing, places=places)


def test_the_more_civil_servants_follow_the_more_residents_use_ikd():
    few, many = (gain(told(share), **TIME_FOR_ALL).sum() for share in (0.3, 0.9))
    assert 0.0 < few < many


def test_those_of_one_kelurahan_raise_its_users_first():
    by_place = gain(told(places=ALL_PLACES[:1]), **TIME_FOR_ALL)
    assert by_place[0] > 0.8 * by_place.sum() > 0.0


def test_who_speaks_for_it_wins_others():
    numbers = TIME_FOR_ALL | {"disposition.users_attitude": 1.6}
    assert gain(told(), **numbers).sum() > gain(told(), **TIME_FOR_ALL, **SILENT).sum() > 0.0


def test_in_its_first_week_nobody_but_civil_servants_decides_for_it():
    usual, first = (run_to(make_model(policies, scale=100.0, end=START), FIRST) for policies in ((), (told(),)))
    before, after = (model.engine.state().stage for model in (usual, first))
    changed = np.flatnonzero((before != after) & (after == s.INTENDING))
    assert len(changed) > 5
    assert set(usual.residents.occupation[changed].tolist()) == {CIVIL_SERVANT}


def test_only_desks_of_the_kecamatan_and_the_places_offer_it_oftener_and_none_has_another_minute():
    changed = work_otherwise(told())
    assert changed.keys() == {"offer", "station_factor"}
    assert set.union(*changed.values()) == {"kecamatan_desk", "village_desk"}
    assert minutes(told()) == minutes()


def test_the_meetings_take_their_minutes_from_the_office_in_their_week():
    setup = under(told()).setup
    meetings = [duty for duty in setup.programme.week(FIRST).conditions.duties if duty.activity == "staff_meeting"]
    assert len(meetings) == len(ALL_PLACES)
    assert {duty.officer.post for duty in meetings} == {"district_office"}
    assert setup.programme.spent_until(FIRST)["own_staff_first"] == setup.programme.spent_until(100)["own_staff_first"]


def test_nobody_changes_before_it():
    assert_nothing_before_its_start(told())
    assert users(told()).shape == users().shape
