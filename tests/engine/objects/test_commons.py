"""What all residents of the objects engine share counts every move, and keeps the diary of the one who is watched."""

import numpy as np
import pytest

from ikdsim.engine.objects.commons import Commons
from ikdsim.model import IkdModel
from ikdsim.resident import causes as c
from ikdsim.resident import stages as s
from tests.factories import COARSE, make_scenario

SOMEBODY, WEEK, STATION = 5, 3, 2


@pytest.fixture
def commons() -> Commons:
    return IkdModel(make_scenario(), scale=COARSE, engine="objects", watch=SOMEBODY).engine.commons


def users_around(commons) -> int:
    return int(commons.world.counters.contacts[commons.neighbourhood[SOMEBODY]])


def test_a_user_is_counted_among_those_who_are_alike(commons):
    commons.count_move(SOMEBODY, s.INTENDING, s.ACTIVE)
    counters, people = commons.world.counters, commons.world.residents
    for name in ("sex", "device", "occupation"):
        counted = getattr(counters, f"active_by_{name}")
        assert counted.sum() == counted[getattr(people, name)[SOMEBODY]] == 1
    assert counters.active_by_age.sum() == 1
    assert users_around(commons) == 1


def test_a_user_who_is_confirmed_stays_one_user(commons):
    commons.count_move(SOMEBODY, s.INTENDING, s.ACTIVE)
    before = [np.copy(counted) for counted in commons.world.counters[3:]]
    commons.count_move(SOMEBODY, s.ACTIVE, s.CONFIRMED)
    assert all(np.array_equal(one, other) for one, other in zip(before, commons.world.counters[3:], strict=True))


@pytest.mark.parametrize(("after", "lapses", "around"), [(s.LAPSED, [1, 0], -1), (s.REFUSING, [0, 1], 0)])
def test_who_lapses_speaks_against_it_and_who_refuses_says_nothing(after, lapses, around, commons):
    commons.count_move(SOMEBODY, s.INTENDING, s.ACTIVE)
    commons.count_move(SOMEBODY, s.ACTIVE, after)
    assert commons.world.counters.lapses.tolist() == lapses
    assert users_around(commons) == around


def test_the_diary_tells_of_the_one_who_is_watched(commons):
    diary = commons.world.diary
    for row in (SOMEBODY - 1, SOMEBODY):
        commons.note(row, WEEK, c.ACTIVATED, STATION, s.ACTIVE)
    told = diary.rows[: diary.length[0]].tolist()
    assert told[-1] == [WEEK, c.ACTIVATED, STATION, s.ACTIVE]
    commons.note(SOMEBODY - 1, WEEK, c.ACTIVATED, STATION, s.ACTIVE)
    assert diary.length[0] == len(told)
