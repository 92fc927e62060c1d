"""One file by itself: what it says, where it says it, and what is wrong with it without its region."""

from pathlib import Path

import pytest

from ikdsim.errors import BadInput
from ikdsim.scenario.source_file import MOST_LETTERS, read_source_file
from tests.scenario.conftest import BOAT, CHILD, told


@pytest.fixture
def source(write):
    return lambda content: read_source_file(Path(write("own.toml", content)))


def test_a_file_may_leave_everything_to_the_one_it_extends(source):
    table = source(CHILD).table
    assert (table.extends, table.title, table.region, table.start) == ("baseline.toml", None, None, None)
    assert (table.remove, table.policy) == ((), ())


def test_a_path_in_a_file_is_relative_to_that_file(write):
    write("inside/own.toml", 'extends = "../baseline.toml"')
    assert read_source_file(Path("inside/own.toml")).parent.resolve() == Path("baseline.toml").resolve()


def test_a_file_that_extends_none_has_no_parent(source):
    assert source('region = "babelan"').parent is None


def test_what_is_right_is_kept_beside_what_is_wrong(source):
    own = source(CHILD + "strat = 3\nend = 2027-12-31\nremove = 4")
    assert own.table.end is not None
    assert told(own.faults) == [("unknown_key", "strat", 2), ("not_names", "remove", 4)]


def test_a_file_that_is_no_toml_cannot_be_read(source):
    with pytest.raises(BadInput):
        source("title = ")


def test_the_line_of_a_policy_is_found_however_it_is_written(source):
    second = source(CHILD + BOAT + BOAT).where("policy", "[[policy]] boat_2", index=1)
    assert second.fault("not_a_date", "start", {}).facts["line"] == 10
    inline = source(CHILD + 'policy = [{ kind = "boat" }]').where("policy", "[[policy]] boat")
    assert inline.fault("missing_key", "", {}).facts["line"] == 2


@pytest.mark.parametrize(("letters", "codes"), [(MOST_LETTERS, []), (MOST_LETTERS + 1, ["long_title"])])
def test_a_title_has_room_beside_a_curve(source, letters, codes):
    faults = source(f'title = {{ id = "Dasar", en = "{"x" * letters}" }}').faults
    assert [fault.code for fault in faults] == codes


@pytest.mark.parametrize(
    "title", ['{ id = "Dasar" }', '{ id = "Dasar", en = " " }', '{ id = "a", en = "b", fr = "c" }']
)
def test_a_title_is_told_in_both_languages_and_no_other(source, title):
    assert told(source(f"title = {title}").faults) == [("not_a_title", "title", 1)]


@pytest.mark.parametrize("letter", ["u0000", "u001B", "u000A", "u0009", "u200B", "u202E", "u2066", "u3164"])
def test_a_title_holds_no_letter_that_is_not_seen_or_turns_the_line_round(source, letter):
    [fault] = source(f'title = {{ id = "Da\\{letter}sar", en = "Baseline" }}').faults
    assert (fault.code, fault.facts["key"]) == ("unseen_letter", "title")
    assert f"(U+{letter[1:]})" in fault.text("id")


def test_a_title_may_be_of_any_script_and_hold_markup(source):
    assert not source('title = { id = "\u5370\u5c3c US$5 [red]", en = "Città – “naïve” <b>" }').faults
