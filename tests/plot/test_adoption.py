from dataclasses import replace
from datetime import date

import pytest

from ikdsim.language import text
from ikdsim.plot.adoption import plot_adoption
from tests.plot.factories import make_backdrop, make_curve
from tests.plot.pictures import covered, cut_off, words

NAMES = ("As today", "vehicle", "team", "visits", "campaign", "transition", "combined", "unchanged")
BACKDROP = make_backdrop()
EARLY = make_backdrop(date(2024, 12, 29))


def two_runs():
    return [
        make_curve("As today", BACKDROP, 12_000),
        make_curve("Campaign", BACKDROP, 12_200, starts=date(2023, 2, 6)),
    ]


def eight_scenarios(least):
    """Most of them close together."""
    return [make_curve(name, EARLY, least + 54 * number, 0.02 * least) for number, name in enumerate(NAMES)]


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize(
    ("curves", "backdrop"),
    [(two_runs(), BACKDROP), (eight_scenarios(1_000.0), EARLY), (eight_scenarios(30_000.0), EARLY)],
    ids=["two runs", "far below the target", "near the target"],
)
def test_everything_can_be_read(curves, backdrop, lang):
    figure = plot_adoption(curves, backdrop, lang)
    assert covered(figure) == []
    assert cut_off(figure) == []


def test_the_published_count_stands_beside_the_curve():
    figure = plot_adoption([make_curve("As today", BACKDROP, 5_000)], BACKDROP, "en")
    assert "11,354: Table 1,\n17 January 2025" in words(figure)
    assert figure.axes[0].get_ylim()[1] > 11_354
    assert [11_354] in [list(line.get_ydata()) for line in figure.axes[0].lines]


def test_the_published_count_is_marked_only_within_the_run():
    figure = plot_adoption([make_curve("As today", EARLY, 5_000)], EARLY, "en")
    assert not any("Table 1" in said for said in words(figure))
    assert figure.axes[0].get_ylim()[1] < 11_354


def test_a_curve_is_drawn_as_it_is():
    curves = two_runs()
    drawn = [list(line.get_ydata()) for line in plot_adoption(curves, BACKDROP, "en").axes[0].lines]
    assert all(list(curve.values) in drawn for curve in curves)


def test_each_line_bears_its_name_and_its_end():
    said = words(plot_adoption(eight_scenarios(30_000.0), EARLY, "id"))
    assert "As today: 30.000" in said
    assert sum(name.partition(":")[0] in NAMES for name in said) == len(NAMES)


@pytest.mark.parametrize(("end", "is_in_sight"), [(40_000.0, False), (41_400.0, True)])
def test_the_target_is_drawn_or_named(end, is_in_sight):
    said = " ".join(words(plot_adoption([make_curve("As today", BACKDROP, end, 1_000)], BACKDROP, "en")))
    assert ("above this picture" in said) != is_in_sight
    assert "target 58,640" in said


def test_a_band_lies_around_its_curve_and_is_explained():
    figure = plot_adoption([make_curve("As today", BACKDROP, 20_000, 2_000)], BACKDROP, "en")
    (band,) = figure.axes[0].collections
    assert 21_000 in [line.get_ydata()[-1] for line in figure.axes[0].lines]
    assert band.get_paths()[0].vertices[:, 1].max() == 21_000
    assert text("plot.comparison_bands", "en") in words(figure)


def test_single_runs_have_no_bands():
    figure = plot_adoption(two_runs(), BACKDROP, "en")
    assert len(figure.axes[0].collections) == 0
    assert text("plot.comparison_bands", "en") not in words(figure)


def test_the_first_policy_is_dated():
    assert "policies start 6 February 2023" in words(plot_adoption(two_runs(), BACKDROP, "en"))
    assert not any("policies start" in said for said in words(plot_adoption(two_runs()[:1], BACKDROP, "en")))


def test_plans_that_start_on_different_days_say_so_beside_their_names():
    curves = [
        make_curve("As today", BACKDROP, 9_000),
        make_curve("Team", BACKDROP, 20_000, starts=date(2024, 3, 4)),
        make_curve("Tour", BACKDROP, 15_000, starts=date(2024, 1, 1)),
    ]
    said = words(plot_adoption(curves, BACKDROP, "id"))
    assert "Team: 20.000 (mulai 4 Maret 2024)" in said
    assert "As today: 9.000" in said


def test_a_picture_that_does_not_begin_at_zero_says_so():
    nearby, curve = replace(BACKDROP, from_zero=False), make_curve("As today", BACKDROP, 20_000)
    high = replace(curve, values=curve.values + 50_000)
    assert text("plot.not_from_zero", "en") in words(plot_adoption([high], nearby, "en"))
    assert text("plot.not_from_zero", "en") not in words(plot_adoption([curve], nearby, "en"))


def thirty_plans():
    """Three above the baseline by far, four below it, all others near it."""
    far = {3: 900.0, 11: 700.0, 29: 800.0, 5: -600.0, 8: -500.0, 20: -650.0, 30: -550.0}
    plans = [make_curve(f"Plan {number}.", EARLY, 2_000.0 + far.get(number, number)) for number in range(1, 31)]
    return [make_curve("As today", EARLY, 2_000.0), *plans]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_of_many_plans_those_that_gain_or_lose_most_are_drawn(lang):
    figure = plot_adoption(thirty_plans(), EARLY, lang)
    named = [said.partition(".")[0] for said in words(figure) if said.startswith("Plan")]
    assert named == [f"Plan {number}" for number in (3, 5, 8, 11, 20, 29, 30)]
    assert any(said.startswith("As today") for said in words(figure))
    assert covered(figure) == []
    assert cut_off(figure) == []


def test_a_picture_of_some_plans_says_so():
    chosen = text("plot.farthest", "id", {"drawn": "7", "all": "30"})
    assert any(said.startswith(chosen) for said in words(plot_adoption(thirty_plans(), EARLY, "id")))
    few = words(plot_adoption(eight_scenarios(1_000.0), EARLY, "id"))
    assert not any("rencana" in said for said in few)


def test_a_long_name_is_written_whole():
    curves = [*two_runs(), make_curve("One package for the city, one for the coast", BACKDROP, 14_000, 500)]
    figure = plot_adoption(curves, BACKDROP, "en")
    assert any("one for the coast: 14,000" in said for said in words(figure))
    assert cut_off(figure) == []
