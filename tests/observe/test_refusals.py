"""Refusals: each week has its own count, place by place."""

from ikdsim.engine.counters import clear_week, new_counters
from ikdsim.observe.observer import WeekSeen
from ikdsim.observe.refusals import Refusals
from tests.factories import make_model


def test_each_week_has_its_own():
    counters, refusals = new_counters(make_model().residents, stations=1), Refusals(3, 9)
    for week, refused in enumerate((4, 0, 1)):
        clear_week(counters)
        counters.refused[2] = refused
        refusals.look(WeekSeen(week, conditions=None, supply=None, counters=counters))
    assert refusals.services[:, 2].tolist() == [4, 0, 1]
    assert refusals.services.sum() == 5


def test_nobody_is_refused_anything_today(finished):
    assert not finished.observations.refusals.services.any()
