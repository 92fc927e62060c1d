"""A review shows what a real office sees."""

import pytest

from ikdsim.agency.review import PlaceSeen, Seen, StationSeen, nothing_seen
from ikdsim.errors import BadInput
from ikdsim.service.kinds import KECAMATAN_DESK

DESK = StationSeen(KECAMATAN_DESK, -1, 10.0, 6.0, 3.0, 1.0, 300.0, 120.0)


def test_the_share_of_a_place_is_that_of_the_recorded():
    assert PlaceSeen("Coast", residents=3_000, recorded=2_000, users=500).share_of_recorded == 0.25
    assert PlaceSeen("Nowhere", residents=10, recorded=0, users=0).share_of_recorded == 0.0


def test_service_points_are_seen_where_they_are_followed():
    assert Seen(5, (), {}, (DESK,)).stations == (DESK,)
    with pytest.raises(BadInput) as raised:
        Seen(5, (), {}, None).stations  # noqa: B018
    assert [fault.code for fault in raised.value.faults] == ["no_stations_seen"]
    assert "\n" not in str(raised.value)


def test_before_a_run_nothing_is_seen():
    assert nothing_seen(0, 13) is None
