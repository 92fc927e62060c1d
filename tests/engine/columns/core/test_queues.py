"""At a desk: who intends is activated, who came on an errand hears an offer, while officer time lasts."""

import numpy as np
import pytest

from ikdsim.engine.columns.core import queues
from ikdsim.engine.columns.core.queues import Arrivals, draw_keys
from ikdsim.engine.columns.core.start import write_stage
from ikdsim.engine.columns.core.thresholds import RENEW_EVENT, RENEW_NOTHING, RENEW_STAGE
from ikdsim.engine.columns.core.week import serve_queues
from ikdsim.randomness import ONE, uniform_draw
from ikdsim.resident import draw_numbers as d
from ikdsim.resident import stages as s
from ikdsim.resident.columns import APPOINTMENT, NOTHING
from ikdsim.resident.implementation import handling_ms
from ikdsim.service.queue import FOR_IKD, LAST_ROW, queue_key
from tests.engine.columns.core.conftest import WEEK, can_act
from tests.factories import called

DESK = 2


@pytest.fixture
def intending(model, ready):
    """Twenty rows of residents who intend and can act."""
    rows = ready[:400:20].tolist()
    for row in rows:
        write_stage(row, WEEK, s.INTENDING, model.engine.core)
    return rows


def served(model, arrivals):
    """Serve the queue at the desk; the stages of those who stood in it, and what the desk counted."""
    serve_queues(WEEK, arrivals, model.engine.core)
    load = model.engine.core.load[DESK]
    return model.engine.state().stage[arrivals.rows].tolist(), {name: int(load[name]) for name in load.dtype.names}


def minutes_of(model, rows):
    """Officer time that each of these residents takes, milliseconds."""
    time_factor = float(model.engine.core.stations[DESK]["time_factor"])
    return [handling_ms(int(model.residents.literacy[row]), time_factor, model.engine.world.tables) for row in rows]


def test_with_time_for_all_everybody_who_intends_is_activated(model, intending, queue):
    stages, desk = served(model, queue(intending, DESK))
    assert stages == [s.ACTIVE] * len(intending)
    assert (desk["came"], desk["served"], desk["turned_away"], desk["failed"]) == (20, 20, 0, 0)
    assert desk["used_ms"] == sum(minutes_of(model, intending))
    assert not model.engine.state().bound_for.any()


def test_who_comes_first_is_served_and_the_time_is_used_to_the_last_bit(model, intending, queue):
    model.engine.core.tables["embittered_by_trust"][:] = 0.0
    model.engine.core.stations[DESK]["capacity_ms"] = capacity = sum(minutes_of(model, intending)[:12])
    stages, desk = served(model, queue(intending, DESK))
    assert stages == [s.ACTIVE] * 12 + [s.INTENDING] * 8
    assert (desk["came"], desk["served"], desk["turned_away"], desk["used_ms"]) == (20, 12, 8, capacity)


def test_the_last_one_is_served_with_the_probability_of_what_is_left(model, intending, queue):
    row = intending[0]
    needed, drawn = minutes_of(model, [row])[0], uniform_draw(1, row, d.ACTIVATION_TURN_DRAW, WEEK)
    enough = int(needed * drawn / ONE) + 1
    for left, served_then in ((enough - 2, False), (enough + 1, True)):
        model.engine.core.stations[DESK]["capacity_ms"] = left
        model.engine.core.load[:] = 0
        stages, desk = served(model, queue([row], DESK))
        assert (stages == [s.ACTIVE], desk["used_ms"]) == (served_then, left)


def test_an_attempt_that_fails_takes_time_and_activates_nobody(model, intending, queue):
    model.engine.core.stations["failure"] = ONE
    stages, desk = served(model, queue(intending, DESK))
    assert s.ACTIVE not in stages
    assert (desk["failed"], desk["served"], desk["used_ms"]) == (20, 0, sum(minutes_of(model, intending)))


@pytest.fixture
def on_an_errand(model, ready):
    """Twenty rows of residents who came for something else."""
    rows = ready[:400:20].tolist()
    for row in rows:
        write_stage(row, WEEK, s.UNAWARE, model.engine.core)
    return rows


def explain(model, persuades, decides):
    """Let every explanation persuade or not, and let everybody persuaded decide at once or not."""
    model.engine.core.stations["station_factor"] = 1e6 if persuades else 0.0
    model.engine.core.tables["decided_at_once"] = 1e6 if decides else 0.0


@pytest.mark.parametrize(
    ("persuades", "decides", "stage"), [(False, True, s.AWARE), (True, False, s.FAVOURABLE), (True, True, s.ACTIVE)]
)
def test_an_explanation_makes_known_persuades_or_leads_to_ikd_in_the_same_turn(
    persuades, decides, stage, model, on_an_errand, queue
):
    explain(model, persuades, decides)
    stages, desk = served(model, queue(on_an_errand, DESK))
    assert stages == [stage] * 20
    came = 20 if stage == s.ACTIVE else 0
    assert (desk["offered"], desk["came"], desk["served"]) == (20, came, came)


def test_an_explanation_takes_the_time_of_the_errand_and_none_of_ikd(model, on_an_errand, queue):
    explain(model, True, False)
    _, desk = served(model, queue(on_an_errand, DESK))
    assert desk["explained_ms"] == 20 * model.engine.world.tables.explaining_ms
    assert desk["used_ms"] == 0


def test_who_finds_no_time_for_an_explanation_hears_nothing(model, on_an_errand, queue):
    explain(model, True, True)
    model.engine.core.stations["errand_ms"] = enough = 12 * model.engine.world.tables.explaining_ms
    stages, desk = served(model, queue(on_an_errand, DESK))
    assert stages == [s.ACTIVE] * 12 + [s.UNAWARE] * 8
    assert (desk["offered"], desk["explained_ms"]) == (12, enough)


def test_who_decides_on_an_errand_and_finds_no_time_gets_an_appointment(model, on_an_errand, queue):
    explain(model, True, True)
    model.engine.core.stations["capacity_ms"] = 0
    trust = model.engine.state().trust[on_an_errand].copy()
    stages, desk = served(model, queue(on_an_errand, DESK))
    state = model.engine.state()
    assert stages == [s.INTENDING] * 20
    assert (desk["came"], desk["appointed"], desk["turned_away"]) == (20, 20, 0)
    assert (state.awaits[on_an_errand] == APPOINTMENT).all()
    assert (state.bound_for[on_an_errand] == DESK + 1).all()
    assert (state.trust[on_an_errand] == trust).all()
    assert not state.tries[on_an_errand].any()


def test_who_came_with_an_appointment_in_vain_gets_another(model, intending, queue):
    state, row = model.engine.state(), intending[0]
    state.awaits[row], trust = APPOINTMENT, int(state.trust[row])
    model.engine.core.stations["capacity_ms"] = 0
    stages, desk = served(model, queue([row], DESK))
    assert (stages, desk["appointed"], desk["turned_away"]) == ([s.INTENDING], 1, 0)
    assert (state.awaits[row], state.bound_for[row], state.trust[row]) == (APPOINTMENT, DESK + 1, trust)


def test_whose_attempt_fails_on_an_appointment_comes_again_without_one(model, intending, queue):
    state, row = model.engine.state(), intending[0]
    state.awaits[row] = APPOINTMENT
    model.engine.core.stations["failure"] = ONE
    model.engine.core.tables["embittered_by_trust"][:] = 0.0
    _, desk = served(model, queue([row], DESK))
    assert (desk["failed"], desk["appointed"]) == (1, 0)
    assert (state.stage[row], state.awaits[row], state.tries[row]) == (s.INTENDING, NOTHING, 1)


def test_who_cannot_act_yet_is_persuaded_and_waits(model, queue):
    adults = model.residents.birth_week < WEEK - 17 * 53
    row = int(np.flatnonzero(adults & ~can_act(model) & (model.engine.state().stage == s.AWARE))[0])
    explain(model, True, True)
    stages, desk = served(model, queue([row], DESK))
    assert (stages, desk["offered"], desk["came"]) == ([s.INTENDING], 1, 0)


def test_an_office_that_offers_to_everybody_serves_no_fewer_of_those_who_came_for_ikd(model, ready):
    """Those on an errand stand at the same desk, which has time for half of those who came for IKD."""
    rows = ready[:400:10].tolist()
    for k, row in enumerate(rows):
        write_stage(row, WEEK, s.INTENDING if k % 2 else s.UNAWARE, model.engine.core)
    explain(model, True, True)
    model.engine.core.stations["capacity_ms"] = sum(minutes_of(model, rows[1::2])) // 2
    model.engine.state().bound_for[rows] = DESK + 1
    arrivals = Arrivals(np.array(rows, np.uint32), np.zeros(40, np.int64), np.zeros(40, np.int64))
    called(draw_keys)(WEEK, arrivals, model.engine.core)
    arrivals.keys.sort()
    stages, desk = served(model, arrivals)
    assert desk["offered"] == 20
    assert s.ACTIVE not in stages[::2]
    assert stages[1::2].count(s.ACTIVE) == desk["served"] >= 9
    assert desk["turned_away"] == 20 - desk["served"]
    assert desk["appointed"] == 20


def test_what_is_to_be_drawn_is_noted_for_each_in_the_order_of_the_rows(model, intending, queue):
    waiting = queue(intending[:2], DESK)
    model.engine.core.stations[DESK]["capacity_ms"] = minutes_of(model, intending)[0]
    serve_queues(WEEK, waiting, model.engine.core)
    assert waiting.to_renew.tolist() == [RENEW_STAGE | RENEW_EVENT, RENEW_STAGE | RENEW_EVENT]
    model.engine.core.stations["capacity_ms"] = 0
    model.engine.core.stations["errand_ms"] = 0
    errand = queue([next(row for row in np.flatnonzero(can_act(model)) if row not in intending)], DESK)
    write_stage(int(errand.rows[0]), WEEK, s.UNAWARE, model.engine.core)
    serve_queues(WEEK, errand, model.engine.core)
    assert errand.to_renew.tolist() == [RENEW_NOTHING]


def test_a_queue_stands_in_an_order_drawn_at_random(model, intending, queue):
    waiting = queue(intending, DESK)
    called(draw_keys)(WEEK, waiting, model.engine.core)
    luck = [uniform_draw(1, row, d.QUEUE_DRAW, WEEK) for row in intending]
    assert waiting.keys.tolist() == [queue_key(DESK, FOR_IKD, drawn, k) for k, drawn in enumerate(luck)]
    assert (np.sort(waiting.keys) & LAST_ROW).tolist() == np.argsort(luck).tolist()


def test_appointments_come_first_and_errands_last(model, ready):
    rows = ready[:3].tolist()
    for row, stage in zip(rows, (s.UNAWARE, s.INTENDING, s.INTENDING), strict=True):
        write_stage(row, WEEK, stage, model.engine.core)
    model.engine.state().awaits[rows[2]] = APPOINTMENT
    model.engine.state().bound_for[rows] = DESK + 1
    for week in range(WEEK, WEEK + 20):  # whatever their luck
        arrivals = Arrivals(np.array(rows, np.uint32), np.zeros(3, np.int64), np.zeros(3, np.int64))
        called(draw_keys)(week, arrivals, model.engine.core)
        assert (np.sort(arrivals.keys) & LAST_ROW).tolist() == [2, 1, 0]


def test_of_two_with_the_same_luck_the_lower_row_goes_first():
    rows = np.array([50, 40, 30, 20], np.uint32)
    luck = [(0, 7), (0, 7), (0, 7), (1, 7)]
    keys = np.array([queue_key(station, FOR_IKD, drawn, k) for k, (station, drawn) in enumerate(luck)], np.int64)
    called(queues.settle_ties)(keys, rows)
    assert rows[keys & LAST_ROW].tolist() == [30, 40, 50, 20]
