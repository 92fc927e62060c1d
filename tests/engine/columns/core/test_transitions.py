"""Whoever enters a stage is counted once, in every count, and the household hears of its first user."""

import numpy as np
import pytest

from ikdsim.engine.columns.core.start import write_stage
from ikdsim.engine.columns.core.week import serve_queues
from ikdsim.randomness import ONE
from ikdsim.resident import causes as c
from ikdsim.resident import stages as s
from ikdsim.resident.columns import APPOINTMENT, NEWS, NOTHING
from ikdsim.resident.household import listens_at_home
from ikdsim.resident.implementation import trust_after_disappointment
from tests.engine.columns.core.conftest import WEEK, can_act


@pytest.fixture
def somebody(model, ready):
    """The row of an aware resident who could use IKD."""
    return int(ready[model.engine.state().stage[ready] == s.AWARE][0])


def counted(model, row):
    """Where the place, the RT and the sex of a resident stand now: residents by stage, contacts, users."""
    people, counters = model.residents, model.engine.world.counters
    rt = people.neighbourhood[row]
    return (
        counters.stage_by_place[people.place[row]].copy(),
        int(counters.contacts[rt]),
        int(counters.active_by_sex[people.sex[row]]),
    )


def test_a_move_takes_one_from_a_stage_and_adds_one_to_another(model, somebody):
    before, _, _ = counted(model, somebody)
    write_stage(somebody, WEEK, s.FAVOURABLE, model.engine.core)
    after, _, _ = counted(model, somebody)
    assert np.flatnonzero(after - before).tolist() == [s.AWARE, s.FAVOURABLE]
    assert (after - before)[[s.AWARE, s.FAVOURABLE]].tolist() == [-1, 1]
    assert model.engine.state().entered[somebody] == WEEK


def test_who_enters_the_same_stage_again_has_not_moved(model, somebody):
    before, entered = counted(model, somebody), int(model.engine.state().entered[somebody])
    write_stage(somebody, WEEK, s.AWARE, model.engine.core)
    assert np.array_equal(counted(model, somebody)[0], before[0])
    assert model.engine.state().entered[somebody] == entered


def test_a_user_speaks_for_ikd_and_one_who_lapsed_against_it(model, somebody):
    contacts, users, lapses = [], [], []
    for stage in (s.AWARE, s.ACTIVE, s.CONFIRMED, s.LAPSED, s.INTENDING):
        write_stage(somebody, WEEK, stage, model.engine.core)
        _, around, same_sex = counted(model, somebody)
        contacts.append(around)
        users.append(same_sex)
        lapses.append(int(model.engine.world.counters.lapses[0]))
    assert (np.array(contacts) - contacts[0]).tolist() == [0, 1, 1, -1, 0]
    assert (np.array(users) - users[0]).tolist() == [0, 1, 1, 0, 0]
    assert (np.array(lapses) - lapses[0]).tolist() == [0, 0, 0, 1, 1]


NOBODY_INVITES = 0


def family_of(model, row):
    household = model.residents.household
    return np.flatnonzero((household == household[row]) & (np.arange(len(household)) != row))


def listeners(model, row):
    """Adults at home with a resident whom news would move, by trying each."""
    tables, stage = model.engine.world.tables, model.engine.state().stage
    adult = model.residents.birth_week < WEEK - 17 * 53
    return [
        k for k in family_of(model, row).tolist() if adult[k] and listens_at_home(1, k, 0, int(stage[k]), 0, tables)
    ]


def first_user(model, ready):
    """An intending resident without a user at home, with somebody who would listen."""
    stage = model.engine.state().stage
    row = next(
        row
        for row in ready.tolist()
        if listeners(model, row) and not np.isin(stage[family_of(model, row)], (s.ACTIVE, s.CONFIRMED)).any()
    )
    write_stage(row, WEEK, s.INTENDING, model.engine.core)
    return row


def test_the_first_user_of_a_household_is_heard_by_those_who_listen_next_week(model, ready, queue):
    row = first_user(model, ready)
    model.engine.state().awaits[:] = NOTHING
    serve_queues(WEEK, queue([row]), model.engine.core)
    state = model.engine.state()
    assert state.stage[row] == s.ACTIVE
    assert np.flatnonzero(state.awaits == NEWS).tolist() == listeners(model, row)
    assert (state.next_event[listeners(model, row)] == WEEK + 1).all()


def test_the_second_user_of_a_household_is_no_news(model, ready, queue):
    row = first_user(model, ready)
    model.engine.state().awaits[:] = NOTHING
    write_stage(int(family_of(model, row)[0]), WEEK, s.CONFIRMED, model.engine.core)
    serve_queues(WEEK, queue([row]), model.engine.core)
    assert model.engine.state().stage[row] == s.ACTIVE
    assert not model.engine.state().awaits.any()


def test_while_families_are_invited_the_second_user_is_news_to_those_who_have_not_decided(model, ready, queue):
    row = first_user(model, ready)
    state = model.engine.state()
    state.awaits[:] = NOTHING
    user = int(family_of(model, row)[0])
    write_stage(user, WEEK, s.CONFIRMED, model.engine.core)
    model.engine.core.invited[0] = ONE
    serve_queues(WEEK, queue([row]), model.engine.core)
    adults = [k for k in family_of(model, row).tolist() if model.residents.birth_week[k] < WEEK - 17 * 53]
    undecided = [k for k in adults if state.stage[k] <= s.FAVOURABLE]
    assert np.flatnonzero(state.awaits == NEWS).tolist() == undecided
    assert user not in undecided


@pytest.mark.parametrize(("missing", "has_card", "compelled"), [(1, 0, 1), (1, 1, 0), (0, 0, 0)])
def test_only_who_has_no_card_while_none_is_to_be_had_is_compelled(missing, has_card, compelled, model, queue):
    row = int(np.flatnonzero(can_act(model) & (model.residents.card == has_card))[0])
    write_stage(row, WEEK, s.INTENDING, model.engine.core)
    model.engine.core.cards_missing[0] = missing
    before = int(model.engine.world.counters.compelled[0])
    serve_queues(WEEK, queue([row]), model.engine.core)
    assert model.engine.state().stage[row] == s.ACTIVE
    assert model.engine.world.counters.compelled[0] == before + compelled


@pytest.fixture
def embitters(model):
    """Say how probable it is that a disappointment makes an opponent."""

    def write(probability):
        model.engine.core.tables["embittered_by_trust"][:] = probability

    return write


def test_who_is_sent_home_trusts_less_and_gives_up_after_the_last_try(model, somebody, queue, embitters):
    embitters(0.0)
    state, tables = model.engine.state(), model.engine.world.tables
    write_stage(somebody, WEEK, s.INTENDING, model.engine.core)
    model.engine.core.stations["capacity_ms"] = 0
    trust = int(state.trust[somebody])
    for turn in range(1, tables.most_tries + 1):
        serve_queues(WEEK, queue([somebody]), model.engine.core)
        trust = trust_after_disappointment(trust, tables)
        assert state.trust[somebody] == trust
        assert state.stage[somebody] == (s.FAVOURABLE if turn == tables.most_tries else s.INTENDING)
        assert state.avoids[somebody] == (0 if turn == tables.most_tries else 1)  # the desk is station 0
    assert state.tries[somebody] == 0


def test_a_disappointment_may_make_an_opponent(model, somebody, queue, embitters):
    embitters(1.0)
    write_stage(somebody, WEEK, s.INTENDING, model.engine.core)
    model.engine.core.stations["capacity_ms"] = 0
    serve_queues(WEEK, queue([somebody]), model.engine.core)
    state = model.engine.state()
    assert (state.stage[somebody], state.tries[somebody], state.avoids[somebody]) == (s.REFUSING, 0, 0)


def test_who_failed_may_come_to_the_same_desk_again(model, somebody, queue, embitters):
    embitters(0.0)
    write_stage(somebody, WEEK, s.INTENDING, model.engine.core)
    model.engine.core.stations["failure"] = ONE
    serve_queues(WEEK, queue([somebody]), model.engine.core)
    assert (model.engine.state().tries[somebody], model.engine.state().avoids[somebody]) == (1, 0)


def test_whoever_is_written_into_a_stage_has_no_appointment_any_more(model, somebody):
    state = model.engine.state()
    state.bound_for[somebody], state.awaits[somebody] = 3, APPOINTMENT
    write_stage(somebody, WEEK, s.FAVOURABLE, model.engine.core)
    assert (state.bound_for[somebody], state.awaits[somebody]) == (0, NOTHING)


def test_only_one_who_is_watched_has_a_diary(model, somebody):
    core = model.engine.core
    watched = core._replace(diary=core.diary._replace(resident=somebody, rows=np.zeros((5, 4), np.int64)))
    write_stage(somebody + 1, WEEK, s.REFUSING, watched)
    write_stage(somebody, WEEK, s.REFUSING, watched)
    assert watched.diary.length[0] == 1
    assert watched.diary.rows[0].tolist() == [WEEK, c.WRITTEN, -1, s.REFUSING]
