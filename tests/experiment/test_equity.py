"""Equity: shares of groups by three bases, and the gap between two of them."""

from dataclasses import replace

import numpy as np
import pytest

from ikdsim.experiment.equity import BASES, PAIRS, gaps_of, shares_of
from ikdsim.observe.groups import COUNTED, GROUP_NAMES
from tests.experiment.factories import make_comparison


@pytest.fixture
def comparison():
    """Two runs in which 1 of 10 women and 3 of 10 men use IKD; half of either are recorded; no one is retired."""
    made = make_comparison({"baseline": [1.0, 1.0]})
    groups = np.ones_like(made.groups)
    groups[..., :] = 2, 10, 5, 8
    groups[..., GROUP_NAMES.index(("sex", "women")), :] = 1, 10, 5, 8
    groups[..., GROUP_NAMES.index(("sex", "men")), :] = 3, 10, 5, 8
    groups[..., GROUP_NAMES.index(("occupation", "retired")), :] = 0
    groups[:, :, :2, GROUP_NAMES.index(("sex", "men")), COUNTED.index("users")] = 5
    return replace(made, groups=groups)


@pytest.mark.parametrize(("base", "share"), [("residents", 0.1), ("recorded", 0.2), ("adults", 0.125)])
def test_a_share_depends_on_whom_one_divides_by(comparison, base, share):
    assert np.allclose(shares_of(comparison, 0, base)["sex", "women"], [share, share])


def test_a_group_of_nobody_has_no_share(comparison):
    assert np.isnan(shares_of(comparison, 0, "adults")["occupation", "retired"]).all()


def test_places_of_a_kind_are_a_group_of_all_their_residents(comparison):
    shares = shares_of(comparison, 0, "residents")
    assert np.allclose(shares["place_kind", "urban"], (1 + 5) / 20)
    assert np.allclose(shares["place_kind", "rural"], (1 + 3) / 20)


def test_a_gap_is_told_as_ratio_and_as_difference(comparison):
    gap = gaps_of(comparison, 0, "residents")["place_kind"]
    assert np.allclose(gap.ratio, [1.5, 1.5])
    assert np.allclose(gap.difference, [0.1, 0.1])


def test_a_ratio_to_nothing_is_unknown(comparison):
    groups = comparison.groups.copy()
    groups[..., GROUP_NAMES.index(("age", "65_and_over")), COUNTED.index("users")] = 0
    gap = gaps_of(replace(comparison, groups=groups), 0, "adults")["age"]
    assert np.isnan(gap.ratio).all()
    assert np.allclose(gap.difference, 0.25)


def test_every_pair_is_of_groups_that_are_counted(comparison):
    shares = shares_of(comparison, 0, BASES[0])
    assert all((by, name) in shares for by, pair in PAIRS.items() for name in pair)
