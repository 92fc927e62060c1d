"""Dated changes: events like any other, in snapshots, branches and threads too."""

from datetime import date

import numpy as np
import pytest

from ikdsim.branch import branch_from
from ikdsim.model import IkdModel
from ikdsim.policy.literacy_class import LiteracyClass
from ikdsim.policy.school_visit import SchoolVisit
from ikdsim.region.load import load_region
from ikdsim.resident import changes as ch
from ikdsim.resident.stages import STAGES, UNAWARE
from tests.factories import assert_same_world, make_scenario, run_to

END = date(2025, 6, 29)
SOON = {"start": date(2024, 1, 8), "end": None, "places": load_region("babelan").place_names}
CHANGING = make_scenario(
    (
        LiteracyClass(name="class", classes_per_week=9.0, seats=300, **SOON),
        SchoolVisit(name="school", visits_per_week=9.0, **SOON),
    ),
    END,
)


@pytest.fixture(scope="module")
def through():
    model = IkdModel(CHANGING, 1, 100)
    model.run()
    return model


@pytest.mark.parametrize("threads", [1, 2])
def test_a_run_that_branches_before_or_between_the_changes_ends_alike(through, threads):
    usual = run_to(IkdModel(make_scenario((), END), 1, 100), 40)
    model = run_to(branch_from(usual.snapshot(), CHANGING), 80)
    model = branch_from(model.snapshot(), CHANGING)
    model.engine.resume(model.week, threads=threads)
    model.run()
    assert_same_world(model, through)


def test_a_newcomer_starts_in_the_stage_that_was_drawn_whatever_became_of_the_one_before():
    model, other = (IkdModel(make_scenario((), END), 1, 100) for _ in range(2))
    dated = model.setup.lives.changes.dated
    arrival = next(change for change in dated if change["what"] == ch.ARRIVAL and change["week"] > 60)
    row, week = int(arrival["row"]), int(arrival["week"])
    for each, stage in ((model, "refusing"), (other, "intending")):
        run_to(each, week - 1)
        each.engine.write_stage(row, week - 1, STAGES.index(stage))
        each.step()
    standing, same = (each.engine.world.state.standing[row] for each in (model, other))
    assert standing["stage"] == arrival["stage"] == same["stage"]
    assert standing.tobytes() == same.tobytes() or arrival["stage"] == UNAWARE
    assert np.array_equal(model.residents.people[row], model.setup.lives.changes.newcomers[arrival["value"]])
