"""A run goes on as if it had never stopped, and somebody written by hand goes on alike in both engines."""

import numpy as np
import pytest

from ikdsim.agents.resident import Resident
from ikdsim.model import IkdModel
from ikdsim.resident.implementation import adult_week
from ikdsim.resident.stages import STAGES
from tests.factories import assert_same_world, make_model, make_scenario, run_to

SCALE, SMALL = 100.0, 250.0
WRITTEN_AFTER = 10
KEPT = ("stage", "entered", "tries", "trust", "channel", "avoids")
"""What the objects engine says of its residents."""


@pytest.fixture
def both_engines():
    """The same model on columns and on objects, some weeks on."""
    columns = IkdModel(make_scenario(), scale=SMALL)
    objects = IkdModel(columns.setup, engine="objects")
    for model in (columns, objects):
        run_to(model, WRITTEN_AFTER)
    return columns, objects


def assert_engines_agree_to_the_end(columns, objects):
    while columns.week < columns.last_week:
        columns.step()
        objects.step()
        here, there = columns.engine.state(), objects.engine.state()
        for name in KEPT:
            assert np.array_equal(getattr(here, name), getattr(there, name)), f"{name} in week {columns.week}"
    for name, here in columns.engine.world.counters._asdict().items():
        assert np.array_equal(here, getattr(objects.engine.world.counters, name)), name


@pytest.mark.parametrize("week", [0, 1, 30, 52])
def test_a_run_that_goes_on_is_as_if_it_had_never_stopped(week):
    through, resumed = make_model(scale=SCALE), make_model(scale=SCALE)
    for model in (through, resumed):
        run_to(model, week)
    resumed.engine.resume(week)
    assert_same_world(resumed, through)
    for model in (through, resumed):
        model.run()
    assert_same_world(resumed, through)
    assert through.activated > 0


def test_a_run_can_go_on_again_and_again():
    through, resumed = make_model(), make_model()
    while through.week < through.last_week:
        through.step()
        resumed.step()
        resumed.engine.resume(resumed.week)
    assert_same_world(resumed, through)


def test_stages_written_by_hand_go_on_alike_in_both_engines(both_engines):
    columns, objects = both_engines
    birthdays = np.array([adult_week(birth) for birth in columns.residents.birth_week.tolist()])
    turn_17 = np.flatnonzero((birthdays > WRITTEN_AFTER) & (birthdays <= columns.last_week))
    assert len(turn_17) >= len(STAGES)
    written = np.arange(len(columns.residents.place)) % len(STAGES)
    written[turn_17] = np.arange(len(turn_17)) % len(STAGES)
    for row, stage in enumerate(written.tolist()):
        for model in both_engines:
            Resident.at(model, row).stage = STAGES[stage]
    assert_engines_agree_to_the_end(columns, objects)


def test_a_stage_written_through_the_agents_of_the_model_counts_as_any_other(both_engines):
    columns, objects = both_engines
    undisturbed = columns.engine.state().stage.copy()
    for row, somebody in enumerate(columns.agents_by_type[Resident].select(at_most=50)):
        somebody.stage = "aware"
        Resident.at(objects, row).stage = "aware"
    assert (columns.engine.state().stage != undisturbed).any()
    assert_engines_agree_to_the_end(columns, objects)


@pytest.mark.parametrize("trust", [0.05, 0.95])
def test_trust_written_by_hand_is_felt_alike_in_both_engines(both_engines, trust):
    columns, objects = both_engines
    for row in range(len(columns.residents.place)):
        for model in both_engines:
            Resident.at(model, row).trust = trust
    assert_engines_agree_to_the_end(columns, objects)
    undisturbed = IkdModel(columns.setup)
    undisturbed.run()
    assert (undisturbed.activated < columns.activated) == (trust > 0.5)


def test_somebody_written_in_several_stages_in_one_week_keeps_the_last(both_engines):
    columns, objects = both_engines
    for row in range(0, len(columns.residents.place), 3):
        for model in both_engines:
            for stage in ("active", "lapsed", "intending", "favourable"):
                Resident.at(model, row).stage = stage
    assert_engines_agree_to_the_end(columns, objects)


def test_a_written_stage_is_still_there_when_the_run_goes_on():
    through, resumed = make_model(), make_model()
    for model in (through, resumed):
        run_to(model, WRITTEN_AFTER)
        for row in range(0, len(model.residents.place), 5):
            Resident.at(model, row).stage = "intending"
    resumed.engine.resume(WRITTEN_AFTER)
    for model in (through, resumed):
        model.run()
    assert_same_world(resumed, through)
