"""Residents lie on each axis where their own factors put them."""

import numpy as np
import pytest

from ikdsim.clock import WEEKS_PER_YEAR
from ikdsim.engine.mean_field.core.clustering import AXES, own_axes
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
    rank: int = MIDDLE,
):
    """Where somebody of this age in week 1 lies on the axes, by name, and how ready that person is."""
    people = np.zeros(1, PERSON)
    people["birth_week"] = 1 - int(age * WEEKS_PER_YEAR)
    lives = np.zeros(1, LIFE)
    lives["inclination"] = rank
    people["online"], people["literacy"], people["trust"] = online, literacy, trust
    (row,), (readiness,) = own_axes(1, people, lives, TABLES)
    return dict(zip(AXES, row.tolist(), strict=True)) | {"readiness": float(readiness)}


def differing(one: dict[str, float], other: dict[str, float]) -> set[str]:
    """Axes along which two residents differ, and readiness."""
    return {name for name in one if one[name] != other[name]}


def test_media_reach_those_who_are_online():
    assert differing(axes_of(online=1), axes_of(online=0)) == {"media"}
    assert axes_of(online=1)["media"] > axes_of(online=0)["media"]


def test_trust_and_inclination_make_ready():
    for more, less in ((axes_of(trust=HIGH), axes_of(trust=LOW)), (axes_of(rank=HIGH), axes_of(rank=LOW))):
        assert differing(more, less) == {"readiness"}
        assert more["readiness"] > less["readiness"]


def test_literacy_makes_ready_and_helps_to_turn_up():
    assert differing(axes_of(literacy=HIGH), axes_of(literacy=LOW)) == {"readiness", "turning_up"}


def test_axes_are_logarithms():
    assert axes_of(age=20.0)["errands"] == 0.0
    assert axes_of(age=70.0)["errands"] == pytest.approx(np.log(TABLES["errands_by_age"][4]))


def test_whoever_turns_17_in_the_run_is_a_child_with_the_factors_of_that_day():
    assert axes_of(age=16.0) == axes_of(age=20.0) | {"child": 1.0}
    assert axes_of(age=20.0)["child"] == 0.0
