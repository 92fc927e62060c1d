"""Residents of a place who are alike share a stratum."""

import numpy as np
import pytest

from ikdsim.engine.mean_field.clustering import SHARPNESS, WEIGHTS, groups_of_residents, levels_of_residents
from ikdsim.engine.mean_field.core.clustering import AXES
from ikdsim.engine.mean_field.core.strata import LEVELS


def axes_of(*values: float) -> np.ndarray:
    """Residents who differ along the first axis alone."""
    axes = np.zeros((len(values), len(AXES)), np.float32)
    axes[:, 0] = values
    return axes


def grouped(values: list[float], count: int, place_start: tuple[int, ...] | None = None) -> list[int]:
    """Strata of adults who lie at these values."""
    starts = np.array(place_start or (0, len(values)), np.int32)
    return groups_of_residents(axes_of(*values), np.ones(len(values), bool), starts, count).tolist()


def test_every_axis_has_a_weight():
    assert len(WEIGHTS) == len(AXES)


def test_those_who_are_alike_share_a_stratum():
    first, second, third, fourth = grouped([0.0, 5.0, 0.1, 5.1], 2)
    assert first == third != second == fourth


def test_a_place_of_equals_is_one_stratum():
    assert grouped([3.0, 3.0, 3.0], 10) == [0, 0, 0]


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_there_are_no_more_strata_than_asked_for(count):
    assert sorted(set(grouped([0.0, 1.0, 3.0, 7.0, 15.0, 31.0], count))) == list(range(count))


def test_the_part_with_the_greatest_differences_is_cut_next():
    near, also_near, far, farther = grouped([0.0, 0.2, 10.0, 14.0], 3)
    assert near == also_near
    assert len({near, far, farther}) == 3


def test_each_place_has_strata_of_its_own():
    assert grouped([0.0, 9.0, 0.0, 0.0], 2, place_start=(0, 2, 4)) == [0, 1, 0, 0]


def test_whoever_stays_a_child_is_in_none():
    adult = np.array([True, False, True])
    groups = groups_of_residents(axes_of(0.0, 0.0, 4.0), adult, np.array([0, 3], np.int32), 2)
    assert groups.tolist() == [0, -1, 1]


def test_an_empty_place_has_no_strata():
    assert grouped([1.0], 3, place_start=(0, 0, 1)) == [0]


def test_levels_of_a_group_hold_like_sums_and_rise_with_readiness():
    readiness, group = np.random.default_rng(1).lognormal(0.0, 1.7, 4_000), np.repeat([0, -1, 7], [2_000, 1_000, 1_000])
    levels = levels_of_residents(readiness, group)
    for one in (0, 7):
        here, ready = levels[group == one], readiness[group == one]
        assert (np.diff(here[np.argsort(ready)].astype(int)) >= 0).all()
        sums = np.bincount(here, weights=ready**SHARPNESS, minlength=LEVELS)
        assert sums == pytest.approx(np.full(LEVELS, sums.mean()), rel=0.1)


def test_one_resident_alone_has_a_level():
    assert levels_of_residents(np.array([2.0]), np.array([0]))[0] < LEVELS
