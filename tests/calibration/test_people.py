"""Sampled people: a few hundred residents of each stratum tell what all would."""

import numpy as np
import pytest

from ikdsim.calibration.people import SampledPeople
from ikdsim.engine.mean_field.core.strata import READY_POOL, WAITING_POOL
from ikdsim.resident import stages as s
from ikdsim.twin import Twin
from tests.calibration.factories import quick_twin

PLACES = 9


@pytest.fixture(scope="module")
def people():
    return SampledPeople(quick_twin().setup, sample=256)


def openness(strata):
    """How readily residents of each stratum are persuaded in the mean."""
    return (strata.means["share"] * strata.means["openness"]).sum(axis=-1)


def test_means_are_nearly_those_of_all(people):
    setup = quick_twin().setup
    sampled, whole = people.strata(setup.tables, np.ones(PLACES)), Twin(setup).strata
    assert sampled.means["handling_ms"] == pytest.approx(whole.means["handling_ms"], rel=0.05)
    assert openness(sampled) == pytest.approx(openness(whole), rel=0.1)
    assert np.array_equal(sampled.means["mates"], whole.means["mates"])
    assert np.array_equal(sampled.ready, whole.ready)


def test_opponents_among_newcomers_follow_the_numbers(people):
    setup = quick_twin().setup
    nobody = setup.tables._replace(opposed_by_trust=np.zeros_like(setup.tables.opposed_by_trust))
    assert people.strata(nobody, np.ones(PLACES)).enter[..., s.REFUSING].sum() == 0
    usual, whole = people.strata(setup.tables, np.ones(PLACES)), Twin(setup).strata
    assert usual.enter[..., s.REFUSING].sum() == pytest.approx(whole.enter[..., s.REFUSING].sum(), rel=0.05)
    assert usual.enter.sum() == pytest.approx(whole.enter.sum())


def test_who_is_not_recorded_waits(people):
    tables, half = quick_twin().setup.tables, np.full(PLACES, 0.5)
    usual, fewer = people.strata(tables, np.ones(PLACES)), people.strata(tables, half)
    assert fewer.start[..., READY_POOL].sum() == pytest.approx(0.5 * usual.start[..., READY_POOL].sum())
    assert fewer.start.sum() == pytest.approx(usual.start.sum())
    assert fewer.start[..., WAITING_POOL].sum() > usual.start[..., WAITING_POOL].sum()


def test_people_may_try_more_often(people):
    tables = quick_twin().setup.tables
    often = people.strata(tables._replace(most_tries=tables.most_tries + 2), np.ones(PLACES))
    assert often.means["disenchanted"].shape == (PLACES, 5, tables.most_tries + 2)
    assert (often.means["disenchanted"] > 0).all()
