"""An explanation leads residents on average as far as it leads them one by one."""

import numpy as np
import pytest

from ikdsim.engine.mean_field.core import explanations
from ikdsim.engine.mean_field.core.state import CARD, GIVEN_UP, NO_CARD, State
from ikdsim.engine.mean_field.core.strata import READY_POOL, WAITING_POOL
from ikdsim.kernel import inner
from ikdsim.randomness import threshold
from ikdsim.resident import stages as s
from ikdsim.resident.persuasion import decision_dose, explanation_dose, moves, openness
from ikdsim.resident.tables import build_tables
from ikdsim.service.supply import ON_ERRAND
from tests.engine.mean_field.factories import make_state
from tests.factories import TOWN, called, make_parameters, make_traits

TABLES = build_tables(make_parameters())
MANY = 20_000
STANDARD_ERRORS = 4.0
WARMTH = 1.7
share_with, share_met = called(explanations.share_with), called(explanations.share_met)
weigh_explanations, answer_offers = called(explanations.weigh_explanations), called(explanations.answer_offers)


@inner
def answers_of_pool(told, pool, standing):
    """How many would be persuaded and decide, and who decide when so many are told."""
    persuaded, decided = explanations.persuading(pool, standing), explanations.deciding(pool, standing)
    return persuaded, decided, explanations.hear_explanations(told, pool, standing)


@inner
def hear_in_town(told, pool, state):
    """The same for a pool of Town."""
    standing = state.standing[TOWN, 0]
    return answers_of_pool(told, standing.stock[pool], standing)


hear = called(hear_in_town)


def weighed(who=None, spread: float = 0.0, open_now: float = 1.0) -> State:
    """What an explanation does in Town where all are like `who`; the officers there are warmer than elsewhere."""
    state = make_state()
    means = state.strata.means[TOWN, 0]
    means["openness"] = openness(who or make_traits(), TABLES)
    means["decisiveness"] = decision_dose(who or make_traits(), 1.0, TABLES) / TABLES.decided_at_once
    means["openness_spread"] = means["decisiveness_spread"] = spread
    state.supply.weeks["warmth"][0, TOWN], state.standing["open"] = WARMTH, open_now
    state.drive["useful"] = 1.3
    weigh_explanations(0, TOWN, 0, state)
    return state


def moved(dose: float) -> float:
    """Share of many residents whom an explanation of this dose moves, one by one."""
    return sum(moves(dose, threshold(1, resident, 3, 0)) for resident in range(MANY)) / MANY


@pytest.mark.parametrize("inclination", [40, 200, 250])
def test_the_share_that_it_moves_is_that_of_the_rule(inclination):
    who = make_traits(inclination=inclination)
    standing = weighed(who).standing[TOWN, 0]
    told = {
        "persuaded": explanation_dose(s.UNAWARE, who, WARMTH, TABLES),
        "convinced": explanation_dose(s.AWARE, who, WARMTH, TABLES),
        "won_back": explanation_dose(s.REFUSING, who, WARMTH, TABLES),
        "decided": decision_dose(who, 1.3, TABLES),
        "decided_now": decision_dose(who, 1.3, TABLES),
    }
    for name, dose in told.items():
        chance = float(standing[name])
        assert abs(moved(dose) - chance) < STANDARD_ERRORS * np.sqrt(chance * (1.0 - chance) / MANY)


def test_those_who_are_left_among_the_aware_are_harder_to_convince():
    standing = weighed(open_now=0.25).standing[TOWN, 0]
    assert 1.0 - standing["convinced"] == pytest.approx((1.0 - standing["persuaded"]) ** 0.25)


def test_where_people_differ_fewer_are_persuaded_and_these_decide_more_readily_if_the_two_go_together():
    alike, unlike = (weighed(spread=spread).standing[TOWN, 0] for spread in (0.0, 2.0))
    assert unlike["persuaded"] < alike["persuaded"]
    assert unlike["newly_decisive"] == alike["newly_decisive"] == 1.0
    state = make_state()
    means = state.strata.means[TOWN, 0]
    means["openness_spread"], means["link"] = 2.0, 0.5
    state.supply.weeks["warmth"] = WARMTH
    state.standing["stock"][TOWN, 0, READY_POOL, s.UNAWARE] = 10.0
    weigh_explanations(0, TOWN, 0, state)
    assert state.standing["newly_decisive"][TOWN, 0] > 1.2


def test_those_with_a_card_and_without_are_all():
    assert share_with(CARD, 0.75) == 0.75
    assert share_with(NO_CARD, 0.75) == 0.25


def test_a_share_of_those_on_an_errand_is_met_by_card():
    state = make_state()
    state.strata.means["card"][TOWN, 0, READY_POOL] = 0.75
    state.standing["bound"][TOWN, 0, ON_ERRAND] = 0.5
    by_card = np.zeros(2)
    by_card[[NO_CARD, CARD]] = 0.8, 0.4
    assert share_met(by_card, TOWN, 0, READY_POOL, state) == pytest.approx(0.5 * (0.75 * 0.4 + 0.25 * 0.8))


def told_state() -> State:
    """Half of Town run an errand with a card and half of these have it explained; half of the decided are activated."""
    state = make_state()
    standing, place = state.standing[TOWN, 0], state.places[TOWN]
    standing["bound"][ON_ERRAND] = 0.5
    for name, chance in {"persuaded": 0.5, "convinced": 0.25, "won_back": 0.25, "decided_now": 0.5}.items():
        standing[name] = chance
    standing["decided"] = 0.75
    place["told"][CARD], place["taken"][CARD], place["postponed"][CARD] = 0.5, 0.25, 0.125
    return state


def test_everybody_goes_as_far_as_the_explanation_leads():
    state = told_state()
    pool = state.standing["stock"][TOWN, 0, WAITING_POOL]
    pool[[s.UNAWARE, s.AWARE, s.FAVOURABLE, s.REFUSING, GIVEN_UP]] = 64.0, 32.0, 16.0, 16.0, 8.0
    persuaded, decided, now = hear(0.25, WAITING_POOL, state)
    assert persuaded == 32.0 + 8.0
    assert decided == 40.0 * 0.5 + 24.0 * 0.75
    assert now == 0.25 * decided
    assert pool[[s.UNAWARE, s.REFUSING, GIVEN_UP]].tolist() == [48.0, 15.0, 6.5]
    assert pool[s.AWARE] == 32.0 + 16.0 - 10.0
    assert pool[s.FAVOURABLE] == 16.0 + 10.0 + 1.0 - 5.0 - 3.0


def test_the_decided_who_are_ready_are_activated_or_booked_or_disappointed_and_the_others_intend():
    state = told_state()
    stock = state.standing["stock"][TOWN, 0]
    stock[:, s.UNAWARE], stock[READY_POOL, s.LAPSED] = 64.0, 16.0
    activated, postponed, disappointed = answer_offers(TOWN, 0, state)
    assert (activated, postponed, disappointed) == (4.0, 2.0, 2.0)
    assert stock[READY_POOL, [s.UNAWARE, s.LAPSED, s.INTENDING]].tolist() == [48.0, 12.0, 0.0]
    assert stock[WAITING_POOL, s.INTENDING] == 4.0


def test_the_open_go_and_those_who_stay_aware_are_less_open():
    state = told_state()
    state.strata.means["openness_spread"][TOWN, 0] = 1.0
    state.standing["stock"][TOWN, 0, READY_POOL, s.AWARE] = 64.0
    answer_offers(TOWN, 0, state)
    stayed, told = 1.0 / 1.25, 16.0 * 0.75
    assert state.standing["open"][TOWN, 0] == pytest.approx((48.0 + told * stayed) / (48.0 + told))


def test_the_decisive_go_and_those_who_stay_favourable_are_less_decisive():
    state = told_state()
    state.strata.means["decisiveness_spread"][TOWN, 0] = 1.0
    state.standing["stock"][TOWN, 0, READY_POOL, s.FAVOURABLE] = 64.0
    answer_offers(TOWN, 0, state)
    assert state.standing["decisive"][TOWN, 0] == pytest.approx((48.0 + 4.0 / 1.75) / 52.0)
