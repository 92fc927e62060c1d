"""A line that TOML refuses is told in the right form where it looks like a date, a decimal number or text."""

import tomllib

import pytest

from ikdsim.errors import Fault
from ikdsim.language import LANGUAGES
from ikdsim.scenario.refused_line import right_form


@pytest.mark.parametrize(
    "given",
    [
        *("2027-03", "2027-3-1", "2027-02-30", "2027/03/01", "01/03/2027", "1-3-2027", "03-2027"),
        *("1 Maret 2027", "Maret 2027", "1-Mar-2027", "March 1, 2027", "17 agustus 2027  # Proklamasi"),
    ],
)
def test_what_looks_like_a_date_is_answered_with_year_month_and_day(given):
    assert right_form(f"start = {given}") == ("refused_date", {"key": "start", "example": "2027-01-04"})


@pytest.mark.parametrize(
    ("line", "code", "right"),
    [
        ("share = 3,5", "decimal_comma", "share = 3.5"),
        ("  share=-0,25 # a quarter", "decimal_comma", "share = -0.25"),
        ('"cost.post" = 7,0', "decimal_comma", '"cost.post" = 7.0'),
        ("signal.Desa Hurip Jaya = 0.8", "unquoted_key", '"signal.Desa Hurip Jaya" = 0.8'),
        ("kind = campaign", "unquoted_words", 'kind = "campaign"'),
        ("name = Tim khusus IKD 2027", "unquoted_words", 'name = "Tim khusus IKD 2027"'),
    ],
)
def test_numbers_and_text_are_written_as_they_should_be(line, code, right):
    found, facts = right_form(line)
    assert (found, facts) == (code, {"right": right})
    assert tomllib.loads(right)


@pytest.mark.parametrize(
    "line",
    [
        "crew 3",
        "crew = ",
        "covered = True",
        "share = nan",
        "share = 50%",
        "share = 1.000,5",
        'region = "babelan',
        "places = [Desa Hulu]",
        "title = { id = Dasar }",
        "name = C:\\boats",
    ],
)
def test_what_looks_like_nothing_known_has_no_right_form(line):
    assert right_form(line) is None


def test_a_line_that_is_right_by_itself_is_not_blamed():
    assert right_form("start = 2027-03-01") is None


@pytest.mark.parametrize("line", ["start = 2027-03", "share = 3,5", "kind = campaign"])
def test_the_fault_shows_the_line_in_both_languages(line):
    code, facts = right_form(line)
    told = [Fault(code, {"value": line, **facts}).text(lang) for lang in LANGUAGES]
    assert all(line in sentence for sentence in told)
