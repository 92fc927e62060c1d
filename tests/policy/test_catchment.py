"""A visit addresses no more residents than live in the place it comes to, and no ward (RW) that is not there."""

from collections import Counter
from datetime import date

import pytest

from ikdsim.agency.visit_plan import Stop
from ikdsim.clock import week_of
from ikdsim.fields import NO_PLACES, Refused
from ikdsim.policy.botram_rotation import BotramRotation
from ikdsim.policy.catchment import Wards
from ikdsim.provenance import load_parameters
from ikdsim.region.load import load_region
from tests.factories import COAST, TOWN, make_conditions

BABELAN = load_region("babelan")
SEA = ("Desa Hurip Jaya", "Desa Teluk Mati")
START = date(2027, 1, 4)
FIVE_HUNDRED = {"population.ward_residents": 500.0}
"""With it every place of `two_places` has six wards."""


def rotation(places, catchment=None, wards=None):
    return BotramRotation(
        name="x", start=START, visits_per_month=8.7, places=places, catchment=catchment, wards=wards, crews="added"
    )


def misfits(**keys):
    return rotation(SEA, **keys).misfits(BABELAN, load_parameters())


def stops(weeks, **keys):
    """Where the visits of the first weeks are held, two a week."""
    first = week_of(START)
    return [
        stop
        for week in range(first, first + weeks)
        for stop in rotation(("Town", "Coast"), **keys).stops(2.0, make_conditions(FIVE_HUNDRED, week))
    ]


def test_as_many_as_the_smallest_place_has_can_be_addressed():
    assert misfits(catchment=4_719) == misfits(catchment=None) == []


def test_more_than_the_smallest_place_has_cannot():
    [misfit] = misfits(catchment=4_720)
    assert (misfit.code, misfit.key) == ("catchment_beyond_place", "catchment")
    assert misfit.facts == {"value": "4720", "place": "Desa Hurip Jaya", "high": 4_719}


def test_visits_go_to_the_wards_that_are_named_and_to_no_other():
    places = Counter(stops(9, wards=(2, 5, 6)))
    assert places == {Stop(place, (ward,)): 3 for place in (TOWN, COAST) for ward in (1, 4, 5)}


def test_a_larger_catchment_takes_the_next_of_the_named_wards_as_well():
    here = [stop.wards for stop in stops(3, wards=(2, 5, 6), catchment=1000.0) if stop.place == TOWN]
    assert here == [(1, 4), (5, 1), (4, 5)]


def test_no_visit_addresses_more_wards_than_are_named():
    assert {stop.wards for stop in stops(3, wards=(4,), catchment=3000.0)} == {(3,)}


def test_every_place_without_a_ward_that_is_named_is_told_with_how_many_it_has():
    assert misfits(wards=(1, 4)) == []
    told = [(misfit.key, misfit.facts) for misfit in misfits(wards=(1, 5))]
    assert told == [("wards", {"value": 5, "place": "Desa Hurip Jaya", "high": 4})]
    assert [misfit.facts["place"] for misfit in misfits(wards=(99,))] == ["Desa Teluk Mati", "Desa Hurip Jaya"]


@pytest.mark.parametrize("value", [3, [], [0], [1.0], [True], ["3"], "all"])
def test_wards_are_told_by_their_numbers(value):
    with pytest.raises(Refused) as refused:
        Wards(None).take(value, NO_PLACES)
    assert refused.value.code == "not_wards"


def test_a_ward_named_twice_has_one_turn():
    assert Wards(None).take([3, 1, 3], NO_PLACES) == (3, 1)
