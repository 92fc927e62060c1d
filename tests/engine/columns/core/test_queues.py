"""At a desk: who intends is activated, who came on an errand hears an offer, while officer time lasts."""

import numpy as np
import pytest

from ikdsim.engine.columns.core import queues
from ikdsim.engine.columns.core.queues import draw_keys
from ikdsim.engine.columns.core.start import write_stage
from ikdsim.engine.columns.core.thresholds import RENEW_EVENT, RENEW_NOTHING, RENEW_STAGE
from ikdsim.engine.columns.core.week import serve_queues
from ikdsim.randomness import ONE, uniform_draw
from ikdsim.resident import draw_numbers as d
from ikdsim.resident import stages as s
from ikdsim.resident.implementation import handling_ms
from ikdsim.service.queue import LAST_ROW, queue_key
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
    speed = float(model.engine.core.stations[DESK]["speed"])
    return [handling_ms(int(model.residents.literacy[row]), speed, model.engine.world.tables) for row in rows]


def test_with_time_for_all_everybody_who_intends_is_activated(model, intending, queue):
    stages, desk = served(model, queue(intending, DESK))
    assert stages == [s.ACTIVE] * len(intending)
    assert (desk["came"], desk["served"], desk["turned_away"], desk["failed"]) == (20, 20, 0, 0)
    assert desk["used_ms"] == sum(minutes_of(model, intending))
    assert not model.engine.state().bound_for.any()


def test_who_comes_first_is_served_and_the_time_is_used_to_the_last_bit(model, intending, queue):
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


def test_an_offer_takes_the_time_to_explain_and_makes_known(model, on_an_errand, queue):
    model.engine.core.stations["station_factor"] = 0.0
    stages, desk = served(model, queue(on_an_errand, DESK))
    assert stages == [s.AWARE] * 20
    assert (desk["came"], desk["offered"]) == (0, 20)
    assert desk["used_ms"] == 20 * model.engine.world.tables.explaining_ms


def test_who_takes_the_offer_is_activated_in_the_same_turn(model, on_an_errand, queue):
    model.engine.core.stations["station_factor"] = 1e6
    stages, desk = served(model, queue(on_an_errand, DESK))
    assert stages == [s.ACTIVE] * 20
    assert (desk["offered"], desk["came"], desk["served"]) == (20, 20, 20)


def test_who_cannot_act_takes_no_offer_however_warm(model, queue):
    adults = model.residents.birth_week < WEEK - 17 * 53
    row = int(np.flatnonzero(adults & ~can_act(model) & (model.engine.state().stage == s.AWARE))[0])
    model.engine.core.stations["station_factor"] = 1e6
    stages, desk = served(model, queue([row], DESK))
    assert (stages, desk["offered"], desk["came"]) == ([s.AWARE], 1, 0)


def test_what_is_to_be_drawn_is_noted_for_each_in_the_order_of_the_rows(model, intending, queue):
    waiting = queue(intending[:2], DESK)
    model.engine.core.stations[DESK]["capacity_ms"] = minutes_of(model, intending)[0]
    serve_queues(WEEK, waiting, model.engine.core)
    assert waiting.to_renew.tolist() == [RENEW_STAGE | RENEW_EVENT, RENEW_STAGE | RENEW_EVENT]
    model.engine.core.stations["capacity_ms"] = 0
    errand = queue([next(row for row in np.flatnonzero(can_act(model)) if row not in intending)], DESK)
    write_stage(int(errand.rows[0]), WEEK, s.UNAWARE, model.engine.core)
    serve_queues(WEEK, errand, model.engine.core)
    assert errand.to_renew.tolist() == [RENEW_NOTHING]


def test_a_queue_stands_in_an_order_drawn_at_random(model, intending, queue):
    waiting = queue(intending, DESK)
    called(draw_keys)(WEEK, waiting, model.engine.core)
    luck = [uniform_draw(1, row, d.QUEUE_DRAW, WEEK) for row in intending]
    assert waiting.keys.tolist() == [queue_key(DESK, drawn, k) for k, drawn in enumerate(luck)]
    assert (np.sort(waiting.keys) & LAST_ROW).tolist() == np.argsort(luck).tolist()


def test_of_two_with_the_same_luck_the_lower_row_goes_first():
    rows = np.array([50, 40, 30, 20], np.uint32)
    luck = [(0, 7), (0, 7), (0, 7), (1, 7)]
    keys = np.array([queue_key(station, drawn, k) for k, (station, drawn) in enumerate(luck)], np.int64)
    called(queues.settle_ties)(keys, rows)
    assert rows[keys & LAST_ROW].tolist() == [30, 40, 50, 20]
