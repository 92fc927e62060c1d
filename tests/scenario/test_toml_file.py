"""Files that cannot be parsed: one fault each, never a traceback."""

import os

import pytest

from ikdsim.errors import BadInput
from ikdsim.scenario.load import load_scenario
from ikdsim.scenario.toml_file import toml_files


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"", "empty_file", None),
        (b"\xef\xbb\xbf \n\n", "empty_file", None),
        (b"\x7fELF\0\0", "binary_file", None),
        ('region = "babelan"'.encode("utf-16"), "binary_file", None),
        (b'region = "babelan"\n# caf\xe9', "not_utf8", 2),
        (b'region = "babelan"\ncrew 3\n', "broken_toml", 2),
        (b'region = "babelan\n', "broken_toml", 1),
        (b"policy = [\n\n\n", "broken_toml", 1),
        (b"start = 2027-02-30", "refused_date", 1),
        (b'region = "a"\nregion = "b"', "repeated_key", 2),
        (b"[parameters]\n[parameters]", "repeated_key", 2),
        (b"x = " + b"[" * 20_000, "nested_file", None),
        (b"a." * 10_000 + b"a = 1", "nested_file", None),
        (b"x = " + b"9" * 5_000, "endless_number", None),
        (b"# " + b"x" * 1_000_000, "huge_file", None),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_cannot_be_parsed_has_one_fault(faults, content, code, line):
    [fault] = faults(content)
    assert (fault.code, fault.facts.get("line")) == (code, line)
    assert fault.text("en").startswith("wrong.toml")
    assert fault.text("id").startswith("wrong.toml")


def test_a_number_of_thousands_of_hexadecimal_digits_is_only_a_wrong_value(faults):
    [fault] = faults('region = "babelan"\nend = 0x' + "f" * 5_000)
    assert (fault.code, fault.facts["line"]) == ("not_a_date", 2)


def test_the_line_that_is_no_toml_is_shown(faults):
    [fault] = faults('region = "babelan"\ncrew 3')
    assert "crew 3" in fault.text("en")


def test_a_value_in_the_wrong_form_is_shown_as_written_and_as_it_should_be(faults):
    [fault] = faults('region = "babelan"\n\n[parameters]\n"cost.post" = 3,5  # Rp')
    assert (fault.code, fault.facts["line"]) == ("decimal_comma", 4)
    assert fault.text("id").endswith(': "cost.post" = 3,5  # Rp; pakai titik: "cost.post" = 3.5.')


def test_the_nearest_file_is_offered_for_a_missing_one(write):
    with pytest.raises(BadInput, match=r"no such file.*perhaps “baseline.toml”"):
        load_scenario("baselin.toml")


def test_a_file_in_a_missing_folder_is_missing(write):
    with pytest.raises(BadInput, match="no such file"):
        load_scenario("nowhere/baseline.toml")


def test_a_folder_is_no_file(write, tmp_path):
    with pytest.raises(BadInput, match="this is a folder"):
        load_scenario(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_not_waited_for(write, tmp_path):
    os.mkfifo(tmp_path / "pipe.toml")
    with pytest.raises(BadInput, match="not an ordinary file"):
        load_scenario("pipe.toml")


@pytest.mark.parametrize("name", ["x" * 5_000 + ".toml", "a\0b.toml"], ids=["endless", "with a zero"])
def test_a_name_that_no_file_can_have_is_a_fault(write, name):
    with pytest.raises(BadInput):
        load_scenario(name)


def test_a_file_may_not_extend_one_whose_name_holds_a_zero(faults):
    [fault] = faults('extends = "a\\u0000b.toml"')
    assert fault.code == "not_words"


def test_numbers_in_names_of_files_count_as_numbers(tmp_path):
    for name in ("plan_10", "plan_2", "baseline"):
        (tmp_path / f"{name}.toml").touch()
    assert [path.stem for path in toml_files(tmp_path)] == ["baseline", "plan_2", "plan_10"]
