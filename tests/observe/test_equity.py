"""Equity counts the users of every group."""

import numpy as np
import pytest

from ikdsim.clock import week_of
from ikdsim.resident.ages import age_band
from ikdsim.resident.stages import ACTIVE, CONFIRMED


@pytest.mark.parametrize(
    ("array", "column"), [("by_sex", "sex"), ("by_device", "device"), ("by_occupation", "occupation")]
)
def test_users_are_counted_by_group(array, column, finished):
    users = np.isin(finished.engine.state().stage, (ACTIVE, CONFIRMED))
    counted = getattr(finished.observations.equity, array)
    expected = np.bincount(getattr(finished.residents, column)[users], minlength=counted.shape[1])
    assert np.array_equal(counted[-1], expected)


def test_ages_are_those_of_the_day_of_table_1(finished):
    users = np.isin(finished.engine.state().stage, (ACTIVE, CONFIRMED))
    table_week = week_of(finished.region.table_date)
    bands = [age_band(int(born), table_week) for born in finished.residents.birth_week[users]]
    assert finished.observations.equity.by_age[-1].tolist() == np.bincount(bands, minlength=5).tolist()


def test_every_week_has_its_own_counts(finished):
    equity = finished.observations.equity
    assert equity.by_sex[0].sum() == 0
    assert (equity.by_sex.sum(axis=1) == equity.by_age.sum(axis=1)).all()
