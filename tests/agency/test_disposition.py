"""Disposition: attitude offers and persuades, allowances pay for field work, leaders draw people."""

import pytest

from ikdsim.agency.disposition import Disposition
from tests.factories import make_parameters

NUMBERS = {
    "disposition.attitude": 0.2,
    "disposition.incentives": 0.5,
    "disposition.visit_offers": 2.0,
    "disposition.offer_lost_without_allowance": 0.4,
    "disposition.persuasion_by_attitude": 0.5,
    "disposition.turnout_with_leaders": 1.5,
}


@pytest.fixture
def parameters():
    return make_parameters(NUMBERS)


def officers(attitude: float = 0.2, incentives: float = 1.0, leaders: bool = False) -> Disposition:
    return Disposition(attitude=attitude, appointment=1.0, incentives=incentives, leaders=leaders)


def test_the_usual_week_is_that_of_the_register(parameters):
    assert Disposition.usual(parameters) == officers(0.2, 0.5)


def test_willing_officers_offer_more_often(parameters):
    assert officers(0.6).offer_at_desk() == 0.6
    assert officers(0.3).offer_on_visit(parameters) == pytest.approx(0.6)


def test_nobody_offers_more_than_always(parameters):
    assert officers(0.9).offer_on_visit(parameters) == 1.0


def test_without_an_allowance_officers_offer_less_on_visits_but_not_at_the_desk(parameters):
    unpaid = officers(0.3, incentives=0.0)
    assert unpaid.offer_on_visit(parameters) == pytest.approx(0.36)
    assert unpaid.offer_at_desk() == officers(0.3).offer_at_desk()


def test_willing_officers_persuade_more_than_todays(parameters):
    assert officers(0.2).warmth(parameters) == 1.0
    assert officers(0.6).warmth(parameters) == pytest.approx(1.2)
    assert officers(0.0).warmth(parameters) == pytest.approx(0.9)


def test_leaders_draw_people(parameters):
    assert officers().turnout(parameters) == 1.0
    assert officers(leaders=True).turnout(parameters) == 1.5
