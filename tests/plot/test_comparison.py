import pytest

from ikdsim.plot.comparison import baseline_first, plot_comparison
from tests.experiment.factories import make_comparison
from tests.plot.pictures import covered, cut_off, words

NAMES = ("vehicle", "baseline", "team", "visits", "campaign", "transition", "combined", "unchanged")


@pytest.fixture(params=[100.0, 3000.0], ids=["far below the target", "near the target"])
def comparison(request):
    """Eight scenarios, most of them close together."""
    ends = {name: [request.param + 5 * number, request.param + 7 * number] for number, name in enumerate(NAMES)}
    return make_comparison(ends)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_everything_can_be_read(comparison, lang):
    figure = plot_comparison(comparison, lang)
    assert covered(figure) == []
    assert cut_off(figure) == []


def test_each_line_bears_its_name_and_its_end(comparison):
    said = words(plot_comparison(comparison, "id"))
    assert sum(name.startswith("Skenario ") for name in said) == len(NAMES)
    assert any(name.startswith("Skenario vehicle: ") for name in said)


def test_the_target_is_drawn_or_named(comparison):
    said = " ".join(words(plot_comparison(comparison, "en")))
    in_sight = comparison.activated[:, :, -1].sum(axis=2).max() > 58_640 / 1.4
    assert ("above this picture" in said) != in_sight
    assert "target 58,640" in said


def test_the_published_count_is_marked_only_within_the_run():
    figure = plot_comparison(make_comparison({"baseline": [2000.0, 2100.0]}), "en")
    assert not any("Table 1" in said for said in words(figure))


def test_the_baseline_is_drawn_first(comparison):
    assert baseline_first(comparison)[:3] == [1, 0, 2]
