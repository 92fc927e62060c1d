"""The supply: empty at first; stations share those who come."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ikdsim.randomness import ONE
from ikdsim.service.kinds import BOTRAM_VILLAGE, KECAMATAN_DESK
from ikdsim.service.supply import NOWHERE, ON_ERRAND, TO_VISIT, WALKING_IN, WAYS, Station, new_supply, station_by_share

hazards = st.lists(st.one_of(st.just(0.0), st.floats(1e-6, 10.0)), min_size=1, max_size=12).map(np.array)
draws = st.integers(0, ONE - 1)


def test_a_new_supply_offers_nothing():
    supply = new_supply([Station(KECAMATAN_DESK, -1), Station(BOTRAM_VILLAGE, 1)], places=2, wards=3, occupations=6)
    assert supply.kind.tolist() == [KECAMATAN_DESK, BOTRAM_VILLAGE]
    for nothing in (
        supply.walk_in,
        supply.visit,
        supply.errand,
        supply.offer,
        supply.capacity_ms,
        supply.errand_ms,
        supply.cards_missing,
    ):
        assert not nothing.any()
    assert (supply.walk_in.shape, supply.errand.shape, supply.visit.shape) == ((2, 2), (3, 2), (3, 2))


def test_every_way_has_its_hazards_on_the_supply():
    supply = new_supply([Station(KECAMATAN_DESK, -1)], places=2, wards=3, occupations=6)
    named = [getattr(supply, name) for name in WAYS]
    assert named[WALKING_IN] is supply.walk_in
    assert named[TO_VISIT] is supply.visit
    assert named[ON_ERRAND] is supply.errand


@given(hazards=hazards, drawn=draws)
def test_nobody_goes_to_a_station_that_does_not_draw_them(hazards, drawn):
    assume(hazards.any())
    assert hazards[station_by_share(hazards, drawn, NOWHERE)] > 0.0


@pytest.mark.parametrize("hazards", [[1.0, 3.0], [0.0, 0.2, 0.0, 0.3], [5.0]])
def test_stations_share_in_proportion_to_what_draws(hazards):
    chosen = [station_by_share(np.array(hazards), int((k + 0.5) * ONE / 1_000), NOWHERE) for k in range(1_000)]
    shares = np.bincount(chosen, minlength=len(hazards)) / 1_000
    assert shares == pytest.approx(np.array(hazards) / sum(hazards), abs=2e-3)


@given(hazards=hazards, one=draws, other=draws)
def test_a_higher_lot_never_falls_on_an_earlier_station(hazards, one, other):
    assume(hazards.any())
    assert station_by_share(hazards, min(one, other), NOWHERE) <= station_by_share(hazards, max(one, other), NOWHERE)


@given(hazards=hazards, drawn=draws, data=st.data())
def test_who_avoids_a_station_goes_to_another_if_there_is_one(hazards, drawn, data):
    assume(hazards.any())
    avoided = data.draw(st.integers(0, len(hazards) - 1))
    others = hazards.copy()
    others[avoided] = 0.0
    if others.any():
        assert station_by_share(hazards, drawn, avoided) == station_by_share(others, drawn, NOWHERE) != avoided
    else:
        assert station_by_share(hazards, drawn, avoided) == avoided
