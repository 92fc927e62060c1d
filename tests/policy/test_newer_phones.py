"""Phones go to those of the willing who have none that can run the app, and each that is taken is paid."""

import dataclasses
from datetime import date

import numpy as np
import pytest

from ikdsim.model import IkdModel
from ikdsim.policy.newer_phones import NewerPhones
from ikdsim.provenance import load_parameters
from ikdsim.region.load import load_region
from ikdsim.resident import changes as ch
from ikdsim.setup import Setup
from ikdsim.twin import Twin
from tests.factories import LIVELY, make_scenario

PLACES = load_region("babelan").place_names
START, END = date(2023, 3, 6), date(2024, 12, 29)
SCALE = 50.0


def phones(**keys):
    return NewerPhones(
        **{"name": "x", "start": START, "phones_per_week": 1000.0, "willing": 1.0, "places": PLACES, **keys}
    )


def setup_under(*policies):
    return Setup(make_scenario(policies, END, parameters=LIVELY), 1, SCALE)


def taken(setup):
    """Records of CHANGE of all who take a phone."""
    return setup.lives.changes.dated[setup.lives.changes.dated["what"] == ch.SUPPORTED_WEEK]


def without(setup, week):
    """How many adults have no supported phone by the end of `week`."""
    people = setup.lives.start.people.copy()
    ch.people_at(week, people, setup.lives.changes)
    return int(((people["supported_week"] > week) & (people["birth_week"] < week - 900)).sum())


def test_they_go_to_residents_without_a_supported_one_and_nobody_takes_two():
    setup = setup_under(phones())
    took, usual = taken(setup), setup_under().lives
    assert len(took) == len(set(took["row"])) > 100
    for week in np.unique(took["week"]):
        people = usual.start.people.copy()
        ch.people_at(int(week), people, usual.changes)
        assert (people["supported_week"][took["row"][took["week"] == week]] > week).all()


def test_of_those_without_the_willing_take_one():
    before = without(setup_under(), 60)
    left = {
        share: without(setup_under(phones(willing=share, phones_per_week=1e4)), 60) / before for share in (0.5, 1.0)
    }
    assert left == pytest.approx({0.5: 0.5, 1.0: 0.0}, abs=0.08)


def test_no_more_are_taken_than_there_are_and_each_is_paid_once():
    setup = setup_under(phones(phones_per_week=300.0))
    weeks, agents = np.unique(taken(setup)["week"], return_counts=True)
    assert agents.max() * SCALE <= 300.0 + len(PLACES) * SCALE
    assert agents[:10].sum() * SCALE == pytest.approx(3000.0, rel=0.2)
    price = setup.parameters.value("cost.newer_phone")
    paid = {week: agents * price * SCALE for week, agents in zip(weeks.tolist(), agents.tolist(), strict=True)}
    costs = {planned.conditions.week: planned.conditions.costs.get("newer_phones") for planned in setup.programme}
    assert {week: cost for week, cost in costs.items() if cost} == paid


def test_more_can_use_ikd_in_both_engines_alike_and_in_the_twin():
    usual, setup = setup_under(), setup_under(phones())
    ends = []
    for made, engine in ((usual, "columns"), (setup, "columns"), (setup, "objects")):
        model = IkdModel(made, engine=engine)
        model.run()
        ends.append(model.activated)
    expected = [Twin(made).run() for made in (usual, setup)]
    assert ends[0] < ends[1] == ends[2]
    assert expected[0].users[-1].sum() < expected[1].users[-1].sum()


def test_who_is_too_young_gets_none():
    took = taken(setup_under(phones(youngest=60)))
    people = setup_under().lives.start.people
    ages = (took["week"] - people["birth_week"][took["row"]]) / 52.18
    assert np.median(ages) > 60


def test_a_policy_of_a_file_does_not_know_who_comes():
    assert phones() == dataclasses.replace(phones(), taken={3: 2.0})


def test_ages_that_nobody_has_are_told():
    region, parameters = load_region("babelan"), load_parameters()
    assert [misfit.code for misfit in phones(youngest=80, oldest=20).misfits(region, parameters)] == [
        "oldest_below_youngest"
    ]
    assert phones(youngest=20, oldest=20).misfits(region, parameters) == []
