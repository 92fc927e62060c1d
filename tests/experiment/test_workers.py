import multiprocessing
import signal
import threading
import time

import pytest

from ikdsim.experiment.workers import WorkerLost, run_seeds
from tests.experiment.factories import make_small_plan


def kill_a_worker():
    """Not before both have started: a pool of Python 3.11 that breaks while it starts one waits for it forever."""
    while len(workers := multiprocessing.active_children()) < 2:
        time.sleep(0.01)
    time.sleep(0.1)
    workers[0].kill()


@pytest.mark.slow
def test_a_lost_worker_is_told_in_one_sentence():
    threading.Thread(target=kill_a_worker).start()
    with pytest.raises(WorkerLost, match=r"^a process that ran simulations died$"):
        list(run_seeds(make_small_plan(), jobs=2, folder=None))


@pytest.mark.slow
def test_workers_are_told_to_stop_when_nobody_waits_for_them(tmp_path):
    seeds = run_seeds(make_small_plan(runs=50), jobs=2, folder=tmp_path)
    next(seeds)
    seeds.close()
    kept = list((tmp_path / "runs").iterdir())
    assert 3 <= len(kept) < 3 * 50 / 5
    assert {path.suffix for path in kept} == {".npz"}
    assert not multiprocessing.active_children()


@pytest.mark.slow
def test_ctrl_c_is_heard_again_once_the_workers_have_started():
    list(run_seeds(make_small_plan(), jobs=2, folder=None))
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
