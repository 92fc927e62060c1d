"""Residents lie on each axis where their own factors put them."""

import numpy as np
import pytest

from ikdsim.clock import WEEKS_PER_YEAR
from ikdsim.engine.mean_field.core.clustering import AXES, LEAST, own_axes
from ikdsim.engine.mean_field.core.strata import LIFE
from ikdsim.resident.columns import PERSON
from ikdsim.resident.tables import as_record, build_tables
from tests.factories import HIGH, LOW, MIDDLE, make_parameters

TABLES = as_record(build_tables(make_parameters()))


def axes_of(
    age: float = 20.0,
    online: int = 1,
    literacy: int = MIDDLE,
    trust: int = MIDDLE,
    useful: float = 1.0,
    rank: int = MIDDLE,
):
    """Where somebody of this age in week 1 lies on the axes, by name."""
    people = np.zeros(1, PERSON)
    people["birth_week"] = 1 - int(age * WEEKS_PER_YEAR)
    lives = np.zeros(1, LIFE)
    lives["inclination"] = rank
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


def test_who_is_more_inclined_is_persuaded_and_decides_more_readily_in_equal_measure():
    one, other = axes_of(rank=HIGH), axes_of(rank=LOW)
    assert differing(one, other) == {"decision", "persuasion"}
    assert one["decision"] > other["decision"]
    assert one["decision"] - other["decision"] == pytest.approx(one["persuasion"] - other["persuasion"], abs=1e-5)


def test_literacy_persuades_and_helps_to_turn_up():
    assert differing(axes_of(literacy=HIGH), axes_of(literacy=LOW)) == {"persuasion", "turning_up"}


def test_axes_are_logarithms():
    assert axes_of(useful=1.0)["usefulness"] == 0.0
    assert np.isclose(axes_of(useful=np.e)["usefulness"], 1.0)
    assert np.isclose(axes_of(useful=0.0)["usefulness"], np.log(LEAST))


def test_whoever_turns_17_in_the_run_is_a_child_with_the_factors_of_that_day():
    assert axes_of(age=16.0) == axes_of(age=20.0) | {"child": 1.0}
    assert axes_of(age=20.0)["child"] == 0.0
