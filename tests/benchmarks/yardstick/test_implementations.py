"""All implementations of the yardstick give the same adoption curve, within its noise at a few thousand residents."""

from importlib import import_module

import numpy as np
import pytest

from benchmarks.document import TOLERANCE, checked_points, deviation
from benchmarks.yardstick import numpy_arrays
from benchmarks.yardstick.rules import load_rules

SMALL = 50.0
RATES = (
    *("hear", "hear_from_contacts", "persuade", "contact_weight", "decide", "turn_up"),
    *("turn_up_at_visit", "desk_minutes", "visit_minutes"),
)
SEEDS = range(1, 9)
REFERENCE_SEEDS = range(1001, 1033)


def curves_of(activated, rules, seeds):
    return [checked_points(activated(rules, seed).tolist()) for seed in seeds]


@pytest.fixture(scope="module")
def reference():
    return curves_of(numpy_arrays.activated, load_rules(SMALL), REFERENCE_SEEDS)


def implementation(module, library):
    pytest.importorskip(library)
    return import_module(f"benchmarks.yardstick.{module}").activated


@pytest.mark.slow
@pytest.mark.parametrize(
    ("module", "library"),
    [
        ("numpy_arrays", "numpy"),
        ("mesa_agents", "mesa"),
        ("columns", "ikdsim"),
        ("agentpy_agents", "agentpy"),
        ("starsim_module", "starsim"),
    ],
)
def test_the_curve_is_that_of_numpy(module, library, reference):
    activated = implementation(module, library)
    assert deviation(curves_of(activated, load_rules(SMALL), SEEDS), reference) < TOLERANCE


@pytest.mark.parametrize(
    "rate",
    [
        "hear",
        "hear_from_contacts",
        "persuade",
        "contact_weight",
        "decide",
        "turn_up",
        "turn_up_at_visit",
        "desk_minutes",
    ],
)
def test_a_model_with_another_rate_is_told_apart(rate, reference, other_rules):
    curves = curves_of(numpy_arrays.activated, other_rules(rate), SEEDS)
    assert deviation(curves, reference) > TOLERANCE


def test_about_a_fifth_are_active_in_the_end_and_queues_bind_at_times():
    rules = load_rules()
    active = numpy_arrays.activated(rules, 1)
    assert active[-1].sum() / rules.residents.sum() == pytest.approx(0.2, abs=0.02)
    served = np.diff(active, axis=0, prepend=0)
    turns = np.array([rules.turns(week) for week in range(rules.weeks)])
    assert (served <= np.ceil(turns)).all()
    assert 0.1 < (served >= np.floor(turns)).mean() < 0.5
