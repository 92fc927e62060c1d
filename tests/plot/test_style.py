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
    marks,
    new_figure,
    panel_title,
    panels,
    points_to_data,
    save,
    wrapped,
    write_note,
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


def test_panels_stand_four_across():
    figure, axes = panels(6, 2.0, 1.0, (1.0, 0.5))
    assert len(axes) == 6
    assert (figure.get_figwidth(), figure.get_figheight()) == (9.5, 2.5)
    assert sum(panel.get_visible() for panel in figure.axes) == 6
    assert panels(6, 2.0, 1.0, (1.0, 0.5), most_across=6)[0].get_figheight() == 1.5


def test_a_long_name_is_cut_off_after_two_lines():
    assert wrapped("Tim khusus IKD", 32) == "Tim khusus IKD"
    assert wrapped("one two three four five", 8) == "one two\nthree …"


def test_a_title_stays_in_the_picture():
    figure = new_figure(4, 3)
    write_title(figure, "Who would use IKD that would not under the baseline on 31 December 2028?")
    figure.draw_without_rendering()
    assert figure.texts[0].get_window_extent().x1 < figure.bbox.x1


def test_a_panel_says_more_below_its_title():
    axes = new_figure(4, 3).add_subplot()
    panel_title(axes, "Team", "from 4 January 2027")
    assert (axes.get_title(loc="left") or axes.get_title(), axes.texts[0].get_text()) == ("Team", "from 4 January 2027")


def test_dollar_signs_are_no_formula(tmp_path):
    @drawn
    def picture():
        figure, axes = panels(5, 1.0, 1.0, (0.0, 0.0))
        axes[0].set_yticks([0], ["$a$"])
        return figure

    figure = picture()
    save(figure, tmp_path / "a.png")
    names = [name for axes in figure.axes for name in axes.get_yticklabels()]
    assert names and not any(name.get_parse_math() for name in names)


def test_one_run_has_no_intervals():
    assert "9 of 10 runs" in marks(2, "en")
    assert "9 of 10 runs" not in marks(1, "en")


def test_a_note_stays_in_the_picture():
    figure = new_figure(4, 3)
    write_note(
        figure, "residents gained (dot: median; line: 9 of 10 runs, paired by run); each panel has its own scale"
    )
    figure.draw_without_rendering()
    assert figure.texts[0].get_window_extent().width < figure.bbox.width


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
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        save(titled("\u5370\u5c3c"), tmp_path / "title.png")
    assert not heard
