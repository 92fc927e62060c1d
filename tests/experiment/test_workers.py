import multiprocessing
import os
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from ikdsim.experiment.compare import missing_runs
from ikdsim.experiment.ledger import Ledger
from ikdsim.experiment.workers import WorkerLost, processes, run_seeds
from tests.experiment.factories import make_small_plan


def all_runs(plan):
    with closing(Ledger(None)) as ledger:
        return missing_runs(plan, ledger)


def kill_a_worker(started, later):
    """Once so many have started, and so many seconds later."""
    while len(workers := multiprocessing.active_children()) < started:
        time.sleep(0.001)
    time.sleep(later)
    os.kill(workers[0].pid, signal.SIGKILL)


@pytest.mark.slow
@pytest.mark.parametrize(("started", "later"), [(1, 0.0), (2, 0.0), (2, 0.3)])
def test_a_worker_lost_at_any_moment_is_told_in_one_sentence(started, later):
    threading.Thread(target=kill_a_worker, args=(started, later)).start()
    plan = make_small_plan(runs=4)
    with pytest.raises(WorkerLost, match=r"^a process that ran simulations died$"):
        list(run_seeds(2, plan, all_runs(plan), None))
    assert not multiprocessing.active_children()


@pytest.mark.slow
def test_workers_end_when_nobody_waits_for_them_and_what_was_done_is_kept(tmp_path):
    plan = make_small_plan(runs=50)
    seeds = run_seeds(2, plan, all_runs(plan), tmp_path)
    next(seeds)
    seeds.close()
    assert not multiprocessing.active_children()
    assert 3 <= len(Ledger(tmp_path).runs()) < 3 * 50 / 5


@pytest.mark.slow
def test_ctrl_c_is_heard_again_once_the_workers_have_started():
    plan = make_small_plan()
    list(run_seeds(2, plan, all_runs(plan), None))
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_any_executor_does(tmp_path):
    plan = make_small_plan()
    with ThreadPoolExecutor(2) as executor:
        done = list(run_seeds(executor, plan, all_runs(plan), tmp_path))
    assert {run for each in done for run in each.summaries} == Ledger(tmp_path).runs()
    assert len(Ledger(tmp_path).runs()) == plan.size


def test_other_work_is_done_in_processes_too_and_the_loss_of_one_is_told():
    with processes(1) as executor:
        assert executor.submit(abs, -3).result() == 3
    with pytest.raises(WorkerLost), processes(1) as executor:
        executor.submit(os._exit, 1).result()
