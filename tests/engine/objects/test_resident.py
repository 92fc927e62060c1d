"""A resident's week as it can be read: wake up, hear at home, run an errand, follow the first cause."""

import math

import numpy as np
import pytest

from ikdsim.engine.objects import queues
from ikdsim.engine.objects.resident import PlainResident, value_at
from ikdsim.model import IkdModel
from ikdsim.randomness import GRAIN, NEVER
from ikdsim.resident import causes as c
from ikdsim.resident import stages as s
from ikdsim.resident.columns import APPOINTMENT, NEWS, NOTHING
from ikdsim.resident.household import news_at_home
from ikdsim.service.supply import NOWHERE
from tests.factories import COARSE, make_scenario, run_to

WEEK = 10


@pytest.fixture
def model() -> IkdModel:
    return run_to(IkdModel(make_scenario(), scale=COARSE, engine="objects"), WEEK)


@pytest.fixture
def somebody(model) -> PlainResident:
    """A favourable resident who can act, and for whom nothing is due."""
    found = next(one for one in model.engine.residents if one.ready_week <= WEEK and one.stage < s.ACTIVE)
    found.move(WEEK, s.FAVOURABLE, c.WRITTEN)
    found.due, found.errand_due = [math.inf] * s.MOST_RIVALS, math.inf
    return found


def pass_after(resident, cause, share):
    """Let a cause come to the resident's threshold when this share of the week is gone."""
    cumulative, at = resident.world.cumulative, resident.position(cause)
    value, increment = int(cumulative.value[at]), int(cumulative.increment[at])
    slot = c.RIVALS_OF_STAGE[resident.stage].index(cause)
    resident.due[slot] = -(-int(value - increment * (1 - share)) // GRAIN) * GRAIN


def test_never_is_beyond_every_value():
    assert value_at(NEVER) == math.inf
    assert value_at(3) == 3 * GRAIN


def test_who_has_nothing_due_stays(somebody):
    somebody.step()
    assert (somebody.stage, somebody.bound_for) == (s.FAVOURABLE, None)


@pytest.mark.parametrize(("interrupted", "disenchanted", "stage"), [(0.2, 0.8, s.LAPSED), (0.8, 0.2, s.REFUSING)])
def test_of_two_causes_that_pass_in_a_week_the_earlier_moves(interrupted, disenchanted, stage, somebody):
    somebody.move(WEEK, s.CONFIRMED, c.WRITTEN)
    pass_after(somebody, c.INTERRUPTION, interrupted)
    pass_after(somebody, c.DISENCHANTMENT, disenchanted)
    somebody.step()
    assert (somebody.stage, somebody.entered) == (stage, WEEK)


def test_who_walks_in_is_bound_for_a_station_and_moves_only_there(somebody):
    somebody.move(WEEK, s.INTENDING, c.WRITTEN)
    pass_after(somebody, c.WALK_IN, 0.5)
    somebody.step()
    assert somebody.stage == s.INTENDING
    assert somebody.world.supply.walk_in[somebody.place, somebody.bound_for] > 0.0


@pytest.mark.parametrize(("stage", "comes"), [(s.FAVOURABLE, True), (s.CONFIRMED, False)])
def test_an_errand_brings_whoever_does_not_use_ikd_and_the_next_is_drawn(stage, comes, somebody):
    somebody.move(WEEK, stage, c.WRITTEN)
    somebody.due, somebody.errand_due, before = [math.inf] * s.MOST_RIVALS, 0, somebody.errands
    somebody.step()
    assert (somebody.bound_for is not None) == comes
    assert somebody.errands == before + 1
    assert somebody.errand_due > somebody.value(c.ERRAND)


def test_news_at_home_come_before_everything_else(model):
    tables = model.engine.world.tables
    listener = next(
        one
        for one in model.engine.residents
        if one.adult_week <= WEEK and news_at_home(1, one.row, 0, s.AWARE, 0, tables) == c.PERSUADED_AT_HOME
    )
    listener.move(WEEK, s.AWARE, c.WRITTEN)
    pass_after(listener, c.PERSUASION_ONLINE, 0.0)
    listener.errand_due, listener.awaits = math.inf, NEWS
    listener.step()
    assert (listener.stage, listener.awaits) == (s.FAVOURABLE, NOTHING)


def test_who_intends_before_being_able_to_act_waits_without_thresholds(model):
    waiting = next(one for one in model.engine.residents if one.adult_week <= WEEK < one.ready_week)
    spells = waiting.spells
    waiting.move(WEEK, s.INTENDING, c.WRITTEN)
    assert waiting.due == [math.inf] * s.MOST_RIVALS
    assert (waiting.wake, waiting.spells) == (waiting.ready_week, spells)


def test_who_is_sent_home_too_often_gives_up(somebody):
    trust, most = somebody.trust, somebody.world.tables.most_tries
    somebody.move(WEEK, s.INTENDING, c.WRITTEN)
    for turn in range(1, most + 1):
        queues.go_home(somebody, WEEK, c.TURNED_AWAY, 0)
        assert somebody.stage == (s.FAVOURABLE if turn == most else s.INTENDING)
    assert somebody.tries == 0
    assert somebody.trust < trust
    assert somebody.avoids == NOWHERE


def test_who_is_sent_home_for_want_of_time_avoids_that_desk(somebody):
    somebody.move(WEEK, s.INTENDING, c.WRITTEN)
    avoided = int(np.flatnonzero(somebody.world.supply.walk_in[somebody.place])[0])
    queues.go_home(somebody, WEEK, c.TURNED_AWAY, avoided)
    for week in range(WEEK, WEEK + 30):
        somebody.turn_up(week, somebody.world.supply.walk_in[somebody.place], somebody.avoids)
        assert somebody.bound_for != avoided


def test_who_has_an_appointment_keeps_it_or_goes_to_a_desk_that_is_open(somebody):
    somebody.move(WEEK, s.INTENDING, c.WRITTEN)
    station = int(somebody.world.supply.capacity_ms.argmax())
    queues.make_appointment(somebody, WEEK, station)
    somebody.step()
    assert (somebody.bound_for, somebody.awaits, somebody.tries) == (station, APPOINTMENT, 0)
    somebody.world.supply.capacity_ms[station] = 0
    somebody.world.supply.walk_in[:, station] = 0.0
    somebody.step()
    assert somebody.world.supply.walk_in[somebody.place, somebody.bound_for] > 0.0
