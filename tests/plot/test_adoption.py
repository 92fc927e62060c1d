from datetime import date

import pytest

from ikdsim.plot.adoption import plot_adoption
from ikdsim.result.simulate import run
from tests.experiment.factories import make_scenario
from tests.plot.pictures import covered, cut_off, words


@pytest.fixture(scope="module")
def results():
    end = date(2025, 6, 29)
    return [run(make_scenario(name, posts, end=end), scale=400) for name, posts in (("baseline", 0), ("talk", 20))]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_everything_can_be_read(results, lang):
    figure = plot_adoption(results, lang)
    assert covered(figure) == []
    assert cut_off(figure) == []


def test_the_published_count_stands_beside_the_curve(results):
    figure = plot_adoption(results, "en")
    assert "11,354: Table 1,\n17 January 2025" in words(figure)
    assert figure.axes[0].get_ylim()[1] > 11_354
    assert [11_354] in [list(line.get_ydata()) for line in figure.axes[0].lines]


def test_the_curve_is_that_of_the_run(results):
    curves = [list(line.get_ydata()) for line in plot_adoption(results, "en").axes[0].lines]
    assert list(results[0].activated) in curves
    assert list(results[1].activated) in curves


def test_the_first_policy_is_dated(results):
    assert "policies start 6 February 2023" in words(plot_adoption(results, "en"))
    assert not any("policies start" in said for said in words(plot_adoption(results[:1], "en")))
