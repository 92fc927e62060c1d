"""ikdsim run: told in words or as a document, kept whole, once, or not at all."""

import json
import os

import pytest

from ikdsim.command import run

SCENARIO = """
title = { id = "Kampanye", en = "Campaign" }
region = "babelan"
end = 2025-01-19

[[policy]]
kind = "campaign"
start = 2023-06-05
extra_posts_per_week = 5
"""
RUN = "run talk.toml --scale 200 --lang en"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "talk.toml").write_text(SCENARIO)
    return tmp_path


def document(printed):
    """A JSON document without what differs from run to run."""
    found = json.loads(printed)
    assert found.pop("seconds") > 0
    return found


def test_a_run_is_summed_up_and_kept(ikdsim, folder):
    status, out, err = ikdsim(RUN)
    kept = next((folder / "results").iterdir())
    assert (status, err) == (0, "")
    assert out.startswith("Campaign: on 19 January 2025, about ")
    assert "not yet calibrated" in out
    assert out.endswith(f"lie in {kept.relative_to(folder)}.\n")
    assert (kept / "adoption.png").stat().st_size > 10_000
    assert json.loads((kept / "record.json").read_text())["command"].startswith("ikdsim run talk.toml --seed 1")


def test_the_same_run_is_written_once(ikdsim, folder):
    ikdsim(RUN)
    kept = next((folder / "results").iterdir())
    before = {path: path.stat().st_mtime_ns for path in kept.iterdir()}
    status, out, _ = ikdsim(RUN)
    assert status == 0
    assert "nothing was written again" in out
    assert {path: path.stat().st_mtime_ns for path in kept.iterdir()} == before


def test_json_is_one_document_and_no_folder(ikdsim, folder):
    status, out, err = ikdsim(f"{RUN} --json")
    assert (status, err.count("\n")) == (0, 1)
    assert "not yet calibrated" in err
    found = document(out)
    assert (found["scenario"], found["scale"], found["weeks"], found["end"]) == ("talk", 200, 107, "2025-01-19")
    assert sum(found["stages"].values()) == pytest.approx(found["residents"])
    assert not (folder / "results").exists()


def test_a_named_folder_is_written_with_json_too(ikdsim, folder):
    status, out, _ = ikdsim(f"{RUN} --json --out kept")
    assert (status, document(out)["scenario"]) == (0, "talk")
    assert (folder / "kept" / "record.json").exists()


def test_a_record_repeats_its_run(ikdsim, folder):
    _, first, _ = ikdsim(f"{RUN} --seed 4 --until 2024-01-01 --json --out kept")
    (folder / "talk.toml").unlink()
    status, again, _ = ikdsim("run --record kept/record.json --json")
    assert status == 0
    assert document(again) == document(first)


def test_a_seed_matters(ikdsim):
    _, first, _ = ikdsim(f"{RUN} --until 2024-01-01 --json")
    _, second, _ = ikdsim(f"{RUN} --until 2024-01-01 --json --seed 2")
    assert document(first)["series"] != document(second)["series"]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (f"{RUN} --until 2026-01-01", "2026-01-01 lies outside the run"),
        (f"{RUN} --out letters", "letters: something else"),
        (f"{RUN} --out talk.toml/inside", "cannot be written to"),
        ("run --record talk.toml --lang en", "talk.toml: this is not the record of a run"),
    ],
)
def test_what_cannot_be_run_is_refused_before_anything_runs(ikdsim, folder, monkeypatch, line, complaint):
    (folder / "letters").mkdir()
    (folder / "letters" / "letter.txt").write_text("Dear all")
    monkeypatch.setattr(run, "run_to_end", pytest.fail)
    status, out, err = ikdsim(line)
    assert (status, out) == (2, "")
    assert complaint in err
    assert len(err.splitlines()) == 1
    assert sorted(path.name for path in folder.rglob("*")) == ["letter.txt", "letters", "talk.toml"]


def test_a_folder_without_permission_is_refused_before_anything_runs(ikdsim, folder, monkeypatch):
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    monkeypatch.setattr(run, "run_to_end", pytest.fail)
    status, _, err = ikdsim(f"{RUN} --json --out kept")
    assert status == 2
    assert "cannot be written to" in json.loads(err)["error"][0]


def test_an_interrupted_run_leaves_nothing(ikdsim, folder, monkeypatch):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(run, "run_to_end", interrupt)
    assert ikdsim(RUN)[0] == 130
    assert [path.name for path in folder.iterdir()] == ["talk.toml"]


def test_a_resident_tells_his_diary(ikdsim, folder):
    status, out, _ = ikdsim(f"{RUN} --resident 12")
    assert status == 0
    assert out.startswith("Resident 12 (made up")
    assert "End of the run, 19 January 2025:" in out
    assert "not yet calibrated" in out
    assert not (folder / "results").exists()


def test_a_diary_joins_the_document(ikdsim):
    _, out, _ = ikdsim(f"{RUN} --resident 12 --json")
    assert document(out)["diary"][0].startswith("Resident 12")


def test_an_officer_has_a_diary_too(ikdsim, folder):
    status, out, _ = ikdsim(f"{RUN} --officer 3")
    assert status == 0
    assert out.startswith("Officer 3 (made up")
    assert "IKD at the own desk" in out
    assert not (folder / "results").exists()


def test_an_officer_who_is_not_there_is_refused(ikdsim):
    status, out, err = ikdsim(f"{RUN} --officer 333")
    assert (status, out) == (2, "")
    assert err == "there is no officer number 333; choose one from 0 to 28.\n"


TOO_MANY = """
region = "babelan"

[[policy]]
kind = "service_vehicle"
start = 2027-01-04
vehicles = 20
days_per_week = 7
places = "all"
region_share = 1.0
"""


@pytest.mark.parametrize("line", ["run many.toml", "compare talk.toml many.toml"])
def test_a_plan_that_needs_more_officers_than_there_are_is_refused_before_anything_runs(ikdsim, folder, line):
    (folder / "many.toml").write_text(TOO_MANY)
    (folder / "talk.toml").write_text(SCENARIO.replace("end = 2025-01-19\n", ""))
    status, out, err = ikdsim(f"{line} --scale 200 --lang en --out kept")
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert "needs 3 officers" in err
    assert not (folder / "kept").exists()
