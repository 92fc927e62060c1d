"""What is entered into a ledger survives, whatever happens to the others."""

import sqlite3

import numpy as np
import pytest

from ikdsim.errors import BadInput
from ikdsim.experiment.ledger import DAMAGED_FILE, LEDGER_FILE, Failure, Ledger, Run, repair
from ikdsim.experiment.run_summary import RunSummary

FIRST, SECOND = Run("baseline", 1), Run("team", 2)


def make_summary(activated=1.0):
    several = np.full((40, 9), activated) * np.random.default_rng(1).random((40, 9))
    return RunSummary(
        activated=several,
        barriers=several,
        groups=np.ones((9, 20, 4), np.float32),
        minutes=np.ones((8, 2, 2)),
        full=np.ones((8, 2), np.bool_),
        cost_items=np.array(["campaign"]),
        cost=np.array([[1.5e9]]),
        taken=np.ones(2),
        beside_cost=np.ones(3),
        expected=np.empty((0, 0)),
    )


def filled(folder, runs):
    ledger = Ledger(folder)
    for run in runs:
        ledger.keep(run, make_summary(run.seed))
    ledger.close()
    return folder / LEDGER_FILE


def test_a_run_is_found_again_by_another_process(tmp_path):
    filled(tmp_path, [FIRST, SECOND])
    ledger = Ledger(tmp_path)
    assert ledger.runs() == {FIRST, SECOND}
    assert np.array_equal(ledger.summary(SECOND).activated, make_summary(2).activated)


def test_without_a_folder_it_lives_in_memory(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ledger = Ledger(None)
    ledger.keep(FIRST, make_summary())
    assert ledger.runs() == {FIRST}
    assert not any(tmp_path.iterdir())


def test_a_run_that_is_not_there_is_a_key_error():
    with pytest.raises(KeyError, match="team"):
        Ledger(None).summary(SECOND)


def test_what_is_entered_first_stays(tmp_path):
    """Two commands side by side may do the same run; it comes out the same."""
    one, other = Ledger(tmp_path), Ledger(tmp_path)
    one.keep(FIRST, make_summary(1.0))
    other.keep(FIRST, make_summary(2.0))
    other.keep(SECOND, make_summary(2.0))
    assert np.array_equal(one.summary(FIRST).activated, make_summary(1.0).activated)
    assert one.runs() == {FIRST, SECOND}


def test_a_damaged_entry_is_struck_out_and_the_others_stay(tmp_path):
    path = filled(tmp_path, [FIRST, SECOND])
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE run SET summary = substr(summary, 1, 300) WHERE scenario = 'team'")
    ledger = Ledger(tmp_path)
    assert (ledger.strike_damaged(), ledger.runs()) == (1, {FIRST})
    assert ledger.strike_damaged() == 0


def test_failures_are_kept_with_their_causes_until_they_are_forgotten():
    ledger, failure = Ledger(None), Failure("team", 2, "MemoryError: none left")
    ledger.keep_failure(failure)
    assert ledger.failures() == [failure]
    ledger.forget_failures()
    assert ledger.failures() == []


def test_a_sound_ledger_needs_no_repair(tmp_path):
    assert not repair(tmp_path)
    filled(tmp_path, [FIRST])
    assert not repair(tmp_path)
    assert not (tmp_path / DAMAGED_FILE).exists()


@pytest.mark.parametrize("part", [0.0, 0.3, 0.6, 0.9])
def test_wherever_a_ledger_is_broken_runs_are_whole_or_done_again(tmp_path, part):
    runs = [Run("baseline", seed) for seed in range(1, 60)]
    path = filled(tmp_path, runs)
    whole = bytearray(path.read_bytes())
    at = int(part * len(whole))
    whole[at : at + 5000] = bytes(5000)
    path.write_bytes(whole)
    repair(tmp_path)
    ledger = Ledger(tmp_path)
    ledger.strike_damaged()
    left = ledger.runs()
    assert left <= set(runs)
    assert all(np.array_equal(ledger.summary(run).activated, make_summary(run.seed).activated) for run in left)
    ledger.keep(Run("more", 1), make_summary())
    assert part == 0.0 or len(left) > 10


def test_a_full_disk_is_one_sentence(tmp_path):
    ledger = Ledger(tmp_path)
    ledger._connection.execute("PRAGMA max_page_count = 20")
    with pytest.raises(BadInput, match="full"):
        for seed in range(20):
            ledger.keep(Run("team", seed), make_summary())
    assert 0 < len(ledger.runs()) < 20
    assert ledger.strike_damaged() == 0
