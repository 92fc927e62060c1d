import numpy as np
import pytest

from ikdsim.population.draws import Draws
from ikdsim.population.households import (
    CHILD,
    GRANDPARENT,
    HEAD,
    SPOUSE,
    hand_out,
    household_starts,
    roles,
    sexes,
    usual_ages,
)
from ikdsim.resident.columns import MAN, WOMAN

VILLAGE = Draws(seed=3, first=500, count=20_000)


def test_households_fill_the_place_and_have_the_published_mean(parameters):
    starts = household_starts(VILLAGE, parameters)
    assert starts[0] == 0 and starts[-1] == VILLAGE.count
    sizes = np.diff(starts)
    assert sizes.min() >= 1 and sizes.max() <= parameters.value("population.household_largest")
    assert sizes.mean() == pytest.approx(3.49, abs=0.06)


def test_one_resident_is_a_household(parameters):
    assert household_starts(Draws(seed=3, first=0, count=1), parameters).tolist() == [0, 1]


def test_every_household_has_one_head_first_and_at_most_one_couple(parameters):
    starts = household_starts(VILLAGE, parameters)
    role = roles(starts, VILLAGE, parameters)
    assert (np.flatnonzero(role == HEAD) == starts[:-1]).all()
    assert (role[np.flatnonzero(role == SPOUSE) - 1] == HEAD).all()


def test_families_look_like_families(parameters):
    starts = household_starts(VILLAGE, parameters)
    role = roles(starts, VILLAGE, parameters)
    usual = usual_ages(starts, role, VILLAGE, parameters)
    to_head = usual - usual[starts[:-1]].repeat(np.diff(starts))
    assert (to_head[role == CHILD] <= -18).all()
    assert (to_head[role == GRANDPARENT] >= 18).all()
    assert np.abs(to_head[role == SPOUSE]).max() < 10


def test_couples_are_a_man_and_a_woman(parameters):
    role = roles(household_starts(VILLAGE, parameters), VILLAGE, parameters)
    sex = sexes(role, VILLAGE, parameters)
    spouses = np.flatnonzero(role == SPOUSE)
    assert (sex[spouses] == WOMAN).all() and (sex[spouses - 1] == MAN).all()


def test_the_youngest_children_are_the_minors():
    role = np.array([HEAD, SPOUSE, CHILD, CHILD, HEAD], np.uint8)
    usual = np.array([30.0, 28.0, 25.0, 3.0, 20.0])
    born = hand_out(np.array([0, -900, -1000, -1100, -1200], np.int16), 1, role, usual)
    assert born.tolist() == [-1200, -1100, -1000, 0, -900]


def test_a_head_is_a_minor_only_if_there_are_fewer_adults_than_heads():
    role = np.array([HEAD, SPOUSE, CHILD], np.uint8)
    usual = np.array([20.0, 40.0, 45.0])
    ages = np.array([0, -100, -1000], np.int16)
    assert hand_out(ages, 2, role, usual)[0] == -1000
    assert hand_out(ages, 3, role, usual)[0] == 0
