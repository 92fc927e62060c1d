"""Residents lie on each axis where their own factors put them."""

import numpy as np
import pytest

from ikdsim.clock import WEEKS_PER_YEAR
from ikdsim.engine.mean_field.core.clustering import AXES, LEAST, own_axes, ranks_of
from ikdsim.engine.mean_field.core.strata import LIFE
from ikdsim.resident.columns import PERSON
from ikdsim.resident.tables import as_record, build_tables
from ikdsim.resident.traits import inclination_of
from tests.factories import HIGH, LOW, MIDDLE, make_parameters

TABLES = as_record(build_tables(make_parameters()))


def axes_of(
    age: float = 20.0,
    online: int = 1,
    literacy: int = MIDDLE,
    trust: int = MIDDLE,
    useful: float = 1.0,
    inclination: int = MIDDLE,
):
    """Where somebody of this age in week 1 lies on the axes, by name."""
    people, lives = np.zeros(1, PERSON), np.zeros(1, LIFE)
    lives["inclination"] = inclination
    people["birth_week"] = 1 - int(age * WEEKS_PER_YEAR)
    people["online"], people["literacy"], people["trust"] = online, literacy, trust
    (row,) = own_axes(1, people, lives, np.array([useful]), TABLES)
    return dict(zip(AXES, row.tolist(), strict=True))


def differing(one: dict[str, float], other: dict[str, float]) -> set[str]:
    """Axes along which two residents differ."""
    return {name for name in AXES if one[name] != other[name]}


def test_media_reach_those_who_are_online():
    assert differing(axes_of(online=1), axes_of(online=0)) == {"media"}
    assert axes_of(online=1)["media"] > axes_of(online=0)["media"]


def test_trust_persuades_and_helps_to_decide():
    trusting, doubtful = axes_of(trust=HIGH), axes_of(trust=LOW)
    assert differing(trusting, doubtful) == {"decision", "persuasion"}
    assert trusting["persuasion"] > doubtful["persuasion"]
    assert trusting["decision"] > doubtful["decision"]


def test_inclination_persuades_and_decides_alike():
    eager, slow = axes_of(inclination=HIGH), axes_of(inclination=LOW)
    assert differing(eager, slow) == {"decision", "persuasion"}
    assert eager["persuasion"] - slow["persuasion"] == pytest.approx(eager["decision"] - slow["decision"], rel=1e-5)
    assert eager["persuasion"] > slow["persuasion"]


def test_age_decides_how_often_somebody_runs_errands_and_what_media_reach():
    assert {"errands", "media"} <= differing(axes_of(age=25.0), axes_of(age=70.0))


def test_ranks_in_willingness_are_those_of_the_rule_and_new_in_a_second_life():
    rows, lives = np.arange(50, dtype=np.uint32), np.zeros(50, np.uint8)
    assert ranks_of(7, rows, lives).tolist() == [inclination_of(7, row, 0) for row in range(50)]
    assert ranks_of(7, rows, lives + np.uint8(1)).tolist() == [inclination_of(7, row, 1) for row in range(50)]


def test_literacy_persuades_and_helps_to_turn_up():
    assert differing(axes_of(literacy=HIGH), axes_of(literacy=LOW)) == {"persuasion", "turning_up"}


def test_axes_are_logarithms():
    assert axes_of(useful=1.0)["usefulness"] == 0.0
    assert np.isclose(axes_of(useful=np.e)["usefulness"], 1.0)
    assert np.isclose(axes_of(useful=0.0)["usefulness"], np.log(LEAST))


def test_whoever_turns_17_in_the_run_is_a_child_with_the_factors_of_that_day():
    assert axes_of(age=16.0) == axes_of(age=20.0) | {"child": 1.0}
    assert axes_of(age=20.0)["child"] == 0.0
