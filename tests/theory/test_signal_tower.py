"""A tower connects homes and visits of its places, newcomers too, and changes nobody elsewhere."""

from dataclasses import replace

import numpy as np
import pytest

from ikdsim.policy.signal_tower import SignalTower
from ikdsim.region.load import load_region
from ikdsim.resident import changes as ch
from ikdsim.resident import stages as s
from ikdsim.setup import Setup
from ikdsim.twin import Twin
from tests.factories import make_parameters, make_scenario
from tests.theory.paired import END, FIRST_WEEK, START, TIME_FOR_ALL, is_as_usual_before, moved, run, users

REGION = load_region("babelan")
COASTAL = tuple(place.name for place in REGION.places if place.coastal)
NUMBERS = [number for number, place in enumerate(REGION.places) if place.coastal]
TOWER = SignalTower(name="tower", start=START, places=COASTAL, signal=1.0)
AT_COAST = SignalTower(name="tower", start=START, places=("Coast",), signal=1.0)


def online(lives, week):
    """Share of those of 17 and over who are online at the end of `week`, by place."""
    people = lives.start.people.copy()
    ch.people_at(week, people, lives.changes)
    adult = people["birth_week"] < week - 17 * 52.2
    place, places = people["place"][adult], len(REGION.places)
    return np.bincount(place, people["online"][adult], places) / np.bincount(place, minlength=places)


def lives_under(*policies):
    return Setup(make_scenario(policies, END), 1, 10.0).lives


def test_visits_to_its_place_fail_less_and_nothing_else_of_the_week_is_touched():
    assert moved(AT_COAST) == (set(), {"failure"})


@pytest.mark.parametrize("week", [FIRST_WEEK, FIRST_WEEK + 100])
def test_as_many_more_are_online_as_homes_have_signal_and_nobody_elsewhere(week):
    usual, tower = online(lives_under(), week), online(lives_under(TOWER), week)
    before = np.array([place.signal for place in REGION.places])
    assert tower[NUMBERS] == pytest.approx(usual[NUMBERS] / before[NUMBERS], rel=0.06)
    elsewhere = [number for number in range(len(before)) if number not in NUMBERS]
    assert (tower[elsewhere] == usual[elsewhere]).all()


def test_nobody_goes_offline_and_nobody_learns_or_gets_a_phone():
    usual, tower = lives_under(), lives_under(TOWER)
    made = {row.tobytes() for row in tower.changes.dated} - {row.tobytes() for row in usual.changes.dated}
    added = np.frombuffer(b"".join(made), ch.CHANGE)
    assert set(added["what"]) == {ch.ONLINE} and set(added["value"]) == {1}
    assert {row.tobytes() for row in usual.changes.dated} <= {row.tobytes() for row in tower.changes.dated}


def test_who_arrives_later_is_online_as_often_as_those_who_were_there():
    dated = lives_under(TOWER).changes.dated
    arrivals = {(each["week"], each["row"]) for each in dated[dated["what"] == ch.ARRIVAL]}
    later = [(each["week"], each["row"]) for each in dated[(dated["what"] == ch.ONLINE) & (dated["week"] > FIRST_WEEK)]]
    assert len(later) > 10
    assert set(later) <= arrivals


def test_more_at_the_coast_hear_of_ikd():
    stages = [run(*policies).observations.adoption.stages[FIRST_WEEK + 20, NUMBERS] for policies in ((), (TOWER,))]
    unaware = [by_place[:, s.UNAWARE].sum() for by_place in stages]
    assert unaware[1] < unaware[0]
    assert users(TOWER)[NUMBERS].sum() >= users()[NUMBERS].sum()


def test_the_twin_follows():
    gains = []
    for policies in ((), (TOWER,)):
        setup = Setup(make_scenario(policies, END, parameters=TIME_FOR_ALL), 1, 20.0)
        gains.append(Twin(setup).run().users[-1])
    assert (gains[1][NUMBERS] > gains[0][NUMBERS]).all()


def test_nobody_is_changed_before_it_is_built():
    assert is_as_usual_before(TOWER)


def test_a_tower_with_an_end_is_refused():
    assert [misfit.code for misfit in replace(TOWER, end=END).misfits(REGION, make_parameters())] == ["tower_stays"]
