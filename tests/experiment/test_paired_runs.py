"""What runs left, and how each differs from the baseline's of the same seed."""

from dataclasses import replace

import numpy as np

from tests.experiment.factories import make_comparison

PLACES = 9


def test_what_others_lose_and_what_it_costs_are_differences_of_pairs():
    costs = {"baseline": [50.0, 70.0], "team": [150.0, 170.0]}
    taken = {"baseline": [[1.0], [5.0]], "team": [[3.0], [7.0]]}
    runs = make_comparison({"baseline": [5.0, 9.0], "team": [7.0, 11.0]}, costs, taken)
    assert runs.extra_cost[1].tolist() == [100.0, 100.0]
    assert runs.extra_taken[1, :, 0].tolist() == [2.0, 2.0]
    assert runs.gains[1].tolist() == [[2.0] * PLACES] * 2


def test_barriers_add_up_over_the_places():
    barriers = make_comparison({"baseline": [5.0, 5.0]}).barriers_of(0)
    assert next(iter(barriers)) == "under_17"
    assert set(barriers.values()) == {PLACES}


def test_what_a_plan_cost_is_added_up_over_items_and_years():
    comparison = make_comparison({"baseline": [5.0]}, {"baseline": [70.0]})
    doubled = replace(comparison, cost_items=("a", "b"), cost_by_item=comparison.cost_by_item.repeat(2, axis=2))
    assert doubled.cost.tolist() == [[140.0]]
    assert list(doubled.years) == [2023, 2024]


def test_a_service_without_time_has_no_share_used():
    comparison = make_comparison({"baseline": [5.0]})
    minutes = comparison.minutes.copy()
    minutes[0, 0, 0], minutes[0, 0, 1] = (0.0, 0.0), (50.0, 20.0)
    share = replace(comparison, minutes=minutes).share_used[0, 0]
    assert np.isnan(share[0]).all()
    assert share[1].tolist() == [0.4, 0.4]
