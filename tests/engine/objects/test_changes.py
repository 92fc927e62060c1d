"""Dated changes are the same events in both engines."""

from datetime import date

import numpy as np

from ikdsim.model import IkdModel
from ikdsim.policy.literacy_class import LiteracyClass
from ikdsim.policy.school_visit import SchoolVisit
from ikdsim.region.load import load_region
from ikdsim.resident import changes as ch
from ikdsim.service.kinds import SCHOOL_VISIT
from tests.factories import make_scenario

SOON = {"start": date(2024, 1, 8), "end": None, "places": load_region("babelan").place_names}
CHANGING = (
    LiteracyClass(name="class", classes_per_week=9.0, seats=300, **SOON),
    SchoolVisit(name="school", visits_per_week=9.0, **SOON),
)


def test_residents_who_change_are_the_same_in_both_engines():
    scenario = make_scenario(CHANGING, date(2025, 6, 29))
    columns, objects = IkdModel(scenario, 1, 100), IkdModel(scenario, 1, 100, engine="objects")
    assert {ch.ARRIVAL, ch.LITERACY, ch.RECORDED_WEEK, ch.HEARD, ch.ATTENDS} == set(
        columns.setup.lives.changes.dated["what"]
    )
    while columns.week < columns.last_week:
        columns.step()
        objects.step()
        for name in ("stage", "trust", "entered", "tries"):
            assert np.array_equal(getattr(columns.engine.state(), name), getattr(objects.engine.state(), name)), name
        assert np.array_equal(columns.residents.people, objects.residents.people)
    counted = columns.engine.world.counters, objects.engine.world.counters
    assert np.array_equal(counted[0].moved, counted[1].moved)
    assert counted[0].activations_by_channel[SCHOOL_VISIT] == counted[1].activations_by_channel[SCHOOL_VISIT] > 0
