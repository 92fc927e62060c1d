"""Turns: time for IKD and time of other services are two accounts, and an attempt takes that of one."""

import pytest

from ikdsim.engine.columns.core import turns
from ikdsim.engine.columns.core.turns import NO_TROUBLE
from ikdsim.randomness import ONE
from ikdsim.resident import causes as c
from tests.engine.columns.core.conftest import WEEK
from tests.factories import called

DESK = 2
go_to_desk = called(turns.go_to_desk)


@pytest.mark.parametrize("others_wait", [False, True])
def test_an_attempt_takes_the_time_of_one_account(others_wait, model, ready):
    core = model.engine.core
    assert go_to_desk(int(ready[0]), WEEK, DESK, others_wait, core) == NO_TROUBLE
    load = core.load[DESK]
    assert (load["used_ms"] == 0, load["explained_ms"] == 0) == (others_wait, not others_wait)


@pytest.mark.parametrize(("others_wait", "account"), [(False, "capacity_ms"), (True, "errand_ms")])
def test_without_time_there_nobody_has_a_turn(others_wait, account, model, ready):
    core = model.engine.core
    core.stations[account] = 0
    assert go_to_desk(int(ready[0]), WEEK, DESK, others_wait, core) == c.TURNED_AWAY
    assert go_to_desk(int(ready[0]), WEEK, DESK, not others_wait, core) == NO_TROUBLE


def test_a_failure_is_counted_and_takes_its_time(model, ready):
    core = model.engine.core
    core.stations["failure"] = ONE
    assert go_to_desk(int(ready[0]), WEEK, DESK, False, core) == c.FAILED
    assert core.load[DESK]["failed"] == 1
    assert core.load[DESK]["used_ms"] > 0
