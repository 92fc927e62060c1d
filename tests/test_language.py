"""Two languages, side by side and complete."""

import string
import tomllib
from datetime import date

import pytest

from ikdsim import language
from ikdsim.language import CATALOGUES, LANGUAGES, day, number, percent, plain_number, rupiah, system_language, text

ENTRIES = [
    pytest.param(entry, id=f"{path.stem}.{name}")
    for path in sorted(CATALOGUES.glob("*.toml"))
    for name, entry in tomllib.loads(path.read_text(encoding="utf-8")).items()
]


def placeholders(sentence):
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("entry", ENTRIES)
def test_every_entry_speaks_both_languages_about_the_same_facts(entry):
    assert sorted(entry) == sorted(LANGUAGES)
    assert all(sentence.strip() for sentence in entry.values())
    assert placeholders(entry["id"]) == placeholders(entry["en"])


def test_a_sentence_is_filled_with_facts():
    assert text("fault.line", "id", {"line": 3}) == "baris 3"
    assert text("fault.line", "en", {"line": 3}) == "line 3"


def test_braces_in_a_fact_stay_as_they_are():
    assert text("fault.line", "en", {"line": "{line.__class__}"}) == "line {line.__class__}"


def test_an_entry_that_does_not_exist_is_our_mistake():
    with pytest.raises(KeyError):
        text("fault.no_such_entry", "en")


@pytest.mark.parametrize(
    ("value", "decimals", "indonesian", "english"),
    [(3200, 0, "3.200", "3,200"), (38.14, 1, "38,1", "38.1"), (-1234.5, 2, "-1.234,50", "-1,234.50")],
)
def test_a_number(value, decimals, indonesian, english):
    assert number(value, "id", decimals) == indonesian
    assert number(value, "en", decimals) == english


def test_there_is_no_zero_below_zero():
    assert (number(-0.4, "id"), number(-0.04, "en", 1)) == ("0", "0.0")


@pytest.mark.parametrize(
    ("value", "indonesian"),
    [(0.25, "0.25"), (999_999, "999999"), (1_000_000, "1.000.000"), (1e13, "10.000.000.000.000"), (-2, "-2")],
)
def test_a_number_to_be_typed_has_separators_only_where_no_file_would_take_it_for_another(value, indonesian):
    assert plain_number(value, "id") == indonesian


def test_money_shares_and_days():
    assert (rupiah(1_250_000, "id"), rupiah(-1_250_000, "en")) == ("Rp1.250.000", "-Rp1,250,000")
    assert (percent(0.04628, "id"), percent(0.04628, "en", 2)) == ("4,6%", "4.63%")
    assert (day(date(2025, 1, 17), "id"), day(date(2025, 8, 1), "en")) == ("17 Januari 2025", "1 August 2025")


@pytest.mark.parametrize(
    ("settings", "wanted"),
    [
        ({"LANG": "id_ID.UTF-8"}, "id"),
        ({"LANG": "id"}, "id"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "idiom"}, "en"),
        ({"LANG": "id_ID", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_US", "LC_MESSAGES": "id_ID"}, "id"),
        ({"LANG": "id_ID", "LC_ALL": ""}, "id"),
    ],
)
def test_the_language_of_the_system(monkeypatch, settings, wanted):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert system_language() == wanted


@pytest.mark.parametrize(("identifier", "wanted"), [(0x0421, "id"), (0x0409, "en")])
def test_the_language_of_windows_where_no_variable_says(monkeypatch, identifier, wanted):
    class Kernel:
        @staticmethod
        def GetUserDefaultUILanguage():
            return identifier

    class Libraries:
        kernel32 = Kernel

    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(language.sys, "platform", "win32")
    monkeypatch.setattr("ctypes.windll", Libraries, raising=False)
    assert system_language() == wanted
