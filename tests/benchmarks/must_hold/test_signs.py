"""Signs are told by paired seeds."""

import numpy as np
import pytest

from benchmarks.must_hold.levers import NOTHING, levers
from benchmarks.must_hold.signs import quantile_of_t, student_t


def test_a_gain_counts_in_its_standard_errors():
    assert student_t(np.array([[1.0, 0.0], [2.0, 0.0], [3.0, 0.0]])).tolist() == pytest.approx([2.0 * 3**0.5, 0.0])


def test_few_seeds_must_say_more():
    assert quantile_of_t(1.645, 29) == pytest.approx(1.699, abs=0.005)
    assert quantile_of_t(1.645, 9) > quantile_of_t(1.645, 29)


def test_every_lever_is_a_scenario_of_its_own_that_is_counted_against_a_known_one():
    known = {lever.name: lever for lever in levers()}
    assert len(known) == len(levers())
    for lever in known.values():
        base = known[lever.against]
        assert not base.policies
        assert lever.name == NOTHING or lever.scenario.resolved() != base.scenario.resolved() | {"name": lever.name}


def test_whatever_branches_has_the_past_of_its_base():
    known = {lever.name: lever for lever in levers()}
    for lever in known.values():
        if lever.policies:
            assert (lever.numbers, lever.region_numbers) == (
                known[lever.against].numbers,
                known[lever.against].region_numbers,
            )
