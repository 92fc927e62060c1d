"""Travel: kilometres to the desks, there and back, of those who came."""

from types import SimpleNamespace

import numpy as np
import pytest

from ikdsim.observe.observer import WeekSeen
from ikdsim.observe.travel import Travel
from ikdsim.resident.stages import INTENDING, STAGES
from ikdsim.service.kinds import BOTRAM_VILLAGE, KECAMATAN_DESK, VILLAGE_DESK
from ikdsim.service.opening import Services
from tests.factories import TOWN, make_conditions, open_week, stations_of, two_places


def week_of(came, wanting):
    """A week in which so many came to the stations of these kinds, and so many of each place want IKD."""
    conditions = make_conditions()
    supply = open_week(conditions).supply
    counts = np.zeros(len(supply.kind), np.int64)
    for kind, number in came.items():
        counts[stations_of(kind, conditions)[0]] = number
    stages = np.zeros((2, len(STAGES)), np.int64)
    stages[:, INTENDING] = wanting
    return WeekSeen(0, conditions, supply, SimpleNamespace(came=counts, stage_by_place=stages))


def km_of(came, wanting=(0, 0)):
    travel = Travel(1, Services(two_places()).stations, two_places())
    travel.look(week_of(came, wanting))
    return travel.km[0]


def test_those_who_come_to_a_desk_go_there_and_back():
    km = two_places().places[TOWN].km["kecamatan_desk"]
    assert km_of({KECAMATAN_DESK: 10}, (10**9, 0)) == pytest.approx(10 * 2 * km)


def test_the_more_of_a_far_place_want_ikd_the_longer_the_ways():
    assert km_of({KECAMATAN_DESK: 10}, (0, 1000)) > km_of({KECAMATAN_DESK: 10}, (1000, 0))


@pytest.mark.parametrize("kind", [VILLAGE_DESK, BOTRAM_VILLAGE])
def test_what_comes_to_the_place_costs_no_way(kind):
    assert km_of({kind: 10}) == 0.0


def test_a_week_without_visitors_has_no_ways():
    assert km_of({}) == 0.0
