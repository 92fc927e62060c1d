"""A central system that works fails fewer of those who come, in all places and at all desks, and draws nobody."""

from ikdsim.observe.service_load import LOADS
from ikdsim.policy.system_uptime import SystemUptime
from tests.theory.paired import START, is_as_usual_before, moved, run, users

NUMBERS = (("resources.uptime", 0.7),)
BETTER = SystemUptime(name="system", start=START, uptime=1.0)


def failed(*policies):
    """Share of those who came to be activated whose attempt failed."""
    counts = run(*policies, numbers=NUMBERS).observations.service_load.counts.sum(axis=(0, 1))
    load = dict(zip(LOADS, counts.tolist(), strict=True))
    return load["failed"] / load["came"]


def test_it_lowers_failures_and_touches_nothing_else():
    assert moved(BETTER) == (set(), {"failure"})


def test_fewer_fail_and_more_use_ikd():
    assert failed(BETTER) < 0.8 * failed()
    assert users(BETTER, numbers=NUMBERS).sum() > 1.02 * users(numbers=NUMBERS).sum()


def test_nobody_is_changed_before_its_start():
    assert is_as_usual_before(BETTER)
