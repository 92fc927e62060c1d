"""ikdsim compare: told, kept, taken up again where it was interrupted."""

import json

import pytest

from ikdsim.command import compare
from ikdsim.command.line import parse
from ikdsim.experiment import runs
from ikdsim.experiment.workers import WorkerLost

BASELINE = """
title = { id = "Seperti sekarang", en = "As today" }
region = "babelan"
end = 2024-12-29
"""
TALK = """
extends = "baseline.toml"
title = { id = "Kampanye", en = "Campaign" }

[[policy]]
kind = "campaign"
start = 2023-02-06
extra_posts_per_week = 20
answers = 1.0
"""
COMPARE = "compare what --scale 200 --runs 2 --jobs 1 --lang en"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "what").mkdir()
    (tmp_path / "what" / "baseline.toml").write_text(BASELINE)
    (tmp_path / "what" / "talk.toml").write_text(TALK)
    (tmp_path / "what" / "unchanged.toml").write_text('extends = "baseline.toml"')
    return tmp_path


@pytest.fixture
def simulated(monkeypatch):
    """Scenario and seed of every run that is really done."""
    done = []
    run_to_end = runs.run_to_end

    def noted(model):
        done.append((model.setup.scenario.name, model.setup.seed))
        return run_to_end(model)

    monkeypatch.setattr(runs, "run_to_end", noted)
    return done


def interrupt(done, after, what):
    """Stop with `what` once so many runs are done."""
    run_to_end = runs.run_to_end

    def stopping(model):
        if len(done) == after:
            raise what
        return run_to_end(model)

    return stopping


def test_a_comparison_is_told_and_kept(ikdsim, folder):
    status, out, err = ikdsim(COMPARE)
    kept = next((folder / "results").iterdir())
    assert (status, err) == (0, "")
    assert out.startswith("Babelan district (kecamatan), Bekasi regency: residents who use IKD on 29 December 2024")
    assert "not yet calibrated" in out
    assert "Gains under three settings" in out
    assert "Gains under three settings" in (kept / "summary.txt").read_text(encoding="utf-8")
    assert "how unsure the parameters are is not in them" in out
    assert "What stands in the way? As today, 29 December 2024" in out
    assert out.endswith(f"lie in {kept.relative_to(folder)}.\n")
    assert {path.name for path in kept.iterdir()} == {
        *("record.json", "summary.txt", "runs"),
        *("tables", "comparison.xlsx"),
        *(f"{name}.png" for name in ("adoption", "gain_curves", "gains", "places", "cost", "equity")),
        *("barriers.png", "barrier_changes.png", "capacity.png"),
    }
    assert len(list((kept / "runs").iterdir())) == 6
    check_tables(out.splitlines())


def check_tables(lines):
    """They fit a page, name every place and scenario, and tell an unchanged one as no change."""
    assert max(map(len, lines)) <= 110
    assert any("Kelurahan Kebalen Kota" in line for line in lines)
    campaign, unchanged = (next(line for line in lines if line.startswith(name)) for name in ("Campaign", "unchanged"))
    assert " million" in campaign
    assert unchanged.split()[-8:] == ["0", "no", "change", "–", "–", "0", "of", "2"]


def test_indonesian_has_its_own_numbers_and_words(ikdsim):
    _, out, _ = ikdsim(COMPARE.replace("--lang en", "--lang id"))
    assert "tidak berubah" in out
    assert "Target 30% dari yang sudah rekam (58.640 warga) tidak tercapai" in out
    for word in ("agen", "iterasi", "seed", "kuantil", "parameter"):
        assert word not in out.lower().split()


def test_tables_for_a_spreadsheet_are_written_if_wanted(ikdsim, folder):
    ikdsim("compare what --scale 400 --runs 1 --until 2023-12-31 --lang en --out kept --csv id")
    assert (
        (folder / "kept" / "csv-id" / "biaya.csv").read_text(encoding="utf-8-sig").startswith("skenario;untuk;tahun;")
    )


def test_one_run_has_no_range(ikdsim):
    _, out, _ = ikdsim("compare what --scale 400 --runs 1 --until 2023-12-31 --lang en")
    assert "There is one run only, hence no range" in out


def test_json_is_one_document_and_leaves_nothing(ikdsim, folder):
    status, out, err = ikdsim(f"{COMPARE} --seed 4 --json")
    found = json.loads(out)
    assert (status, err.count("\n")) == (0, 1)
    assert "not yet calibrated" in err
    assert (found["baseline"], found["runs"], found["seed"], found["horizon"]) == ("baseline", 2, 4, "2024-12-29")
    assert [scenario["name"] for scenario in found["scenarios"]] == ["baseline", "talk", "unchanged"]
    assert found["scenarios"][2]["gain"] == {"median": 0, "low": 0, "high": 0, "probability_positive": 0}
    assert not (folder / "results").exists()


@pytest.mark.slow
def test_processes_side_by_side_print_the_same(ikdsim):
    assert ikdsim(f"{COMPARE} --json") == ikdsim(f"{COMPARE.replace('--jobs 1', '--jobs 2')} --json")


def test_the_same_command_reads_what_it_has_done(ikdsim, simulated):
    first = ikdsim(f"{COMPARE} --out kept")
    assert len(simulated) == 6
    assert ikdsim(f"{COMPARE} --out kept") == first
    assert len(simulated) == 6


def test_interrupted_it_names_what_is_kept_and_goes_on_later(ikdsim, simulated, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(runs, "run_to_end", interrupt(simulated, 4, KeyboardInterrupt))
        status, out, err = ikdsim(f"{COMPARE} --out kept")
    assert (status, out) == (130, "")
    assert err == "Interrupted. 4 of 6 runs are kept in kept; the same command goes on from there.\n"
    assert ikdsim(f"{COMPARE} --out kept")[0] == 0
    assert len(simulated) == len(set(simulated)) == 6


def test_interrupted_without_a_folder_nothing_is_kept(ikdsim, monkeypatch):
    monkeypatch.setattr(runs, "run_to_end", interrupt([], 0, KeyboardInterrupt))
    status, _, err = ikdsim(f"{COMPARE} --json")
    assert status == 130
    assert json.loads(err) == {"error": ["Interrupted. No result was kept."]}


def test_a_lost_process_is_told_with_what_is_kept(simulated, monkeypatch):
    monkeypatch.setattr(runs, "run_to_end", interrupt(simulated, 1, WorkerLost))
    options = parse(f"{COMPARE} --out kept".split(), "en")
    with pytest.raises(WorkerLost, match=r"died, perhaps for want of memory; .* 1 of 6 runs are kept in kept"):
        compare.compare_command(options)


def test_a_folder_of_another_comparison_is_refused_before_anything_runs(ikdsim, simulated):
    ikdsim(f"{COMPARE} --out kept")
    status, out, err = ikdsim(f"{COMPARE} --seed 9 --out kept")
    assert (status, out) == (2, "")
    assert err.startswith("kept: something else, or the result of another run")
    assert len(simulated) == 6


def test_a_broken_scenario_is_refused_and_nothing_is_written(ikdsim, folder):
    (folder / "what" / "talk.toml").write_text(TALK.replace("answers", "answer"))
    status, _, err = ikdsim(COMPARE)
    assert status == 2
    assert "answers" in err
    assert not (folder / "results").exists()
