"""Errands come by need and by age, and whoever is recorded has one and no card yet."""

import pytest

from ikdsim.engine.mean_field.core import errands
from ikdsim.engine.mean_field.core.competing_risks import chance_of
from ikdsim.engine.mean_field.core.state import CARD, NO_CARD
from ikdsim.engine.mean_field.core.strata import READY_POOL, WAITING_POOL
from ikdsim.resident import causes as c
from ikdsim.resident import stages as s
from tests.engine.mean_field.factories import HANDLING_MS, make_state
from tests.factories import TOWN, called

go_on_errands, run_errands = called(errands.go_on_errands), called(errands.run_errands)


def test_who_has_run_an_errand_waits_for_the_next_by_the_age_of_that_day():
    state = make_state(weeks=4)
    state.places["hazard"][TOWN, c.ERRAND], state.strata.means["errand_growth"] = 0.1, -1.0
    state.standing["errand_factor"] = 1.0
    errand = go_on_errands(2, TOWN, 0, state)
    assert errand == pytest.approx(chance_of(0.1))
    assert state.standing["errand_factor"][TOWN, 0] == pytest.approx(1.0 - 0.5 * errand)


def test_who_is_recorded_this_week_has_no_card_yet():
    state = make_state()
    state.strata.recorded[0, TOWN], state.strata.card[0, TOWN] = 0.25, 0.5
    state.places["hazard"][TOWN, c.ERRAND], state.standing["errand_factor"] = 0.1, 1.0
    by_need = 0.75 * chance_of(0.1)
    assert go_on_errands(0, TOWN, 0, state) == pytest.approx(0.25 + by_need)
    assert state.standing["errand"][TOWN, 0, READY_POOL].tolist() == pytest.approx(
        [0.25 + 0.5 * by_need, 0.5 * by_need]
    )


def test_an_offer_may_meet_all_but_users_and_those_who_come_to_activate():
    state = make_state()
    standing, place = state.standing[TOWN, 0], state.places[TOWN]
    standing["errand"][:, [NO_CARD, CARD]] = 0.125, 0.375
    standing["convinced"][0], standing["decides_at_once"][0] = 0.5, 0.25
    standing["stock"][READY_POOL, : len(s.STAGES)] = 8.0
    for stage in ("aware", "favourable", "given_up"):
        standing[stage][READY_POOL, 0] = 8.0
    standing["stock"][WAITING_POOL, [s.UNAWARE, s.INTENDING]] = 4.0
    run_errands(TOWN, 0, state)
    others, taking = 6 * 8.0 + 8.0, 8.0 * (0.5 * 0.25 + 0.5 * 0.25 + 0.25 + 0.25 + 1.0)
    assert place["to_tell"].tolist() == [0.125 * others, 0.375 * others]
    assert place["to_take"].tolist() == [0.125 * taking, 0.375 * taking]
    assert place["to_take_ms"].tolist() == [HANDLING_MS * count for count in place["to_take"].tolist()]
