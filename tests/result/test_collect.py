"""From simulated residents to residents."""

import numpy as np
import pytest

from ikdsim.model import IkdModel
from ikdsim.observe.groups import COUNTED
from ikdsim.result.collect import collect


@pytest.fixture(scope="module")
def model(scenario):
    model = IkdModel(scenario, seed=3, scale=200)
    model.run()
    return model


@pytest.fixture(scope="module")
def collected(model):
    return collect(model, 1.5)


def test_the_stages_of_a_place_hold_all_its_residents_every_week(collected):
    in_place = [place.residents for place in collected.region.places]
    assert np.allclose(collected.stages.sum(axis=2), in_place)


def test_groups_are_the_activated_in_other_cuts(model, collected):
    users = model.activated * 245_330 / len(model.residents.place)
    for group in (collected.by_age, collected.by_sex, collected.by_device, collected.by_occupation):
        assert group[-1].sum() == pytest.approx(users)


def test_activations_less_lapses_are_the_users(collected):
    activations = collected.channels.sum(axis=1)
    moved = collected.moves[:, 1] - collected.moves[:, 0]
    assert np.allclose(activations - collected.lapses.sum(axis=1) + moved, collected.by_sex.sum(axis=1))


def test_minutes_are_those_of_the_real_office(model, collected):
    load = model.observations.service_load
    assert np.allclose(collected.minutes_given, 200 * load.minutes_given)
    assert np.allclose(collected.minutes_used, 200 * load.minutes_used)
    assert np.allclose(collected.minutes_explained, 200 * load.minutes_explained)
    assert load.minutes_used.sum() > 0 and load.minutes_explained.sum() > 0


def test_rupiah_are_not_scaled(model, collected):
    assert collected.costs["campaign"].sum() == model.observations.spending.by_item["campaign"].sum() > 0


def test_everybody_without_ikd_stands_at_one_barrier(collected):
    stopped = sum(collected.barriers.values())
    assert np.allclose(stopped, collected.residents - collected.activated_by_place[-1])


def test_groups_hold_all_residents_and_all_users(collected):
    of_sex = collected.groups[:, 5:7]
    assert np.allclose(of_sex[:, :, COUNTED.index("residents")].sum(axis=1), collected.residents)
    assert np.allclose(of_sex[:, :, COUNTED.index("users")].sum(axis=1), collected.activated_by_place[-1])


def test_weeks_end_on_sundays(collected):
    assert [day.isoweekday() for day in collected.dates[:3]] == [7, 7, 7]
    assert len(collected.dates) == len(collected.weeks) == len(collected.stages) == 113
