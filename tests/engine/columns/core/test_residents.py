"""A resident's week: whoever turns up stands in a queue, others move for the cause that came first."""

import numpy as np
import pytest

from ikdsim.engine.columns.core import event_queue
from ikdsim.engine.columns.core.start import write_stage
from ikdsim.engine.columns.core.week import live_in_part
from ikdsim.randomness import GRAIN, NEVER
from ikdsim.resident import causes as c
from ikdsim.resident import stages as s
from ikdsim.resident.columns import APPOINTMENT, NEWS, NOTHING
from ikdsim.resident.cumulative_hazards import Groups, position
from ikdsim.resident.household import news_at_home
from ikdsim.resident.implementation import adult_week
from ikdsim.service.supply import WALKING_IN
from tests.engine.columns.core.conftest import WEEK, can_act
from tests.factories import called

NEXT = WEEK + 1
clear, enter = called(event_queue.clear), called(event_queue.enter)


@pytest.fixture
def somebody(model, ready):
    """The row of an adult who can act, at the end of week 30, for whom nothing is due."""
    row = int(ready[0])
    write_stage(row, WEEK, s.FAVOURABLE, model.engine.core)
    model.engine.state().due[row] = NEVER
    model.engine.state().errand_due[row] = NEVER
    return row


def value_of(model, row, cause):
    """Cumulative hazard of a resident's group and how much of it this week brought."""
    people, cumulative = model.residents, model.engine.world.cumulative
    numbers = (people.place[row], people.occupation[row], people.neighbourhood[row], people.ward[row])
    at = position(cumulative, cause, Groups(*map(int, numbers)))
    return int(cumulative.value[at]), int(cumulative.increment[at])


def pass_after(model, row, cause, share):
    """Let a cause come to the resident's threshold when this share of the week is gone."""
    value, increment = value_of(model, row, cause)
    slot = c.RIVALS_OF_STAGE[int(model.engine.state().stage[row])].index(cause)
    model.engine.state().due[row, slot] = -(-int(value - increment * (1 - share)) // GRAIN)


def lived(model, row):
    """Let this resident alone live the next week; whether they stand in a queue."""
    core = model.engine.core
    clear(0, core.event_queue)
    core.standing["next_event"][row] = NEXT
    enter(0, NEXT - core.ahead.before, int(core.standing["stage"][row]), row, core.event_queue)
    return row in live_in_part(0, NEXT, core).rows


@pytest.mark.parametrize(
    ("interrupted", "disenchanted", "stage"),
    [(0.2, 0.8, s.LAPSED), (0.8, 0.2, s.REFUSING), (0.2, None, s.LAPSED)],
)
def test_of_two_causes_that_pass_in_a_week_the_earlier_moves(interrupted, disenchanted, stage, model, somebody):
    write_stage(somebody, WEEK, s.CONFIRMED, model.engine.core)
    model.engine.state().due[somebody] = NEVER
    pass_after(model, somebody, c.INTERRUPTION, interrupted)
    if disenchanted is not None:
        pass_after(model, somebody, c.DISENCHANTMENT, disenchanted)
    assert not lived(model, somebody)
    assert model.engine.state().stage[somebody] == stage


def test_a_favourable_resident_decides_by_a_cause_of_their_own(model, somebody):
    pass_after(model, somebody, c.DECISION, 0.2)
    assert not lived(model, somebody)
    assert model.engine.state().stage[somebody] == s.INTENDING


def test_who_has_nothing_due_stays_as_they_are(model, somebody):
    assert not lived(model, somebody)
    assert model.engine.state().stage[somebody] == s.FAVOURABLE


def test_who_turns_up_stands_in_a_queue_and_has_not_moved_yet(model, somebody):
    write_stage(somebody, WEEK, s.INTENDING, model.engine.core)
    pass_after(model, somebody, c.WALK_IN, 0.5)
    assert lived(model, somebody)
    assert model.engine.state().stage[somebody] == s.INTENDING
    assert model.engine.state().bound_for[somebody] > 0


@pytest.mark.parametrize(("stage", "comes"), [(s.FAVOURABLE, True), (s.CONFIRMED, False)])
def test_an_errand_brings_to_a_desk_whoever_does_not_use_ikd_yet(stage, comes, model, somebody):
    write_stage(somebody, WEEK, stage, model.engine.core)
    state, errands = model.engine.state(), int(model.engine.state().errands[somebody])
    state.due[somebody], state.errand_due[somebody] = NEVER, value_of(model, somebody, c.ERRAND)[0] // GRAIN
    assert lived(model, somebody) == comes
    assert state.errands[somebody] == errands + 1
    assert state.errand_due[somebody] > value_of(model, somebody, c.ERRAND)[0] // GRAIN


def test_nobody_stands_in_a_queue_for_an_offer_that_is_not_made(model, somebody):
    model.engine.core.stations["offer"] = model.engine.core.stations["offer_without_card"] = 0
    model.engine.state().errand_due[somebody] = value_of(model, somebody, c.ERRAND)[0] // GRAIN
    assert not lived(model, somebody)
    assert model.engine.state().bound_for[somebody] == 0


def test_news_at_home_comes_before_everything_else(model, ready):
    tables = model.engine.world.tables
    row = next(row for row in ready.tolist() if news_at_home(1, row, 0, s.AWARE, 0, tables) == c.PERSUADED_AT_HOME)
    write_stage(row, WEEK, s.AWARE, model.engine.core)
    pass_after(model, row, c.PERSUASION_ONLINE, 0.0)
    model.engine.state().awaits[row] = NEWS
    lived(model, row)
    assert (model.engine.state().stage[row], model.engine.state().awaits[row]) == (s.FAVOURABLE, NOTHING)


def test_on_their_17th_birthday_children_begin_to_wait(model):
    adult = np.array([adult_week(birth) for birth in model.residents.birth_week.tolist()])
    row = int(np.flatnonzero(adult == NEXT)[0])
    assert (model.engine.state().due[row] == NEVER).all()
    lived(model, row)
    assert (model.engine.state().due[row] != NEVER).any()
    assert model.engine.state().errand_due[row] != NEVER
    assert model.engine.state().stage[row] == s.UNAWARE


def test_an_intending_resident_without_a_phone_waits_for_the_week_of_the_phone(model):
    people = model.residents
    others = (people.birth_week < WEEK - 17 * 53) & (people.recorded_week <= WEEK)
    row = int(np.flatnonzero(others & (people.supported_week > WEEK) & ~can_act(model))[0])
    write_stage(row, WEEK, s.INTENDING, model.engine.core)
    assert model.engine.state().next_event[row] in (people.supported_week[row], 32_767)
    assert not lived(model, row)
    assert model.engine.state().stage[row] == s.INTENDING


@pytest.fixture
def with_appointment(model, somebody):
    """The row of somebody who intends and has an appointment at a desk that is open to their place."""
    write_stage(somebody, WEEK, s.INTENDING, model.engine.core)
    model.engine.state().due[somebody] = NEVER
    reached = model.engine.core.access.station[WALKING_IN, model.residents.place[somebody]]
    model.engine.state().bound_for[somebody] = reached[0] + 1
    model.engine.state().awaits[somebody] = APPOINTMENT
    return somebody


def test_who_has_an_appointment_comes_to_its_station(model, with_appointment):
    station = int(model.engine.state().bound_for[with_appointment])
    assert lived(model, with_appointment)
    assert model.engine.state().bound_for[with_appointment] == station
    assert model.engine.state().awaits[with_appointment] == APPOINTMENT


def test_where_the_station_of_an_appointment_is_closed_another_desk_will_do(model, with_appointment):
    closed = len(model.engine.core.stations) - 1
    model.engine.core.stations["capacity_ms"][closed] = 0
    model.engine.state().bound_for[with_appointment] = closed + 1
    assert lived(model, with_appointment)
    desks = model.engine.core.access
    place = model.residents.place[with_appointment]
    reached = desks.station[WALKING_IN, place, : desks.open[WALKING_IN, place]]
    assert model.engine.state().bound_for[with_appointment] - 1 in reached
    assert model.engine.state().awaits[with_appointment] == APPOINTMENT


def test_who_was_sent_home_tries_another_desk_if_there_is_one(model, somebody):
    place, desks = int(model.residents.place[somebody]), model.engine.core.access
    for avoided in desks.station[WALKING_IN, place, : desks.open[WALKING_IN, place]].tolist():
        write_stage(somebody, WEEK, s.INTENDING, model.engine.core)
        model.engine.state().avoids[somebody] = avoided + 1
        pass_after(model, somebody, c.WALK_IN, 0.5)
        assert lived(model, somebody)
        assert model.engine.state().bound_for[somebody] not in (0, avoided + 1)
    desks.open[WALKING_IN, place] = 1
    only = int(desks.station[WALKING_IN, place, 0])
    write_stage(somebody, WEEK, s.INTENDING, model.engine.core)
    model.engine.state().avoids[somebody] = only + 1
    pass_after(model, somebody, c.WALK_IN, 0.5)
    assert lived(model, somebody)
    assert model.engine.state().bound_for[somebody] == only + 1
