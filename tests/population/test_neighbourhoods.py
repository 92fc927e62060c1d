import numpy as np
import pytest

from ikdsim.population.draws import Draws
from ikdsim.population.households import household_starts
from ikdsim.population.neighbourhoods import neighbourhood_of_households


def sizes_of_neighbourhoods(place, count, parameters):
    draws = Draws(seed=3, first=0, count=count)
    starts = household_starts(draws, parameters)
    number = neighbourhood_of_households(starts, place, draws, parameters)
    assert (np.diff(number) >= 0).all()
    return np.bincount(number, weights=np.diff(starts))


def test_neighbourhoods_have_about_the_usual_size_and_are_never_empty(babelan, parameters):
    sizes = sizes_of_neighbourhoods(babelan.places[0], 26_000, parameters)
    assert len(sizes) == 100
    assert sizes.min() > 100 and sizes.std() > 20


def test_a_village_has_larger_neighbourhoods_than_a_town(babelan, parameters):
    assert len(sizes_of_neighbourhoods(babelan.places[7], 26_000, parameters)) == 65


@pytest.mark.parametrize("count", [1, 2, 100])
def test_a_small_place_is_one_neighbourhood(babelan, parameters, count):
    assert sizes_of_neighbourhoods(babelan.places[0], count, parameters).tolist() == [count]
