"""Policies for desks: which of them are meant, and which cannot be."""

from datetime import date

import pytest

from ikdsim.agency.officers import EVERYWHERE
from ikdsim.policy.more_officers import MoreOfficers
from ikdsim.provenance import load_parameters
from ikdsim.region.load import load_region
from tests.factories import make_conditions

BABELAN = load_region("babelan")
ALL_PLACES = BABELAN.place_names
START = date(2027, 1, 4)


def at(desk, places=ALL_PLACES, start=START):
    return MoreOfficers(name="x", start=start, desk=desk, places=places, officers=1, only_ikd=False)


def told(policy, numbers=None):
    region = load_region("babelan", numbers or {})
    return [(misfit.code, misfit.key) for misfit in policy.misfits(region, load_parameters())]


def test_village_desks_are_those_of_the_places_that_have_one():
    conditions = make_conditions(region=BABELAN)
    assert at("village_desk").stand_at(conditions) == [0, 1]
    assert at("village_desk", ALL_PLACES[1:]).stand_at(conditions) == [1]
    assert at("kecamatan_desk").stand_at(conditions) == [EVERYWHERE]


def test_a_desk_that_is_not_open_yet_has_nobody():
    assert at("mall_outlet").stand_at(make_conditions(region=BABELAN, week=10)) == []


@pytest.mark.parametrize("desk", ["district_office", "mall_outlet", "kecamatan_desk", "village_desk"])
def test_every_desk_of_babelan_can_have_more_officers(desk):
    assert told(at(desk)) == []


def test_a_desk_must_be_open_when_the_policy_starts():
    assert told(at("mall_outlet", start=date(2023, 2, 6))) == [("desk_not_open", "desk")]
    assert told(at("kecamatan_desk"), {"kecamatan_desk.exists": 0}) == [("desk_not_open", "desk")]
    assert told(at("village_desk", ALL_PLACES[2:])) == [("desk_not_open", "desk")]


def test_places_choose_among_village_desks_alone():
    assert told(at("kecamatan_desk", ALL_PLACES[:2])) == [("desk_serves_all", "places")]
