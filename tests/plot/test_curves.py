"""Axes of all pictures over time: years below, residents beside, the count and the target where they can be seen."""

from datetime import date

import pytest
from matplotlib.figure import Figure

from ikdsim.plot.curves import HEADROOM, frame_curves, mark_policy_start, mark_table
from ikdsim.plot.style import day_number
from tests.plot.factories import make_backdrop, make_curve

BACKDROP = make_backdrop(date(2025, 6, 29))
EARLY = make_backdrop(date(2024, 12, 29))


@pytest.fixture
def axes():
    return Figure().add_subplot()


def test_the_axes_begin_a_week_before_the_first_sunday_and_end_with_the_last(axes):
    frame_curves(axes, BACKDROP, 20_000, "en")
    assert axes.get_xlim() == (day_number(date(2023, 1, 1)), day_number(date(2025, 6, 29)))
    assert [tick.get_text() for tick in axes.get_xticklabels()] == ["2023", "2024", "2025"]


@pytest.mark.parametrize(
    ("backdrop", "highest", "top"),
    [(EARLY, 20_000, 20_000), (BACKDROP, 500, 11_354), (EARLY, 50_000, 58_640), (EARLY, 0, 1)],
    ids=["the curve", "the published count", "the target in sight", "an empty run"],
)
def test_the_axes_hold_the_highest_of_what_is_seen(axes, backdrop, highest, top):
    frame_curves(axes, backdrop, highest, "en")
    assert axes.get_ylim() == (0, pytest.approx(HEADROOM * top))


def test_a_target_out_of_sight_is_named_and_not_drawn(axes):
    frame_curves(axes, EARLY, 20_000, "id")
    assert "58.640" in axes.texts[0].get_text()
    assert not axes.lines


def test_a_target_in_sight_is_a_line_at_its_height(axes):
    frame_curves(axes, EARLY, 50_000, "en")
    (line,) = axes.lines
    assert set(line.get_ydata()) == {58_640}


def test_a_count_beyond_the_run_is_not_marked(axes):
    mark_table(axes, EARLY, "en")
    assert not axes.lines and not axes.texts
    mark_table(axes, BACKDROP, "en")
    assert axes.lines[0].get_xydata().tolist() == [[day_number(date(2025, 1, 17)), 11_354]]


def test_the_earliest_policy_of_all_curves_is_dated(axes):
    days = (None, date(2024, 3, 4), date(2024, 2, 5))
    mark_policy_start(axes, [make_curve("x", BACKDROP, 1, starts=day) for day in days], "en")
    assert axes.lines[0].get_xdata()[0] == day_number(date(2024, 2, 5))
    assert "5 February 2024" in axes.texts[0].get_text()


def test_without_policies_nothing_is_dated(axes):
    mark_policy_start(axes, [make_curve("x", BACKDROP, 1)], "en")
    assert not axes.lines and not axes.texts
