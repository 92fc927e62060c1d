"""Plain text for a terminal."""

import pytest

from ikdsim.report.layout import WIDTH, aligned, as_written, wrapped


def test_names_stand_left_and_numbers_right():
    assert aligned([["place", "residents"], ["Bahagia", "88"]]) == [
        "place    residents",
        "Bahagia         88",
    ]


def test_a_long_sentence_stays_within_the_width():
    lines = wrapped("word " * 60)
    assert len(lines) > 1
    assert max(len(line) for line in lines) <= WIDTH


@pytest.mark.parametrize(
    ("value", "english", "indonesian"),
    [(58_640.0, "58,640", "58.640"), (0.0724, "0.0724", "0,0724"), (0.0, "0", "0"), (37.5, "37.5", "37,5")],
)
def test_a_number_shows_the_decimals_it_has(value, english, indonesian):
    assert as_written(value, "en") == english
    assert as_written(value, "id") == indonesian
