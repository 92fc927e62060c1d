"""Processes of this computer, or the workers of a cluster."""

import re
import threading
import time
from dataclasses import replace

import pytest
from distributed import LocalCluster

from ikdsim.command.jobs import jobs_of
from ikdsim.command.line import parse
from ikdsim.errors import BadInput
from ikdsim.experiment.compare import carry_out
from tests.experiment.factories import make_small_plan

OPTIONS = parse(["compare", "what", "--lang", "en"], "en")


def test_as_many_processes_as_are_wanted():
    with jobs_of(replace(OPTIONS, jobs=3)) as jobs:
        assert jobs == 3


def test_a_cluster_that_does_not_answer_is_one_sentence(monkeypatch):
    monkeypatch.setattr("ikdsim.command.jobs.SECONDS_TO_ANSWER", 1)
    nobody = replace(OPTIONS, cluster="tcp://127.0.0.1:1")
    with pytest.raises(BadInput, match=re.escape("no Dask cluster answers at “tcp://127.0.0.1:1”")), jobs_of(nobody):
        pass


@pytest.mark.slow
def test_a_cluster_does_the_same_though_a_worker_is_killed_in_the_middle():
    plan = make_small_plan(runs=12)
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:

        def kill_one():
            time.sleep(1.0)
            cluster.workers[0].process.process._process.kill()

        threading.Thread(target=kill_one).start()
        with jobs_of(replace(OPTIONS, cluster=cluster.scheduler_address)) as jobs:
            found = carry_out(plan, jobs)
    assert (found.activated == carry_out(plan).activated).all()
