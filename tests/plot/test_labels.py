from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikdsim.plot.labels import Spot, label_spots, number_spots, spread
from ikdsim.plot.style import new_figure
from tests.plot.pictures import covered, words

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


def test_names_of_points_keep_clear_of_one_another():
    figure = new_figure(6, 4)
    axes = figure.add_subplot()
    axes.set_xlim(0, 10)
    axes.set_ylim(0, 10)
    label_spots(axes, [Spot(f"Plan {number}", 5 + 0.2 * number, 5.0, 4.9, 5.1) for number in range(3)])
    assert {"Plan 0", "Plan 1", "Plan 2"} <= set(words(figure))
    assert covered(figure) == []


def crowd(names):
    """Twelve points in nearly the same place."""
    axes = new_figure(6, 4).add_subplot()
    axes.set_xlim(0, 10)
    axes.set_ylim(0, 10)
    return axes, [Spot(name, 5 + 0.05 * place, 5.0, 4.5, 5.5) for place, name in enumerate(names)]


def test_names_without_room_are_not_written():
    axes, spots = crowd(f"A plan with a long name {number}" for number in range(12))
    assert not label_spots(axes, spots)
    assert not axes.texts


def test_numbers_without_room_stand_farther_off():
    axes, spots = crowd(str(number) for number in range(12))
    number_spots(axes, spots)
    assert {spot.name for spot in spots} <= set(words(axes.figure))
    assert covered(axes.figure) == []


def test_numbers_keep_clear_of_what_is_written():
    axes, spots = crowd("1")
    axes.annotate("Rp10,000 each", (5.1, 4.7), va="center")
    number_spots(axes, spots)
    assert covered(axes.figure) == []


def test_a_name_at_the_right_edge_stands_left_of_its_point():
    axes = new_figure(6, 4).add_subplot()
    axes.set_xlim(0, 10)
    label_spots(axes, [Spot("Dedicated IKD team", 9.9, 0.5, 0.4, 0.6)])
    assert axes.texts[0].get_horizontalalignment() == "right"
