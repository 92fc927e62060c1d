"""Traits: what one is like; inclination is fixed, spread evenly, and nobody else's."""

import numpy as np

from ikdsim.model import IkdModel
from ikdsim.resident.columns import LEVELS
from ikdsim.resident.factors import life
from ikdsim.resident.traits import Traits, inclination_of, traits_of, with_trust
from tests.factories import make_model, shipped

MANY = 25_600


def ranks(seed, life=0):
    return np.array([inclination_of(seed, row, life) for row in range(MANY)])


def test_all_ranks_of_inclination_are_equally_frequent():
    counted = np.bincount(ranks(1), minlength=LEVELS)
    assert len(counted) == LEVELS
    expected = MANY / LEVELS
    chi_square = ((counted - expected) ** 2 / expected).sum()
    assert abs(chi_square - (LEVELS - 1)) < 4.0 * np.sqrt(2.0 * (LEVELS - 1))


def test_inclination_is_ones_own_and_another_seed_or_life_draws_another():
    assert (ranks(1) == ranks(1)).all()
    for other in (ranks(2), ranks(1, life=1)):
        assert abs(np.corrcoef(ranks(1), other)[0, 1]) < 4.0 / np.sqrt(MANY)


def willingness(model):
    """What decides how willing each resident is, as the engine reads it."""
    return [resident.traits(model.week).inclination for resident in model.engine.residents]


def test_inclination_is_the_same_in_every_scenario_and_never_changes():
    models = [IkdModel(shipped(name), scale=400.0, engine="objects") for name in ("baseline", "combined")]
    before = [willingness(model) for model in models]
    for model in models:
        model.step()
    first_lives = [row for row, one in enumerate(models[0].engine.residents) if life(one.spells) == 0]
    assert len(first_lives) > 0.99 * len(before[0])
    assert before[0] == before[1] and willingness(models[0]) == willingness(models[1])
    assert all(willingness(models[0])[row] == before[0][row] for row in first_lives)
    assert before[0] == [inclination_of(1, row, 0) for row in range(len(before[0]))]


def test_traits_are_read_from_the_record_of_a_person():
    person = make_model().residents.people[0]
    who = traits_of(person, 2, 99, 7, True)
    assert who == Traits(int(person["online"]), 2, int(person["literacy"]), 99, 7, True, int(person["place"]))


def test_another_trust_changes_nothing_else():
    who = Traits(1, 2, 3, 4, 5, True, 6)
    assert with_trust(who, 200) == Traits(1, 2, 3, 200, 5, True, 6)
