"""Gains over time: each plan from its own first day, on its own scale."""

from datetime import date

import pytest

from ikdsim.plot.gain_curves import plot_gain_curves
from ikdsim.plot.style import day_number
from tests.plot.factories import make_backdrop, make_curve
from tests.plot.pictures import covered, cut_off, words

BACKDROP = make_backdrop(date(2024, 12, 29))
CURVES = [
    make_curve("Team", BACKDROP, 5_000, 900, starts=date(2023, 3, 6)),
    make_curve("Tour", BACKDROP, 20, 8, starts=date(2024, 3, 4)),
    make_curve("Same", BACKDROP, 0),
]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_everything_can_be_read(lang):
    figure = plot_gain_curves(CURVES, BACKDROP.dates, "As today", lang)
    assert covered(figure) == []
    assert cut_off(figure) == []


def test_a_long_name_stays_in_the_picture():
    curves = [make_curve("Questions answered by WhatsApp", BACKDROP, 14_000) for _ in range(4)]
    assert cut_off(plot_gain_curves(curves, BACKDROP.dates, "As today", "en")) == []


def test_every_plan_has_its_own_start_and_scale():
    team, tour, same = plot_gain_curves(CURVES, BACKDROP.dates, "As today", "en").axes[:3]
    assert day_number(date(2023, 3, 6)) in [line.get_xdata()[0] for line in team.lines]
    assert day_number(date(2024, 3, 4)) in [line.get_xdata()[0] for line in tour.lines]
    assert team.get_ylim()[1] > 5_000
    assert tour.get_ylim()[1] < 40
    assert same.get_ylim() == (-1, 1)


def test_it_says_when_a_plan_starts_and_what_it_comes_to():
    said = words(plot_gain_curves(CURVES, BACKDROP.dates, "As today", "id"))
    assert "mulai 4 Maret 2024; pada akhir: 20" in said
    assert "pada akhir: 0" in said


def test_bands_are_drawn_where_there_are_several_runs():
    figure = plot_gain_curves([make_curve("One", BACKDROP, 5)], BACKDROP.dates, "As today", "en")
    assert not figure.axes[0].collections
    assert not any("9 of 10" in said for said in words(figure))
