"""One package for the city and another for the coast: each works where it is meant to."""

from dataclasses import replace

import numpy as np

from ikdsim.region.load import load_region
from ikdsim.setup import Setup
from ikdsim.twin import Twin
from tests.factories import shipped

TAILORED = shipped("levers/tailored")
REGION = load_region("babelan")
COASTAL = np.array([place.coastal for place in REGION.places])
CITY = ("ikd_team", "car_free_day", "campaign")


def gain_of(in_package):
    """Expected gain in users by place of those policies of the scenario."""
    policies = tuple(policy for policy in TAILORED.policies if in_package(policy.kind))
    setups = [Setup(replace(TAILORED, policies=some), 1, 20.0) for some in ((), policies)]
    usual, under = (Twin(setup).run().users[-1] for setup in setups)
    return under - usual


def test_each_package_gains_where_it_is_meant_to():
    city, coast = gain_of(lambda kind: kind in CITY), gain_of(lambda kind: kind not in CITY)
    assert city[:2].sum() > 0.5 * city.sum() > 0.0
    assert coast[COASTAL].min() > 0.0
    assert coast[COASTAL].sum() > 3.0 * np.abs(coast[~COASTAL]).sum()
    assert gain_of(lambda kind: True).sum() > max(city.sum(), coast.sum())


def test_the_regency_can_decide_all_of_it():
    assert {policy.decided_by for policy in TAILORED.policies} == {"regency"}
