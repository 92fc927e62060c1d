"""Tables of own factors: made of the register, one in the middle."""

import numpy as np
import pytest

from ikdsim.resident.ages import AGE_BANDS
from ikdsim.resident.columns import AT_HOME, CIVIL_SERVANT, LEVELS
from ikdsim.resident.tables import as_record, build_tables
from tests.factories import make_parameters

GROWING = ("persuaded_by_trust", "persuaded_by_literacy", "decides_by_trust", "turns_up_by_literacy")
FALLING = (
    "opposes_by_trust",
    "doubts_by_trust",
    "interrupted_by_literacy",
    "handling_ms",
    "opposed_by_trust",
    "embittered_by_trust",
)


@pytest.mark.parametrize("name", GROWING)
def test_these_factors_grow_from_level_to_level(name, tables):
    assert (np.diff(getattr(tables, name)) > 0).all()


@pytest.mark.parametrize("name", FALLING)
def test_these_factors_fall_from_level_to_level(name, tables):
    assert (np.diff(getattr(tables, name)) < 0).all()


@pytest.mark.parametrize("name", GROWING + FALLING[:3])
def test_a_factor_is_one_in_the_middle_for_all_levels(name, tables):
    column = getattr(tables, name)
    assert column.shape == (LEVELS,)
    assert column * column[::-1] == pytest.approx(1.0)


@pytest.mark.parametrize("spread", [0.2, 1.0, 2.5])
def test_inclination_is_log_normal_with_mean_one(spread):
    willing = build_tables(make_parameters({"persuasion.inclination_spread": spread})).willing
    assert willing.mean() == pytest.approx(1.0)
    log = np.log(willing)
    assert log + log[::-1] == pytest.approx(2.0 * np.median(log))  # symmetric in the logarithm
    assert np.quantile(log, [0.5, 0.841345]) @ [-1.0, 1.0] == pytest.approx(spread, rel=0.02)


def test_a_slope_of_zero_makes_everybody_alike():
    flat = build_tables(make_parameters({"persuasion.by_trust": 0.0}))
    assert (flat.persuaded_by_trust == 1.0).all()


@pytest.mark.parametrize("name", ["turns_up_by_age", "errands_by_age"])
def test_children_neither_turn_up_nor_run_errands(name, tables):
    column = getattr(tables, name)
    assert column.shape == (len(AGE_BANDS),)
    assert column[0] == 0.0 and column[1] == 1.0


def test_media_reach_no_child_and_few_offline(tables):
    offline, online = tables.media_reach
    assert online[0] == offline[0] == 0.0
    assert (offline[1:] < online[1:]).all()


def test_civil_servants_knew_first(tables):
    assert tables.already_aware[CIVIL_SERVANT] > tables.already_aware[AT_HOME]


def test_numbers_of_the_register_arrive_in_the_units_of_the_rules():
    numbers = {
        "implementation.trust_lost": 0.5,
        "implementation.most_tries": 2.0,
        "implementation.explaining_minutes": 3.0,
        "knowledge.told_at_home": 0.25,
        "persuasion.at_home": 0.125,
    }
    tables = build_tables(make_parameters(numbers))
    assert tables.trust_lost == LEVELS // 2
    assert tables.most_tries == 2
    assert tables.explaining_ms == 3 * 60_000
    assert (tables.told_at_home, tables.persuaded_at_home) == (0.25, 0.125)


def test_a_record_reads_like_the_tables(tables):
    record = as_record(tables)
    for name, value in tables._asdict().items():
        assert np.array_equal(record[name], value)
        assert record[name].dtype == np.asarray(value).dtype
