import warnings
from datetime import date

import matplotlib as mpl
import matplotlib.dates
import pytest

from ikdsim.plot.style import (
    COLOURS,
    DASHES,
    day_number,
    drawn,
    look_of_line,
    new_figure,
    points_to_data,
    save,
    write_title,
)


def test_a_picture_is_drawn_in_our_style_and_leaves_no_trace():
    @drawn
    def picture():
        assert not mpl.rcParams["axes.spines.top"]
        return new_figure(4, 3)

    picture()
    assert mpl.rcParams["axes.spines.top"]


def test_a_picture_becomes_a_file(tmp_path):
    save(new_figure(4, 3), tmp_path / "empty.png")
    assert (tmp_path / "empty.png").read_bytes()[1:4] == b"PNG"


def test_lines_differ_by_more_than_colour():
    looks = [look_of_line(position) for position in range(len(COLOURS))]
    assert len({look["color"] for look in looks}) == len({str(look["linestyle"]) for look in looks}) == len(COLOURS)
    assert len(COLOURS) == len(DASHES)


def test_days_are_counted_as_matplotlib_does():
    assert day_number(date(2027, 1, 4)) == matplotlib.dates.date2num(date(2027, 1, 4))


def test_points_become_units_of_the_axis():
    axes = new_figure(4, 3).add_axes((0, 0, 1, 1))
    axes.set_ylim(0, 3)
    assert round(points_to_data(axes, 72), 6) == 1


@drawn
def titled(words):
    figure = new_figure(8, 3)
    write_title(figure, words)
    return figure


@pytest.mark.parametrize("words", ["US$5 atau US$10", "$\\frac{", r"a \$ b", "_x^2 {y}"])
def test_a_title_is_drawn_as_it_is_written(tmp_path, words):
    save(titled(words), tmp_path / "title.png")
    [title] = titled(words).texts
    assert (title.get_text(), title.get_parse_math()) == (words, False)


def test_letters_that_the_font_does_not_have_are_no_warning(tmp_path):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        save(titled("\u5370\u5c3c"), tmp_path / "title.png")
