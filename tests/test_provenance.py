"""The register takes no number of unknown origin, and a scenario may move one only inside its range."""

from pathlib import Path

import pytest

from ikdsim.errors import BadInput
from ikdsim.provenance import KINDS, Parameters, load_parameters, sourced, sourced_tables

COMPLETE = {
    "value": 0.004,
    "unit": "1/week",
    "low": 0.0005,
    "high": 0.02,
    "kind": "assumed",
    "source": "own assumption: a test",
    "meaning": "weekly hazard of hearing about it",
}


def codes(problem: pytest.ExceptionInfo[BadInput]) -> list[str]:
    return [fault.code for fault in problem.value.faults]


def parameters() -> Parameters:
    return Parameters(sourced_tables("knowledge.", {"media": COMPLETE, "meetings": {**COMPLETE, "value": 0.01}}))


def test_a_complete_table_becomes_a_number_with_its_origin():
    number = sourced("knowledge.media", {**COMPLETE, "note": "to be measured"})
    assert (number.value, number.low, number.high) == (0.004, 0.0005, 0.02)
    assert number.source == "own assumption: a test"
    assert number.note == "to be measured"


@pytest.mark.parametrize("key", COMPLETE)
def test_a_number_that_lacks_anything_does_not_load(key):
    with pytest.raises(BadInput) as problem:
        sourced("knowledge.media", {name: value for name, value in COMPLETE.items() if name != key})
    assert str(problem.value).startswith(f"knowledge.media: the key “{key}” is missing; add it, for instance: {key} = ")


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (True, "not_a_number"),
        (float("nan"), "not_finite"),
        (float("inf"), "not_finite"),
        ("0.004", "not_a_number"),
        (10**400, "out_of_range"),
        (None, "not_a_number"),
    ],
)
def test_only_a_finite_number_is_a_value(value, code):
    with pytest.raises(BadInput) as problem:
        sourced("knowledge.media", {**COMPLETE, "value": value})
    assert codes(problem) == [code]


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("value", 0.03, "out_of_range"),
        ("low", 0.03, "out_of_range"),
        ("source", "  ", "not_words"),
        ("meaning", 7, "not_words"),
        ("kind", "guessed", "unknown_option"),
        ("colour", "red", "unknown_key"),
        ("name", "other", "unknown_key"),
    ],
)
def test_what_is_wrong_with_a_number_is_said(key, value, code):
    with pytest.raises(BadInput) as problem:
        sourced("knowledge.media", {**COMPLETE, key: value})
    assert codes(problem) == [code]
    assert "knowledge.media" in str(problem.value)


def test_a_misspelt_key_brings_the_right_one():
    misspelt = {key.replace("source", "sourse"): value for key, value in COMPLETE.items()}
    with pytest.raises(BadInput, match=r"“sourse” here.*perhaps “source”") as problem:
        sourced("knowledge.media", misspelt)
    assert codes(problem) == ["unknown_key"]


def test_every_fault_of_a_number_is_named_at_once():
    with pytest.raises(BadInput) as problem:
        sourced("knowledge.media", {**COMPLETE, "value": 0.03, "kind": "guessed", "unit": 1})
    assert codes(problem) == ["not_words", "unknown_option", "out_of_range"]


def test_a_bare_number_is_no_table():
    with pytest.raises(BadInput) as problem:
        sourced("knowledge.media", 0.004)
    assert codes(problem) == ["data.number_without_table"]


def test_files_of_a_folder_make_one_register(tmp_path: Path):
    (tmp_path / "knowledge.toml").write_text(_toml("media"), encoding="utf-8")
    (tmp_path / "decision.toml").write_text(_toml("weekly"), encoding="utf-8")
    register = load_parameters(tmp_path)
    assert list(register) == ["decision.weekly", "knowledge.media"]
    assert len(register) == 2
    assert register.value("knowledge.media") == 0.004


def test_faults_of_all_files_come_at_once(tmp_path: Path):
    (tmp_path / "knowledge.toml").write_text(_toml("media").replace("assumed", "guessed"), encoding="utf-8")
    (tmp_path / "decision.toml").write_text(_toml("weekly").replace("unit", "units"), encoding="utf-8")
    with pytest.raises(BadInput) as problem:
        load_parameters(tmp_path)
    assert codes(problem) == ["unknown_key", "unknown_option"]


def test_the_shipped_register_loads_and_says_where_each_number_comes_from():
    register = load_parameters()
    assert all(number.kind in KINDS and number.low <= number.value <= number.high for number in register.values())


def test_a_scenario_moves_a_number_and_leaves_the_register_alone():
    register = parameters()
    changed = register.with_values({"knowledge.media": 0.02})
    assert changed.value("knowledge.media") == 0.02
    assert changed["knowledge.media"].source == register["knowledge.media"].source
    assert changed["knowledge.meetings"] == register["knowledge.meetings"]
    assert register.value("knowledge.media") == 0.004


def test_every_fault_of_a_scenario_is_named_at_once():
    wrong = {"knowledge.medai": 0.01, "knowledge.media": 0.5, "knowledge.meetings": True}
    with pytest.raises(BadInput) as problem:
        parameters().with_values(wrong)
    assert codes(problem) == ["data.unknown_parameter", "out_of_range", "not_a_number"]
    assert problem.value.faults[0].facts["nearest"] == "knowledge.media"


def test_a_developer_who_misspells_a_name_is_helped():
    with pytest.raises(KeyError, match=r"knowledge\.media"):
        parameters().value("knowledge.medias")


def _toml(table: str) -> str:
    lines = [f"{key} = {value!r}" for key, value in COMPLETE.items()]
    return "\n".join([f"[{table}]", *lines])


def test_levers_are_told_apart_from_what_is_fitted():
    register = load_parameters()
    assert {"communication.clarity", "disposition.incentives", "structure.procedure"} <= set(register.levers)
    assert "persuasion.spontaneous" not in register.levers


def test_a_number_of_one_place_is_not_measured_in_another():
    assert all(number.kind != "measured" for name, number in load_parameters().items() if "population." in name)


def test_a_number_without_a_range_cannot_be_changed():
    fixed = Parameters(sourced_tables("knowledge.", {"media": {**COMPLETE, "low": 0.004, "high": 0.004}}))
    with pytest.raises(BadInput, match=r"“knowledge.media” is always 0.004 and cannot be changed to 0.005"):
        fixed.with_values({"knowledge.media": 0.005})
