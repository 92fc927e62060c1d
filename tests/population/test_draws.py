import numpy as np
import pytest

from ikdsim.population.draws import Draws, chances, waits


def test_a_resident_has_the_same_luck_whoever_is_drawn_with_him():
    many, few = Draws(seed=7, first=0, count=100), Draws(seed=7, first=40, count=10)
    assert (many.of(1005)[40:50] == few.of(1005)).all()
    assert (Draws(seed=8, first=40, count=10).of(1005) != few.of(1005)).all()


def test_rows_are_the_residents_of_the_draws():
    assert np.arange(100)[Draws(seed=1, first=40, count=10).rows].tolist() == list(range(40, 50))


def test_waits_have_their_mean():
    drawn = (np.arange(100_000) + 0.5) / 100_000
    assert waits(drawn, 26.0).mean() == pytest.approx(26.0, rel=0.001)


def test_chances_reach_the_published_mean_and_keep_their_order():
    relative, counted = np.array([0.2, 0.4, 0.9, 0.9]), np.array([True, True, True, False])
    chance = chances(relative, counted, 0.45)
    assert chance[counted].mean() == pytest.approx(0.45)
    assert chance[1] == pytest.approx(2 * chance[0])


def test_what_one_cannot_take_goes_to_the_others():
    chance = chances(np.array([0.3, 0.9]), np.array([True, True]), 0.7)
    assert chance.tolist() == pytest.approx([0.4, 1.0], abs=0.01)


def test_nobody_counted_leaves_chances_as_they_are():
    assert chances(np.array([0.0, 0.0]), np.array([False, False]), 0.7).tolist() == [0.0, 0.0]
