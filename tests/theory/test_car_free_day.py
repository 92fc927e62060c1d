"""A stand makes residents near it hear of IKD and activates some there and then; far away little changes."""

from dataclasses import replace

import numpy as np

from ikdsim.policy.car_free_day import CarFreeDay
from ikdsim.region.load import load_region
from ikdsim.service.kinds import CAR_FREE_DAY
from ikdsim.setup import Setup
from ikdsim.twin import Twin
from tests.factories import make_scenario
from tests.theory.paired import END, START, TIME_FOR_ALL, is_as_usual_before, moved, run, users

REGION = load_region("babelan")
URBAN = tuple(place.name for place in REGION.places if place.kind == "urban")
STAND = CarFreeDay(name="sunday", start=START, stands_per_month=9.0, places=URBAN, staff="added")
OF_ITS_OWN_OFFICERS = {"station_factor", "time_factor", "failure"}
"""How those work who stand there, whose station is closed in other weeks."""


def test_it_brings_notices_turnout_and_passers_by_and_touches_nothing_else():
    town = replace(STAND, places=("Town",))
    rises, falls = moved(town)
    assert rises >= {"announcement", "visit", "errand", "capacity_ms", "errand_ms", "offer"}
    assert falls <= OF_ITS_OWN_OFFICERS


def test_officers_of_the_office_are_missing_at_their_desk():
    assert "capacity_ms" in moved(replace(STAND, places=("Town",), staff="reassigned"))[1]


def test_more_use_ikd_most_of_them_near_the_stand():
    gain = users(STAND) - users()
    assert gain.sum() > 0.02 * users().sum()
    assert gain[:2].sum() > 0.6 * gain.sum()
    assert run(STAND).observations.channels.activations[:, CAR_FREE_DAY].sum() > 20
    assert run().observations.channels.activations[:, CAR_FREE_DAY].sum() == 0


def test_the_twin_follows():
    expected = []
    for policies in ((), (STAND,)):
        setup = Setup(make_scenario(policies, END, parameters=TIME_FOR_ALL), 1, 20.0)
        expected.append(Twin(setup).run().users[-1])
    gain = expected[1] - expected[0]
    assert gain.sum() > 0.02 * expected[0].sum()
    assert np.argmax(gain) < 2


def test_nobody_is_changed_before_the_first_stand():
    assert is_as_usual_before(STAND)
