"""A resident's week: whoever turns up stands in a queue, others move for the cause that came first."""

import numpy as np
import pytest

from ikdsim.engine.columns.core import event_queue
from ikdsim.engine.columns.core.start import write_stage
from ikdsim.engine.columns.core.week import live_in_part
from ikdsim.randomness import GRAIN, NEVER
from ikdsim.resident import causes as c
from ikdsim.resident import stages as s
from ikdsim.resident.cumulative_hazards import position
from ikdsim.resident.household import news_at_home
from ikdsim.resident.implementation import adult_week
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
    groups = (int(people.place[row]), int(people.occupation[row]), int(people.neighbourhood[row]))
    at = position(cumulative, cause, *groups)
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
    ("decided", "rejected", "stage"), [(0.2, 0.8, s.INTENDING), (0.8, 0.2, s.REFUSING), (0.2, None, s.INTENDING)]
)
def test_of_two_causes_that_pass_in_a_week_the_earlier_moves(decided, rejected, stage, model, somebody):
    pass_after(model, somebody, c.DECISION, decided)
    if rejected is not None:
        pass_after(model, somebody, c.REJECTION, rejected)
    assert not lived(model, somebody)
    assert model.engine.state().stage[somebody] == stage


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
    row = next(row for row in ready.tolist() if news_at_home(1, row, 0, s.AWARE, tables) == c.PERSUADED_AT_HOME)
    write_stage(row, WEEK, s.AWARE, model.engine.core)
    pass_after(model, row, c.REFUSAL, 0.0)
    model.engine.state().news[row] = 1
    lived(model, row)
    assert (model.engine.state().stage[row], model.engine.state().news[row]) == (s.FAVOURABLE, 0)


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
