"""mesa.batch_run over IkdModel: as many iterations, as many seeds."""

from datetime import date

import mesa
import pytest

from ikdsim.agents.iteration import iteration_of_batch
from ikdsim.model import IkdModel
from ikdsim.policy.campaign import Campaign
from tests.factories import COARSE, make_scenario

PLAN = make_scenario(end=date(2023, 6, 25))
POSTS = Campaign(name="posts", start=date(2023, 1, 9), extra_posts_per_week=50.0)


def batch(parameters, model=IkdModel, **how):
    return mesa.batch_run(model, {"scale": COARSE, **parameters}, display_progress=False, **how)


def activated(plan, seed):
    model = IkdModel(plan, seed=seed, scale=COARSE)
    model.run()
    return model.activated


def test_outside_a_batch_there_is_no_iteration():
    assert iteration_of_batch() == 0


def test_four_iterations_are_four_seeds():
    rows = batch({"scenario": PLAN}, iterations=4)
    assert [row["iteration"] for row in rows] == [0, 1, 2, 3]
    assert [row["activated"] for row in rows] == [activated(PLAN, seed) for seed in (1, 2, 3, 4)]
    assert len({row["activated"] for row in rows}) > 1


def test_scenarios_of_an_iteration_are_paired_by_its_seed():
    more = make_scenario((POSTS,), PLAN.end, "more")
    rows = batch({"scenario": [PLAN, more]}, iterations=2)
    expected = [activated(plan, seed) for seed in (1, 2) for plan in (PLAN, more)]
    assert [row["activated"] for row in rows] == expected


def test_a_seed_that_is_given_is_that_of_every_iteration():
    rows = batch({"scenario": PLAN, "seed": 3}, iterations=2)
    assert [row["activated"] for row in rows] == [activated(PLAN, 3)] * 2


class Own(IkdModel):
    """Somebody's own model on top of it."""

    def __init__(self, scenario, scale):
        super().__init__(scenario, scale=scale)


def test_a_model_that_extends_it_has_the_seeds_too():
    assert [row["activated"] for row in batch({"scenario": PLAN}, Own, iterations=2)] == [
        activated(PLAN, seed) for seed in (1, 2)
    ]


@pytest.mark.slow
def test_processes_side_by_side_find_the_same():
    alone, together = (batch({"scenario": PLAN}, iterations=3, number_processes=n) for n in (1, 2))
    assert sorted(together, key=lambda row: row["RunId"]) == alone


def test_every_week_can_be_had():
    rows = batch({"scenario": PLAN}, data_collection_period=1)
    assert len(rows) == 25
    assert (rows[0]["date"], rows[-1]["date"]) == ("2023-01-08", "2023-06-25")
