"""Disposition: attitude offers and persuades, allowances pay for field work, leaders draw people."""

import numpy as np
import pytest

from ikdsim.agency.disposition import Disposition, best_suited, turnout, warmth
from ikdsim.agency.officers import person
from tests.factories import make_parameters

NUMBERS = {
    "disposition.attitude": 0.2,
    "disposition.incentives": 0.5,
    "disposition.visit_offers": 2.0,
    "disposition.offer_lost_without_allowance": 0.4,
    "disposition.persuasion_by_attitude": 0.5,
    "disposition.turnout_with_leaders": 1.5,
    "disposition.district_leaders": 0.8,
    "disposition.attitude_spread": 0.5,
    "disposition.team_attitude": 0.9,
}


@pytest.fixture
def parameters():
    return make_parameters(NUMBERS)


def officers(attitude: float = 0.2, incentives: float = 1.0, leaders: float = 0.0) -> Disposition:
    return Disposition(attitude=attitude, appointment=0.0, incentives=incentives, leaders=leaders)


def test_the_usual_week_is_that_of_the_register(parameters):
    assert Disposition.usual(parameters) == officers(0.2, 0.5, leaders=0.8)


def test_allowances_pay_for_offers_on_visits(parameters):
    assert officers().visit_offers(parameters) == pytest.approx(2.0)
    assert officers(incentives=0.0).visit_offers(parameters) == pytest.approx(1.2)


def test_officers_differ_in_attitude_around_that_of_the_week(parameters):
    everybody = [person(1, "kecamatan_desk", -1, rank, 37.5) for rank in range(4000)]
    attitudes = np.array(officers(0.3).attitudes_of(everybody, parameters))
    assert attitudes.mean() == pytest.approx(0.3, abs=0.01)
    assert (attitudes.min(), attitudes.max()) == pytest.approx((0.15, 0.45), abs=0.01)


def test_officers_who_do_nothing_but_ikd_have_an_attitude_of_their_own(parameters):
    team = [person(1, "team", -1, rank, 37.5, dedicated=True) for rank in range(4000)]
    attitudes = np.array(officers(0.3).attitudes_of(team, parameters))
    assert attitudes.mean() == pytest.approx(0.9, abs=0.01)
    assert attitudes.max() <= 0.95


def test_whoever_is_more_willing_than_another_stays_so(parameters):
    everybody = [person(1, "kecamatan_desk", -1, rank, 37.5) for rank in range(20)]
    today, later = (officers(mean).attitudes_of(everybody, parameters) for mean in (0.2, 0.6))
    assert np.argsort(today).tolist() == np.argsort(later).tolist()
    assert np.greater(later, today).all()


def test_whoever_is_willing_and_skilled_suits_best():
    usual = person(1, "x", -1, 0, 37.5)
    willing, skilled, both, neither = (
        usual._replace(attitude_luck=attitude, skill_luck=skill)
        for attitude, skill in ((0.9, 0.6), (0.5, 0.1), (0.9, 0.1), (0.1, 0.9))
    )
    assert best_suited([neither, willing, both, skilled]) == [both, skilled, willing, neither]


def test_willing_officers_persuade_more_than_todays(parameters):
    assert warmth(0.2, parameters) == 1.0
    assert warmth(0.6, parameters) == pytest.approx(1.2)
    assert warmth(0.0, parameters) == pytest.approx(0.9)


def test_the_least_willing_officer_persuades_nobody_and_never_the_other_way_round():
    assert warmth(0.0, make_parameters({"disposition.attitude": 0.5, "disposition.persuasion_by_attitude": 3.0})) == 0.0


def test_leaders_draw_people(parameters):
    assert turnout(0.0, parameters) == 1.0
    assert turnout(0.5, parameters) == 1.25
    assert turnout(1.0, parameters) == 1.5
