"""The twin: a set-up run in expected values, on strata that scenarios share where their people are alike."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from ikdsim.policy.ikd_team import IkdTeam
from ikdsim.region.load import load_region
from ikdsim.twin import Twin
from tests.factories import COARSE, make_scenario

EARLY = date(2023, 2, 6)


@pytest.fixture(scope="module")
def twin():
    return Twin(make_scenario(), seed=2, scale=COARSE)


def under_numbers(**values):
    return replace(make_scenario(), parameters={name.replace("__", "."): value for name, value in values.items()})


def test_a_twin_of_another_scenario_runs_as_if_it_had_been_made_alone(twin):
    places = load_region("babelan").place_names
    scenario = make_scenario((IkdTeam(name="team", start=EARLY, officers=8, visits_per_week=3.0, places=places),))
    shared, alone = twin.under(scenario), Twin(scenario, seed=2, scale=COARSE)
    assert shared.strata is twin.strata
    assert np.array_equal(shared.run().stages, alone.run().stages)
    assert shared.run().users[-1].sum() > twin.run().users[-1].sum()


@pytest.mark.parametrize(
    "scenario",
    [
        under_numbers(population__phone_urban=0.71),
        under_numbers(persuasion__by_trust=3.0),
        make_scenario(end=date(2023, 10, 29)),
    ],
    ids=["other people", "other tables", "other weeks"],
)
def test_strata_are_made_anew_where_they_would_differ(twin, scenario):
    other = twin.under(scenario)
    assert other.strata is not twin.strata
    assert np.array_equal(other.run().stages, Twin(scenario, seed=2, scale=COARSE).run().stages)


def test_a_run_leaves_the_twin_as_it_was(twin):
    assert np.array_equal(twin.run().stages, twin.run().stages)


def test_it_says_what_it_is_in_a_line(twin):
    assert repr(twin) == "Twin of Setup(small in babelan, seed=2, scale=400)"
