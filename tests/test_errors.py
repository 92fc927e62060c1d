"""Faults: facts first, a sentence when the language is known."""

import errno
import pickle

import pytest

from ikdsim.errors import BadInput, Fault, nearest, reason_of, shown

MISSING = Fault("missing_key", {"file": "a.toml", "line": 7, "key": "start", "example": "2027-01-04"})


def test_a_sentence_begins_with_the_file_and_the_line():
    assert MISSING.text("en").startswith("a.toml, line 7: the key “start” is missing")
    assert MISSING.text("id").startswith("a.toml, baris 7: kunci “start” belum diisi")


def test_a_fault_without_a_line_names_only_the_file():
    assert Fault("empty_file", {"file": "a.toml"}).text("en").startswith("a.toml: this file is empty")


def test_the_nearest_name_is_offered_only_where_there_is_one():
    facts = {"key": "strat", "allowed": "start, end"}
    assert "(perhaps “start” was meant)" in Fault("unknown_key", {**facts, "nearest": "start"}).text("en")
    assert "perhaps" not in Fault("unknown_key", {**facts, "nearest": None}).text("en")


def test_a_fault_may_take_its_sentence_from_another_catalogue():
    fault = Fault("data.unknown_parameter", {"name": "knowledge.meda", "nearest": None})
    assert "knowledge.meda" in fault.text("en")


def test_bad_input_says_every_fault_once_a_line_each():
    empty = Fault("empty_file", {"file": "b.toml"})
    lines = str(BadInput([MISSING, empty, MISSING])).splitlines()
    assert lines == [MISSING.text("en"), empty.text("en")]


def test_bad_input_travels_between_processes():
    assert pickle.loads(pickle.dumps(BadInput([MISSING]))).faults == (MISSING,)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("vehicle", "vehicles"),
        ("VEHICLES", "vehicles"),
        ("Bahagia", "Kelurahan Bahagia"),
        ("xyz", None),
        ("", None),
    ],
)
def test_the_nearest_name(name, wanted):
    assert nearest(name, ["vehicles", "Kelurahan Bahagia"]) == wanted


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "true"),
        (3.5, "3.5"),
        ("desa", '"desa"'),
        (["a"], "[...]"),
        ({"a": 1}, "{...}"),
    ],
)
def test_a_value_is_shown_as_a_file_would_show_it(value, words):
    assert shown(value) == words


@pytest.mark.parametrize("value", ["x" * 10_000, 10**4_000, 16**9_000], ids=["text", "number", "more"])
def test_an_absurdly_long_value_is_cut(value):
    assert len(shown(value)) < 70


def test_a_value_cannot_paint_the_terminal():
    assert shown("\x1b[31mred\n") == '"?[31mred?"'


@pytest.mark.parametrize(
    ("problem", "indonesian", "english"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "penyimpanan penuh", "the disk is full"),
        (PermissionError(errno.EACCES, "Permission denied"), "tidak ada izin", "permission denied"),
        (OSError(errno.EXDEV, "Cross-device link"), "Cross-device link", "Cross-device link"),
        (OSError(), "OSError", "OSError"),
    ],
)
def test_reasons_of_the_system_are_told_in_the_language_of_the_sentence(problem, indonesian, english):
    fault = Fault("unreadable_file", {"file": "a.toml", "reason": reason_of(problem)})
    assert f"({indonesian})" in fault.text("id")
    assert f"({english})" in fault.text("en")


def test_large_numbers_are_told_with_the_separators_of_the_language():
    fault = Fault("out_of_range", {"key": "rupiah_per_year", "value": "-1", "low": 0, "high": 1e13})
    assert "antara 0 dan 10.000.000.000.000, bukan -1" in fault.text("id")
    assert "between 0 and 10,000,000,000,000, not -1" in fault.text("en")
