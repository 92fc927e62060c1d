"""ikdsim compare: told, kept, taken up again where it was interrupted."""

import contextlib
import errno
import json
import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ikdsim.command import compare, kept
from ikdsim.command.line import parse
from ikdsim.experiment import runs, workers
from ikdsim.experiment.ledger import Ledger
from ikdsim.experiment.workers import WorkerLost
from ikdsim.files import unwritable
from ikdsim.scenario.load import load_scenarios
from tests.factories import SCENARIOS

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


def test_the_folder_of_plans_is_compared_without_that_of_levers_inside_it():
    assert len(load_scenarios([SCENARIOS])) == 8
    names = [scenario.name for scenario in load_scenarios([SCENARIOS / "baseline.toml", SCENARIOS / "levers"])]
    assert names[0] == "baseline"
    assert {"adaptive_tour", "budget", "literacy_class", "school_visit", "village_leaders"} < set(names)


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_scenarios(tmp_path)
    return tmp_path


def write_scenarios(place):
    (place / "what").mkdir()
    (place / "what" / "baseline.toml").write_text(BASELINE)
    (place / "what" / "talk.toml").write_text(TALK)
    (place / "what" / "unchanged.toml").write_text('extends = "baseline.toml"')


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
    assert "How much do gains depend" in out
    assert "How much do gains depend" in (kept / "summary.txt").read_text(encoding="utf-8")
    assert "numbers that are not known well" in out
    assert "What stands in the way? As today, 29 December 2024" in out
    assert out.endswith(f"lie in {kept.relative_to(folder)}.\n")
    assert {path.name for path in kept.iterdir()} == {
        *("record.json", "summary.txt", "runs.sqlite"),
        *("tables", "comparison.xlsx"),
        *(f"{name}.png" for name in ("adoption", "gain_curves", "gains", "places", "cost", "equity")),
        *("barriers.png", "barrier_changes.png", "capacity.png"),
    }
    assert len(Ledger(kept).runs()) == 6
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
    assert "Target 30% dari warga terekam menurut hitungan kantor (58.640 warga) tidak tercapai" in " ".join(
        out.split()
    )
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
    assert "9 of 10" not in out


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


def test_interrupted_before_it_goes_on_it_names_what_is_kept_from_before(ikdsim, simulated, monkeypatch):
    def stop(folder, plan, facts):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(runs, "run_to_end", interrupt(simulated, 4, KeyboardInterrupt))
        ikdsim(f"{COMPARE} --out kept")
    monkeypatch.setattr(kept, "open_folder", stop)
    assert ikdsim(f"{COMPARE} --out kept")[2].startswith("Interrupted. 4 of 6 runs are kept in kept;")
    assert ikdsim(f"{COMPARE} --seed 7 --out kept")[2] == "Interrupted. No result was kept.\n"


def test_weeks_are_planned_before_the_first_run_and_not_when_a_folder_is_gone_on_with(ikdsim, monkeypatch):
    planned = []
    monkeypatch.setattr(kept, "_check_weeks", planned.append)
    ikdsim(f"{COMPARE} --out kept")
    ikdsim(f"{COMPARE} --out kept")
    assert len(planned) == 1


def test_a_disk_that_is_full_at_the_end_does_not_hide_what_came_out(ikdsim, simulated, monkeypatch):
    def no_room(figure, path):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr("ikdsim.experiment.pictures.save", no_room)
        status, out, err = ikdsim(f"{COMPARE} --out kept")
    assert (status, err.count("\n")) == (1, 1)
    assert out.startswith("Babelan district (kecamatan)")
    assert "(the disk is full)" in err
    assert "all runs are kept in kept; once there is room, the same command" in err
    assert sorted(path.name for path in Path("kept").iterdir()) == ["record.json", "runs.sqlite"]
    assert ikdsim(f"{COMPARE} --out kept")[1].startswith(out.rstrip())
    assert len(simulated) == 6


def test_a_disk_that_is_full_in_the_middle_is_told_with_what_is_kept(ikdsim, simulated, monkeypatch):
    keep = Ledger.keep

    def keep_four(ledger, run, summary):
        if len(simulated) > 4:
            raise unwritable(Path("kept"), OSError(errno.ENOSPC, "full"))
        keep(ledger, run, summary)

    monkeypatch.setattr(Ledger, "keep", keep_four)
    status, out, err = ikdsim(f"{COMPARE} --out kept")
    assert (status, out) == (1, "")
    assert "(the disk is full)" in err
    assert err.endswith("4 of 6 runs are kept in kept; the same command goes on from there.\n")


def test_a_lost_process_is_told_with_what_is_kept(monkeypatch):
    def one_seed_and_no_more(jobs, plan, missing, folder):
        yield workers.run_seed(plan, missing[1], folder)
        raise WorkerLost

    monkeypatch.setattr("ikdsim.experiment.compare.run_seeds", one_seed_and_no_more)
    options = parse(f"{COMPARE} --out kept".split(), "en")
    with pytest.raises(WorkerLost, match=r"died, perhaps for want of memory; .* 3 of 6 runs are kept in kept"):
        compare.compare_command(options)


def test_numbers_of_the_register_are_another_comparison(ikdsim, folder):
    _, out, _ = ikdsim(f"{COMPARE} --numbers register")
    assert "how unsure the parameters are is not in them" in out
    ikdsim(COMPARE)
    assert len(list((folder / "results").iterdir())) == 2


def test_it_ends_early_once_it_is_sure(ikdsim, simulated, monkeypatch):
    monkeypatch.setattr("ikdsim.experiment.plan.FEWEST_RUNS", 4)
    line = "compare what --scale 400 --runs 9 --jobs 1 --until 2023-12-31 --lang en --until-sure"
    _, out, _ = ikdsim(f"{line} 100000")
    assert "Ended after 4 runs: every mean gain is known to 100,000 residents more or less" in " ".join(out.split())
    assert len(simulated) == 12
    _, out, _ = ikdsim(f"{line} 0")
    assert "All 9 runs are used" in out


def test_a_run_that_fails_is_told_and_the_others_are_compared(ikdsim, monkeypatch, folder):
    run_to_end = runs.run_to_end

    def failing(model):
        if (model.setup.scenario.name, model.setup.seed) == ("talk", 2):
            raise ZeroDivisionError("no officers at all")
        return run_to_end(model)

    with monkeypatch.context() as patch:
        patch.setattr(runs, "run_to_end", failing)
        status, out, err = ikdsim(f"{COMPARE} --out kept")
        again = ikdsim(f"{COMPARE} --out kept")
    assert (status, err.count("\n")) == (1, 1)
    assert err.startswith("1 runs failed, the first “talk” with seed 2 (ZeroDivisionError: no officers at all)")
    assert "Medians; runs of each: 1" in " ".join(out.split())
    assert again == (status, out, err)
    status, out, err = ikdsim(f"{COMPARE} --out kept --retry-failed")
    assert (status, err) == (0, "")
    assert "Medians; runs of each: 2" in " ".join(out.split())


def test_what_was_damaged_is_done_again_and_said(ikdsim, simulated, folder):
    first = ikdsim(f"{COMPARE} --out kept")
    with sqlite3.connect(folder / "kept" / "runs.sqlite") as connection:
        connection.execute("UPDATE run SET summary = substr(summary, 1, 300) WHERE scenario = 'talk' AND seed = 2")
    status, out, err = ikdsim(f"{COMPARE} --out kept")
    assert (status, out) == first[:2]
    assert err.startswith("Part of what is kept in kept was damaged; the runs concerned are done again")
    assert simulated[6:] == [("talk", 2)]


def wait_until_all_are_gone(group):
    """The processes of a command that was killed end by themselves."""
    late = time.monotonic() + 30
    with contextlib.suppress(ProcessLookupError):
        while time.monotonic() < late:
            os.killpg(group, 0)
            time.sleep(0.1)
        pytest.fail("a process outlives the command")


LINE = "compare what --until 2023-12-31 --scale 200 --runs 10 --jobs 2 --lang en --quiet --out kept"
LONG = [sys.executable, "-m", "ikdsim", *LINE.split()]
RUNS = 30


def tables(folder):
    """Everything that a reader opens, byte by byte."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in (".csv", ".txt", ".png")}


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    """What the long comparison leaves if nothing happens to it."""
    place = tmp_path_factory.mktemp("undisturbed")
    write_scenarios(place)
    subprocess.run(LONG, cwd=place, check=True, capture_output=True)
    return tables(place / "kept")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no signal that kills at once")
@pytest.mark.parametrize("share", [0.1, 0.4])
def test_killed_at_any_moment_it_goes_on_to_the_same_tables(folder, undisturbed, share):
    process = subprocess.Popen(LONG, cwd=folder, stdout=subprocess.DEVNULL, start_new_session=True)
    while not (folder / "kept" / "runs.sqlite").exists() or len(Ledger(folder / "kept").runs()) < share * RUNS:
        time.sleep(0.05)
    process.kill()
    process.wait()
    wait_until_all_are_gone(process.pid)
    kept = len(Ledger(folder / "kept").runs())
    assert kept >= share * RUNS  # a process goes on for a second at most
    subprocess.run(LONG, cwd=folder, check=True, capture_output=True)
    assert len(Ledger(folder / "kept").runs()) == RUNS
    assert tables(folder / "kept") == undisturbed


@pytest.mark.slow
def test_two_commands_in_one_folder_do_not_harm_each_other(folder, undisturbed):
    both = [subprocess.Popen(LONG, cwd=folder, stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [process.wait() for process in both] == [0, 0]
    assert tables(folder / "kept") == undisturbed


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


def test_own_prices_are_told_and_kept_with_their_source(ikdsim, folder):
    (folder / "own.toml").write_text('[post]\nvalue = 5\nunit = "Rp/post"\nsource = "SHS 2026"\n')
    status, out, _ = ikdsim(f"{COMPARE} --runs 1 --prices own.toml --out kept --csv id")
    assert (status, "cost.post: Rp5 (source: SHS 2026), not Rp250,000" in out) == (0, True)
    assert "SHS 2026" in (folder / "kept" / "tables" / "prices.csv").read_text()
    assert "harga sendiri;SHS 2026" in (folder / "kept" / "csv-id" / "harga.csv").read_text(encoding="utf-8-sig")
    written = json.loads((folder / "kept" / "record.json").read_text())
    assert "--prices own.toml" in written["command"]
    assert {"own"} == {number["kind"] for number in written["numbers"] if number["name"] == "cost.post"}


def test_an_experiment_settles_its_prices(ikdsim, folder):
    (folder / "all.toml").write_text('scenarios = ["what"]\n')
    status, _, err = ikdsim("compare all.toml --prices own.toml")
    assert (status, "--prices" in err) == (2, True)


def test_what_money_can_do_is_told_first_and_in_the_document(ikdsim, folder):
    status, out, _ = ikdsim(f"{COMPARE} --budget 20_000_000 --out kept")
    assert (status, out.startswith("What can Rp20 million do")) == (0, True)
    assert (folder / "kept" / "summary.txt").read_text().startswith("What can Rp20 million do")
    _, out, _ = ikdsim(f"{COMPARE} --budget 20_000_000 --json")
    found = json.loads(out)
    assert found["budget_rupiah"] == 20_000_000
    assert {plan["scenario"]: plan["fits"] for plan in found["within_budget"]} == {"unchanged": True, "talk": False}


def test_money_is_not_asked_of_a_sweep(ikdsim, folder):
    (folder / "sweep.toml").write_text('scenarios = ["what/talk.toml"]\n[sweep]\n"campaign.answers" = [0.5]\n')
    status, _, err = ikdsim("compare sweep.toml --budget 5")
    assert (status, "--budget asks about plans" in err) == (2, True)
