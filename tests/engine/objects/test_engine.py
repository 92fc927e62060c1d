"""The objects engine is the oracle: both engines bring every resident to the same stage in every week."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ikdsim.engine.world import World
from ikdsim.model import IkdModel
from ikdsim.provenance import load_parameters
from ikdsim.randomness import GRAIN, NEVER
from ikdsim.scenario.load import load_scenario
from ikdsim.scenario.scenario import Scenario

SCENARIOS = Path(__file__).parents[3] / "scenarios" / "babelan"
FEW_THOUSAND, FEW_HUNDRED = 100.0, 400.0
"""Scales at which Babelan has 2,453 and 614 residents."""
ROOMS_OF_RESIDENTS = ("knowledge.", "persuasion.", "decision.", "implementation.", "confirmation.")
NAMES = sorted(path.stem for path in SCENARIOS.glob("*.toml"))
LEVERS = sorted(path.stem for path in SCENARIOS.glob("levers/*.toml"))


def assert_same_counts(one: World, other: World) -> None:
    for name, here, there in zip(one.counters._fields, one.counters, other.counters, strict=True):
        assert np.array_equal(here, there), name


def test_shipped_scenarios_are_tested():
    assert {"baseline", "combined"} <= set(NAMES)
    assert LEVERS


def agreed(scenario: Scenario, scale: float) -> IkdModel:
    """The model at the end of a run in which both engines agreed on everybody in every week."""
    columns = IkdModel(scenario, seed=3, scale=scale)
    objects = IkdModel(columns.setup, engine="objects")
    while columns.week < columns.last_week:
        columns.step()
        objects.step()
        stages = [resident.stage for resident in objects.engine.residents]
        assert np.array_equal(columns.engine.state().stage, stages), f"week {columns.week}"
    assert_same_counts(columns.engine.world, objects.engine.world)
    return columns


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_objects_and_columns_agree_on_every_resident_in_every_week(name):
    assert agreed(load_scenario(SCENARIOS / f"{name}.toml"), FEW_THOUSAND).activated > 100


@pytest.mark.slow
@pytest.mark.parametrize("name", LEVERS)
def test_they_agree_under_every_lever(name):
    assert agreed(load_scenario(SCENARIOS / "levers" / f"{name}.toml"), FEW_HUNDRED).activated > 25


def test_the_engines_agree_where_every_number_of_the_residents_is_as_high_as_it_may_be():
    """Cumulative hazards then run beyond any threshold."""
    register = load_parameters()
    highest = {name: register[name].high for name in register if name.startswith(ROOMS_OF_RESIDENTS)}
    scenario = replace(load_scenario(SCENARIOS / "baseline.toml"), parameters=highest)
    columns = IkdModel(scenario, seed=3, scale=1000.0)
    objects = IkdModel(columns.setup, engine="objects")
    while columns.week < columns.last_week:
        columns.step()
        objects.step()
        stages = [resident.stage for resident in objects.engine.residents]
        assert np.array_equal(columns.engine.state().stage, stages), f"week {columns.week}"
    assert columns.engine.world.cumulative.value.max() > NEVER * GRAIN


@pytest.mark.slow
def test_both_engines_write_the_same_diary():
    scenario = load_scenario(SCENARIOS / "combined.toml")
    probe = IkdModel(scenario, seed=3, scale=400)
    probe.run()
    busy = int(np.argmax(probe.engine.state().tries + probe.engine.state().errands))
    diaries = []
    for engine in ("columns", "objects"):
        model = IkdModel(scenario, seed=3, scale=400, engine=engine, watch=busy)
        model.run()
        diary = model.engine.world.diary
        diaries.append(diary.rows[: diary.length[0]].tolist())
    assert len(diaries[0]) >= 4
    assert diaries[0] == diaries[1]
