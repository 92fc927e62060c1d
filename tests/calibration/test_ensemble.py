"""An ensemble goes its way in parts, and the parts make the same way as the whole."""

import numpy as np
import pytest

from ikdsim.calibration.ensemble import Task, go_on, problem_of


def test_parts_are_the_whole_way(calibration):
    task = Task(calibration, "demand", 0)
    whole = go_on(task, None, 6)
    first = go_on(task, None, 4)
    rest = go_on(task, first, 2)
    assert np.array_equal(np.concatenate([first.points, rest.points]), whole.points)
    assert np.array_equal(np.concatenate([first.expected, rest.expected]), whole.expected)
    assert whole.points.shape == (6, 2, len(problem_of(calibration, "demand").names))


def test_ensembles_start_apart(calibration):
    one, other = (go_on(Task(calibration, "demand", number), None, 1) for number in (0, 1))
    assert not np.isin(one.points, other.points).any()


def test_what_is_expected_belongs_to_the_point(calibration):
    part, problem = go_on(Task(calibration, "demand", 0), None, 3), problem_of(calibration, "demand")
    assert np.array_equal(problem.expected(part.points[-1, 1]), part.expected[-1, 1])
    assert part.log_likelihoods[-1, 1] == pytest.approx(problem.log_likelihood(part.expected[-1, 1]))
