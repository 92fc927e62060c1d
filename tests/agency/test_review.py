"""A review shows what a real office sees."""

import pytest

from ikdsim.agency.review import NotFollowed, PlaceSeen, Seen, StationSeen, nothing_seen
from ikdsim.errors import BadInput
from ikdsim.service.kinds import KECAMATAN_DESK

DESK = StationSeen(
    kind=KECAMATAN_DESK,
    place=-1,
    came=12.0,
    offered=5.0,
    served=6.0,
    appointed=2.0,
    turned_away=3.0,
    failed=1.0,
    minutes_given=300.0,
    minutes_used=120.0,
)


def test_the_share_of_a_place_is_that_of_the_recorded():
    assert PlaceSeen("Coast", residents=3_000, recorded=2_000, users=500).share_of_recorded == 0.25
    assert PlaceSeen("Nowhere", residents=10, recorded=0, users=0).share_of_recorded == 0.0


def test_service_points_are_seen_where_they_are_followed():
    assert Seen(5, (), {}, (DESK,)).stations == (DESK,)


LOOKS = {"counts": len, "lists": list, "picks": lambda stations: stations[0], "asks whether": bool}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_whoever_looks_at_service_points_that_are_not_followed_is_refused_in_one_sentence(look):
    with pytest.raises(BadInput) as raised:
        look(Seen(5, (), {}, NotFollowed()).stations)
    assert [fault.code for fault in raised.value.faults] == ["no_stations_seen"]
    assert "\n" not in str(raised.value)


def test_before_a_run_nothing_is_seen():
    assert nothing_seen(0, 13) is None
