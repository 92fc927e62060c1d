import numpy as np
import pytest

from ikdsim.population.draws import Draws
from ikdsim.population.occupations import occupations
from ikdsim.resident.columns import AT_HOME, FISHER_OR_FARMER, MAN, OCCUPATIONS, RETIRED, STUDENT, WOMAN

COUNT = 20_000


def occupied(place, parameters, age, sex=MAN):
    ages = np.full(COUNT, age, np.float32)
    sexes = np.full(COUNT, sex, np.uint8)
    return occupations(ages, sexes, place, Draws(seed=3, first=0, count=COUNT), parameters)


@pytest.mark.parametrize("age", [3, 7, 16.9])
def test_whoever_is_under_17_counts_as_a_pupil(babelan, parameters, age):
    assert (occupied(babelan.places[0], parameters, age) == STUDENT).all()


def test_nobody_studies_at_40_or_is_retired(babelan, parameters):
    assert not np.isin(occupied(babelan.places[0], parameters, 40), [STUDENT, RETIRED]).any()


def test_some_study_at_20_and_some_are_retired_at_70(babelan, parameters):
    assert (occupied(babelan.places[0], parameters, 20) == STUDENT).mean() == pytest.approx(0.35, abs=0.02)
    assert (occupied(babelan.places[0], parameters, 70) == RETIRED).mean() == pytest.approx(0.4, abs=0.02)


def test_women_keep_house_more_often_than_men(babelan, parameters):
    women, men = (occupied(babelan.places[0], parameters, 40, sex) == AT_HOME for sex in (WOMAN, MAN))
    assert women.mean() > 3 * men.mean()


def test_the_coast_fishes_the_city_hardly(babelan, parameters):
    city, inland, coast = (
        (occupied(babelan.places[number], parameters, 40) == FISHER_OR_FARMER).mean() for number in (0, 4, 7)
    )
    assert city < inland < coast


def test_every_code_has_a_name(residents):
    assert set(np.unique(residents.occupation)) == set(range(len(OCCUPATIONS)))
