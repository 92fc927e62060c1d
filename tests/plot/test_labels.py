from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikdsim.plot.labels import spread

HEIGHTS = st.lists(st.floats(0, 100), min_size=1, max_size=12)


@given(HEIGHTS)
def test_names_keep_their_distance_and_stay_in_sight(wanted):
    found = sorted(spread(wanted, 8.0, (0.0, 100.0)))
    assert all(above - below >= 8.0 - 1e-9 for below, above in pairwise(found))
    assert found[0] >= -1e-9
    assert found[-1] <= 100 + 1e-9


@given(HEIGHTS)
def test_names_stand_in_the_order_of_their_lines(wanted):
    found = spread(wanted, 8.0, (0.0, 100.0))
    assert [height for _, height in sorted(zip(wanted, found, strict=True), key=lambda pair: pair[1])] == sorted(found)
    assert [wanted[place] for place in sorted(range(len(found)), key=found.__getitem__)] == sorted(wanted)


def test_names_with_room_stay_beside_their_lines():
    assert spread([30, 10, 20], 8, (0, 100)) == [30, 10, 20]


def test_names_without_room_share_the_shift():
    assert spread([50, 50], 10, (0, 100)) == pytest.approx([45, 55])
