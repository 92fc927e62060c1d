"""The best scenario, and packages beside their parts."""

from dataclasses import replace
from datetime import date

import numpy as np

from ikdsim.experiment.ranks import rank_shares, together
from ikdsim.policy.campaign import Campaign
from tests.experiment.factories import make_comparison


def campaign(name):
    return Campaign(name=name, start=date(2023, 2, 6), extra_posts_per_week=1.0, answers=1.0)


def compared(ends, policies):
    """A comparison in which each scenario has the policies of these names."""
    made = make_comparison(ends)
    scenarios = tuple(
        replace(scenario, policies=tuple(map(campaign, policies[scenario.name]))) for scenario in made.scenarios
    )
    return replace(made, plan=replace(made.plan, scenarios=scenarios))


def test_ranks_are_counted_over_the_runs():
    comparison = make_comparison(
        {"baseline": [1.0, 1.0, 1.0, 1.0], "a": [2.0, 2.0, 2.0, 4.0], "b": [3.0, 3.0, 3.0, 3.0]}
    )
    assert np.array_equal(rank_shares(comparison), [[0, 0, 1], [0.25, 0.75, 0], [0.75, 0.25, 0]])


def test_equal_scenarios_share_their_ranks():
    comparison = make_comparison({"baseline": [1.0], "same": [1.0], "more": [2.0]})
    assert np.array_equal(rank_shares(comparison), [[0, 0.5, 0.5], [0, 0.5, 0.5], [1, 0, 0]])


def test_a_package_is_set_beside_its_parts_run_by_run():
    ends = {"baseline": [0.0, 0.0], "one": [1.0, 2.0], "two": [3.0, 3.0], "both": [5.0, 6.0]}
    found = together(compared(ends, {"baseline": "", "one": "x", "two": "y", "both": "xy"}))
    assert [(package.whole, package.parts) for package in found] == [(3, (1, 2))]
    assert found[0].more_than_sum.median == 9.0


def test_what_has_a_policy_of_its_own_is_no_package():
    ends = {"baseline": [0.0], "one": [1.0], "two": [3.0], "both": [5.0]}
    assert not together(compared(ends, {"baseline": "", "one": "x", "two": "y", "both": "xyz"}))
    assert not together(compared(ends, {"baseline": "", "one": "x", "two": "x", "both": "x"}))
