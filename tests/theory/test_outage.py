"""While the central system is down nobody is activated; afterwards all goes on as before, with less trust."""

from datetime import date

import numpy as np

from ikdsim.clock import week_of
from ikdsim.policy.outage import Outage
from tests.theory.paired import END, START, is_as_usual_before, moved, run, users

LAST = date(2024, 3, 3)
DOWN = Outage(name="down", start=START, end=LAST, down=1.0)


def activations(model):
    """Activations at all stations by week."""
    return np.diff(model.observations.channels.activations.sum(axis=1), prepend=0)


def test_it_fails_attempts_and_touches_nothing_else():
    assert moved(DOWN) == ({"failure"}, set())
    assert moved(DOWN, week_of(LAST) + 1) == (set(), set())


def test_nobody_is_activated_while_the_system_is_down_and_some_are_lost_for_longer():
    weeks = slice(week_of(START) - 1, week_of(LAST))
    assert activations(run(DOWN))[weeks].sum() == 0 < activations(run())[weeks].sum()
    assert activations(run(DOWN))[week_of(LAST) :].sum() > 0
    assert users(Outage(name="down", start=START, end=END, down=0.5)).sum() < 0.9 * users().sum()


def test_nobody_is_changed_before_it():
    assert is_as_usual_before(DOWN)
