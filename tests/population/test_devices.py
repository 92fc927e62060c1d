import numpy as np
import pytest

from ikdsim.population.devices import FROM_THE_START, devices, online, supported_weeks
from ikdsim.population.draws import Draws
from ikdsim.resident.columns import MAN, NO_PHONE, NO_WEEK, PHONE_TOO_OLD, SUPPORTED_PHONE, WOMAN

COUNT = 40_000
DRAWS = Draws(seed=3, first=0, count=COUNT)
AGE = np.linspace(0, 80, COUNT).astype(np.float32)
SEX = np.where(np.arange(COUNT) % 2 == 0, MAN, WOMAN).astype(np.uint8)


@pytest.mark.parametrize(("number", "owners"), [(0, 0.7358), (4, 0.6018)])
def test_city_and_village_own_as_many_phones_as_the_survey_says(babelan, parameters, number, owners):
    device = devices(AGE, SEX, babelan.places[number], DRAWS, parameters)
    assert (device[AGE >= 5] != NO_PHONE).mean() == pytest.approx(owners, abs=0.01)


def test_men_own_more_phones_and_the_old_and_children_fewer(babelan, parameters):
    owner = devices(AGE, SEX, babelan.places[0], DRAWS, parameters) != NO_PHONE
    assert owner[SEX == MAN].mean() > owner[SEX == WOMAN].mean()
    grown = owner[(AGE >= 17) & (AGE < 60)].mean()
    assert grown > owner[AGE >= 60].mean() and grown > owner[(AGE >= 5) & (AGE < 17)].mean()
    assert not owner[AGE < 5].any()


def test_phones_of_the_old_are_older(babelan, parameters):
    device = devices(AGE, SEX, babelan.places[0], DRAWS, parameters)
    old, young = (device[among & (device != NO_PHONE)] for among in (AGE >= 60, AGE < 60))
    assert (old == PHONE_TOO_OLD).mean() > (young == PHONE_TOO_OLD).mean() > 0.1


def test_supported_phones_work_from_the_start_and_others_are_replaced_in_time(parameters):
    grown = np.full(COUNT, 40, np.float32)
    weeks = {
        device: supported_weeks(np.full(COUNT, device, np.uint8), grown, DRAWS, parameters)
        for device in (NO_PHONE, PHONE_TOO_OLD, SUPPORTED_PHONE)
    }
    assert (weeks[SUPPORTED_PHONE] == FROM_THE_START).all()
    assert weeks[PHONE_TOO_OLD].min() >= 1 and weeks[NO_PHONE].min() >= 1
    assert (weeks[PHONE_TOO_OLD] <= 52).mean() == pytest.approx(0.26, abs=0.02)
    assert (weeks[NO_PHONE] <= 52).mean() == pytest.approx(0.058, abs=0.01)
    assert weeks[NO_PHONE].max() <= NO_WEEK


def test_those_who_grow_up_get_their_first_phone_sooner(parameters):
    without = np.full(COUNT, NO_PHONE, np.uint8)
    minor, grown = (supported_weeks(without, np.full(COUNT, age, np.float32), DRAWS, parameters) for age in (14, 40))
    assert np.median(minor) < np.median(grown)


def test_online_is_data_times_signal(babelan, parameters):
    place = babelan.places[4]
    device = devices(AGE, SEX, place, DRAWS, parameters)
    connected = online(AGE, device, place, DRAWS, parameters)
    assert connected[AGE >= 5].mean() == pytest.approx(0.5933 * place.signal, abs=0.01)
    assert connected[device != NO_PHONE].mean() > connected[device == NO_PHONE].mean()
    assert connected[(AGE > 28) & (AGE < 44)].mean() > 2 * connected[AGE >= 60].mean()
    assert not connected[AGE < 5].any()
