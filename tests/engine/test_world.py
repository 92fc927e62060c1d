"""A world before its first week is made from a set-up, and has room for everybody in it."""

import numpy as np
import pytest

from ikdsim.clock import week_of
from ikdsim.engine.diary import NOBODY
from ikdsim.engine.world import new_world
from ikdsim.errors import BadInput
from ikdsim.resident.tables import build_tables
from ikdsim.setup import Setup
from tests.factories import COARSE, make_scenario


@pytest.fixture
def setup():
    return Setup(make_scenario(), seed=4, scale=COARSE)


def test_the_people_of_a_world_are_those_of_its_set_up_and_nothing_has_happened_to_them(setup):
    world = new_world(setup, NOBODY)
    assert np.array_equal(world.residents.people, setup.lives.start.people)
    assert (world.seed, world.table_week) == (4, week_of(setup.region.table_date))
    assert len(world.state.stage) == len(setup.residents.place)
    assert not world.cumulative.value.any()
    assert not world.supply.capacity_ms.any()
    assert world.counters.stage_by_place.sum() == len(setup.residents.place)


def test_its_tables_hold_the_numbers_of_the_scenario():
    changed = Setup(make_scenario(parameters={"implementation.most_tries": 4}), scale=COARSE)
    world = new_world(changed, NOBODY)
    for name, table in build_tables(changed.parameters)._asdict().items():
        assert np.array_equal(getattr(world.tables, name), table), name
    assert world.tables.most_tries == 4


def test_every_rt_and_every_station_has_its_counts(setup):
    counters = new_world(setup, NOBODY).counters
    assert len(counters.contacts) == len(setup.residents.neighbourhood_place)
    assert len(counters.came) == len(setup.services.stations)


@pytest.mark.parametrize("row", [-2, 10_000])
def test_nobody_can_watch_a_resident_who_is_not_there(row, setup):
    with pytest.raises(BadInput) as raised:
        new_world(setup, row)
    assert [fault.code for fault in raised.value.faults] == ["unknown_resident"]
    assert new_world(setup, 3).diary.resident == 3
