"""Officers serve those who turned up in the order of chance, until their time is gone."""

import pytest

from ikdsim.engine.objects.queues import serve_queues
from ikdsim.model import IkdModel
from ikdsim.resident import draw_numbers as d
from ikdsim.resident import stages as s
from ikdsim.resident.implementation import handling_ms
from tests.factories import COARSE, make_scenario

COUNT = 5


@pytest.fixture
def model() -> IkdModel:
    made = IkdModel(make_scenario(), scale=COARSE, engine="objects")
    for _ in range(10):
        made.step()
    return made


@pytest.fixture
def station(model) -> int:
    """The station with the most time, where nothing fails this week and nobody has come yet."""
    world = model.engine.world
    world.counters.load[:] = 0
    world.supply.failure[:] = 0
    return int(world.supply.capacity_ms.argmax())


@pytest.fixture
def ready(model, station):
    """Residents who are ready, and bound for the station."""
    chosen = [one for one in model.engine.residents if one.ready_week <= model.week and one.stage == s.UNAWARE]
    for resident in chosen[:COUNT]:
        resident.move(model.week, s.INTENDING, 0)
        resident.bound_for = station
    return chosen[:COUNT]


def test_all_are_served_while_there_is_time(model, station, ready):
    model.engine.world.supply.capacity_ms[station] = 10**9
    serve_queues(model.engine.residents, model.week)
    assert [resident.stage for resident in ready] == [s.ACTIVE] * COUNT
    assert model.engine.world.counters.served[station] == COUNT
    assert not any(resident.bound_for is not None for resident in model.engine.residents)


def test_time_for_one_goes_to_the_first_in_the_queue(model, station, ready):
    world = model.engine.world
    in_order = sorted(ready, key=lambda resident: resident.uniform_draw(d.QUEUE_DRAW, model.week))
    first, others = in_order[0], in_order[1:]
    needed = handling_ms(first.literacy, float(world.supply.time_factor[station]), world.tables)
    world.supply.capacity_ms[station] = needed
    serve_queues(model.engine.residents, model.week)
    assert first.stage == s.ACTIVE
    assert all(resident.stage != s.ACTIVE and resident.tries == 1 for resident in others)
    assert (world.counters.turned_away[station], world.counters.used_ms[station]) == (COUNT - 1, needed)


def test_nobody_comes_who_is_not_bound_for_a_station(model, station, ready):
    for resident in ready:
        resident.bound_for = None
    serve_queues(model.engine.residents, model.week)
    assert not model.engine.world.counters.came.any()
