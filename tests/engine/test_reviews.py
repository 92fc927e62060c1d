"""Policies that answer decide the same in every engine, after a branch and after a snapshot."""

import pickle
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from ikdsim.branch import branch_from
from ikdsim.clock import week_of
from ikdsim.model import IkdModel
from ikdsim.policy.adaptive_tour import AdaptiveTour
from ikdsim.policy.budget import Budget
from ikdsim.region.load import load_region
from ikdsim.snapshot import load_snapshot
from tests.factories import make_model, make_scenario, run_to

START, END = date(2023, 7, 3), date(2024, 12, 29)
FIRST, QUARTER = week_of(START), 13
MID_QUARTER = FIRST + 2 * QUARTER + 5
TOUR = AdaptiveTour(
    name="tour",
    start=START,
    vehicles=2,
    days_per_week=5.0,
    region_share=1.0,
    goes_to=2,
    places=load_region("babelan").place_names,
)
BUDGET = Budget(name="budget", start=START, rupiah_per_year=1_900_000_000, policies=("tour",))
REVIEWED = make_scenario((TOUR, BUDGET), end=END)
SCALE = 100.0


def finished(model):
    """The model at its end, and the places that were visited in each week of its run from now on."""
    visited = []
    while model.week < model.last_week:
        model.step()
        visits = model.agency.conditions.visits
        visited.append([visit.place for visit in visits if visit.own_vehicle])
    return model, visited


@pytest.fixture(scope="module")
def through():
    return finished(IkdModel(REVIEWED, scale=SCALE))


def assert_same_end(one, other):
    assert np.array_equal(one.observations.adoption.stages, other.observations.adoption.stages)
    assert np.array_equal(one.observations.service_load.loads, other.observations.service_load.loads)
    for item, rupiah in one.observations.spending.by_item.items():
        assert np.array_equal(rupiah, other.observations.spending.by_item[item]), item
    assert one.activated == other.activated > 0


def test_the_vehicle_goes_where_the_share_was_lowest_at_the_review_and_stops_when_the_money_is_spent(through):
    model, visited = through
    went = set()
    for review in sorted(model.setup.reviews):
        seen = model.observations.seen(review, QUARTER).places
        last = sorted(range(len(seen)), key=lambda place: seen[place].share_of_recorded)[:2]
        quarter = visited[review : review + QUARTER]
        assert {place for week in quarter for place in week} <= set(last)
        went |= {place for week in quarter for place in week}
    assert len(went) > 2, "and not always to the same places"
    new_year = week_of(date(2024, 1, 1))
    assert not visited[new_year - 2], "2023: two cars were bought as well"
    assert visited[new_year - 1]


def test_objects_decide_as_columns_do(through):
    model, visited = finished(IkdModel(REVIEWED, scale=SCALE, engine="objects"))
    assert visited == through[1]
    assert_same_end(model, through[0])


WEEKS = {"before the first review": FIRST - 2, "in mid-quarter": MID_QUARTER, "at a review": FIRST + QUARTER - 1}


@pytest.mark.parametrize("week", WEEKS.values(), ids=WEEKS)
def test_a_branch_decides_as_running_through(week, through, tmp_path):
    run_to(IkdModel(REVIEWED, scale=SCALE), week).snapshot().save(tmp_path / "past.npz")
    model, visited = finished(branch_from(load_snapshot(tmp_path / "past.npz"), REVIEWED))
    assert visited == through[1][week:]
    assert_same_end(model, through[0])


def test_a_branch_from_the_past_that_it_shares_with_a_run_without_reviews_decides_the_same(through):
    past = run_to(IkdModel(make_scenario(end=END), scale=SCALE), FIRST - 1).snapshot()
    model, visited = finished(branch_from(past, REVIEWED))
    assert visited == through[1][FIRST - 1 :]
    assert_same_end(model, through[0])


@pytest.mark.parametrize("engine", ["columns", "objects"])
def test_a_pickled_model_decides_as_the_original(engine, through):
    model = run_to(IkdModel(REVIEWED, scale=SCALE, engine=engine), MID_QUARTER)
    copied, visited = finished(pickle.loads(pickle.dumps(model)))
    assert visited == through[1][MID_QUARTER:]
    assert_same_end(copied, through[0])


def test_threads_stay_over_a_review(through):
    model = IkdModel(REVIEWED, scale=SCALE)
    model.engine.resume(model.week, threads=2)
    parts = len(model.engine.core.event_queue.parts)
    assert_same_end(finished(model)[0], through[0])
    assert len(model.engine.core.event_queue.parts) == parts > 1


def test_without_a_policy_that_answers_nothing_is_ever_planned_anew():
    model = make_model((BUDGET,))
    programme = model.programme
    assert not model.setup.reviews
    model.run()
    assert model.programme is programme is model.setup.programme


def test_policies_reviewed_at_different_weeks_go_on_alike_in_both_engines_and_after_branches():
    weekly = replace(TOUR, name="weekly", review_weeks=1, start=date(2023, 1, 2), goes_to=1)
    seldom = replace(TOUR, name="seldom", review_weeks=7, start=date(2023, 3, 6), end=date(2023, 11, 1))
    scenario = make_scenario((weekly, seldom), end=date(2024, 1, 28))
    model = run_to(IkdModel(scenario, scale=SCALE), 3)
    for week in (12, 25):
        model = run_to(branch_from(model.snapshot(), scenario), week)
    once = IkdModel(scenario, scale=SCALE)
    assert len(once.setup.reviews) == once.last_week - 1
    assert_same_end(finished(model)[0], finished(once)[0])
    assert_same_end(finished(IkdModel(scenario, scale=SCALE, engine="objects"))[0], once)
