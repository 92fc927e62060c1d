"""Axes of all pictures over time: years below, residents beside, the count and the target where they can be seen."""

from dataclasses import replace
from datetime import date

import pytest
from matplotlib.figure import Figure

from ikdsim.plot.curves import HEADROOM, date_ticks, frame_curves, mark_policy_starts, mark_table, starts_of
from ikdsim.plot.style import day_number
from tests.plot.factories import make_backdrop, make_curve

BACKDROP = make_backdrop(date(2025, 6, 29))
EARLY = make_backdrop(date(2024, 12, 29))


@pytest.fixture
def axes():
    return Figure().add_subplot()


def test_the_axes_begin_a_week_before_the_first_sunday_and_end_with_the_last(axes):
    frame_curves(axes, BACKDROP, 0, 20_000, "en")
    assert axes.get_xlim() == (day_number(date(2023, 1, 1)), day_number(date(2025, 6, 29)))
    assert [tick.get_text() for tick in axes.get_xticklabels()] == ["2023", "Jul", "2024", "Jul", "2025"]


@pytest.mark.parametrize(
    ("backdrop", "highest", "top"),
    [(EARLY, 20_000, 20_000), (BACKDROP, 500, 11_354), (EARLY, 50_000, 58_640), (EARLY, 0, 1)],
    ids=["the curve", "the published count", "the target in sight", "an empty run"],
)
def test_the_axes_hold_the_highest_of_what_is_seen(axes, backdrop, highest, top):
    frame_curves(axes, backdrop, 0, highest, "en")
    assert axes.get_ylim() == (0, pytest.approx(HEADROOM * top))


def test_a_target_out_of_sight_is_named_and_not_drawn(axes):
    frame_curves(axes, EARLY, 0, 20_000, "id")
    assert "58.640" in axes.texts[0].get_text()
    assert not axes.lines


def test_a_target_in_sight_is_a_line_at_its_height(axes):
    frame_curves(axes, EARLY, 0, 50_000, "en")
    (line,) = axes.lines
    assert set(line.get_ydata()) == {58_640}


def test_a_count_beyond_the_run_is_not_marked(axes):
    mark_table(axes, EARLY, "en")
    assert not axes.lines and not axes.texts
    mark_table(axes, BACKDROP, "en")
    assert axes.lines[0].get_xydata().tolist() == [[day_number(date(2025, 1, 17)), 11_354]]


def test_over_many_years_only_januaries_are_named(axes):
    date_ticks(axes, make_backdrop(date(2028, 12, 31)).dates, "en")
    assert [tick.get_text() for tick in axes.get_xticklabels()] == ["2023", "2024", "2025", "2026", "2027", "2028"]


def test_seen_from_nearby_the_axis_begins_below_the_lowest_curve(axes):
    frame_curves(axes, replace(EARLY, from_zero=False), 10_000, 20_000, "en")
    assert axes.get_ylim() == (pytest.approx(8_800), pytest.approx(HEADROOM * 20_000))


def test_policies_that_start_together_are_dated_once(axes):
    days = (None, date(2024, 2, 5), date(2024, 2, 5))
    mark_policy_starts(axes, [make_curve("x", BACKDROP, 1, starts=day) for day in days], "en")
    assert [line.get_xdata()[0] for line in axes.lines] == [day_number(date(2024, 2, 5))]
    assert "5 February 2024" in axes.texts[0].get_text()


def test_every_start_has_its_line_where_policies_start_on_different_days(axes):
    days = (date(2024, 3, 4), None, date(2024, 2, 5))
    curves = [make_curve("x", BACKDROP, 1, starts=day) for day in days]
    mark_policy_starts(axes, curves, "en")
    assert starts_of(curves) == [date(2024, 2, 5), date(2024, 3, 4)]
    assert len(axes.lines) == 2
    assert not axes.texts


def test_without_policies_nothing_is_dated(axes):
    mark_policy_starts(axes, [make_curve("x", BACKDROP, 1)], "en")
    assert not axes.lines and not axes.texts
