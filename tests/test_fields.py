"""Kinds of fields: what each takes, and the sentence with which it refuses the rest."""

import tomllib
from datetime import date, datetime

import pytest

from ikdsim.errors import Fault
from ikdsim.fields import NO_PLACES, REQUIRED, Choice, Day, Number, PlaceNames, Refused, Truth, Whole, Words

PLACES = {
    "Kota": frozenset({"all", "urban"}),
    "Desa Hulu": frozenset({"all", "rural"}),
    "Desa Hilir": frozenset({"all", "rural", "coastal"}),
}
SPEED = Number(REQUIRED, low=0.5, high=30, unit="knots")
CREW = Whole(REQUIRED, low=1, high=9, unit="sailors")
ENGINE = Choice(REQUIRED, options=("sail", "diesel"))
LAUNCHED = Day(REQUIRED, earliest=date(2023, 1, 2), latest=date(2030, 12, 31))
COVERED, NAME, HARBOURS = Truth(REQUIRED), Words(REQUIRED), PlaceNames(REQUIRED)
FIELDS = (SPEED, CREW, ENGINE, LAUNCHED, COVERED, NAME, HARBOURS)


def refused(field, value):
    """The faults with which a key is refused."""
    with pytest.raises(Refused) as caught:
        field.take(value, PLACES)
    return [Fault(caught.value.code, {"key": "key", **facts}) for facts in caught.value.each]


@pytest.mark.parametrize(
    ("field", "value", "code", "part"),
    [
        (SPEED, True, "not_a_number", "not true"),
        (SPEED, "7", "not_a_number", 'not "7"'),
        (SPEED, float("nan"), "not_finite", "nan"),
        (SPEED, float("-inf"), "not_finite", "-inf"),
        (SPEED, 31, "out_of_range", "between 0.5 and 30, not 31"),
        (SPEED, 10**400, "out_of_range", "0x"),
        (CREW, 2.0, "not_whole", "not 2.0"),
        (CREW, True, "not_whole", "not true"),
        (CREW, 10, "out_of_range", "between 1 and 9, not 10"),
        (COVERED, 1, "not_true_or_false", "not 1"),
        (LAUNCHED, datetime(2027, 1, 4), "not_a_date", "2027-01-04 00:00:00"),
        (LAUNCHED, "2027-01-04", "not_a_date", 'not "2027-01-04"'),
        (LAUNCHED, date(2031, 1, 1), "out_of_range", "between 2023-01-02 and 2030-12-31, not 2031-01-01"),
        (NAME, 5, "not_words", "not 5"),
        (NAME, " ", "not_words", 'not " "'),
        (NAME, "two\nlines", "not_words", "on one line"),
        (NAME, "a\u202eb", "unseen_letter", "U+202E"),
        (NAME, "\u200b", "unseen_letter", "U+200B"),
        (ENGINE, "deisel", "unknown_option", "perhaps “diesel”"),
        (ENGINE, 1, "unknown_option", "choose one of: sail, diesel"),
        (HARBOURS, 3, "not_places", 'like ["Kota"], or with one of the words all, coastal, rural, urban'),
        (HARBOURS, [], "not_places", "[...]"),
        (HARBOURS, ["Desa Hulo"], "unknown_place", "perhaps “Desa Hulu”"),
        (HARBOURS, "costal", "unknown_place", "perhaps “coastal”"),
        (HARBOURS, ["rural", "inland"], "unknown_place", "choose from: all, coastal, rural, urban, Kota"),
    ],
)
def test_a_wrong_value_is_refused_with_what_is_right(field, value, code, part):
    [fault] = refused(field, value)
    assert fault.code == code
    assert part in fault.text("en")
    assert fault.text("id") != fault.text("en")


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: type(field).__name__)
def test_the_example_of_a_missing_key_is_one_that_would_be_taken(field):
    with pytest.raises(Refused) as caught:
        field.missing(PLACES)
    [facts] = caught.value.each
    field.take(tomllib.loads(f"key = {facts['example']}")["key"], PLACES)


def test_a_number_that_may_be_negative_has_a_small_example():
    assert Number(REQUIRED, low=-1e15, high=1e15, unit="").example == "0"


def test_a_number_is_taken_as_a_float():
    assert isinstance(SPEED.take(7, NO_PLACES), float)


def test_places_stand_once_and_in_the_order_of_the_region():
    assert HARBOURS.take(["Desa Hilir", "Kota", "Desa Hilir"], PLACES) == ("Kota", "Desa Hilir")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("all", ("Kota", "Desa Hulu", "Desa Hilir")),
        ("coastal", ("Desa Hilir",)),
        ("Desa Hulu", ("Desa Hulu",)),
        (["rural"], ("Desa Hulu", "Desa Hilir")),
        (["coastal", "Kota"], ("Kota", "Desa Hilir")),
        (["coastal", "Desa Hilir"], ("Desa Hilir",)),
    ],
)
def test_places_are_meant_by_their_names_or_by_what_they_are(written, meant):
    assert HARBOURS.take(written, PLACES) == meant


def test_a_word_that_no_place_of_the_region_answers_to_is_unknown():
    inland = {"Kota": frozenset({"all", "urban"})}
    with pytest.raises(Refused) as caught:
        HARBOURS.take("coastal", inland)
    assert caught.value.code == "unknown_place"


def test_every_unknown_place_is_named():
    assert [fault.facts["value"] for fault in refused(HARBOURS, ["Desa A", "Desa B"])] == ['"Desa A"', '"Desa B"']


def test_without_a_region_every_name_of_a_place_passes():
    assert HARBOURS.take(["Atlantis"], NO_PLACES) == ("Atlantis",)


@pytest.mark.parametrize(
    ("field", "words", "value"),
    [(SPEED, "7.5", 7.5), (SPEED, "fast", "fast"), (LAUNCHED, "2027-01-04", date(2027, 1, 4)), (NAME, "7", "7")],
)
def test_words_of_a_command_line_are_read_as_the_kind_says(field, words, value):
    assert field.from_words(words) == value
