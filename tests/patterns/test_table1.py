"""The pattern of Table 1, before any calibration: the level within a band, the kelurahan above every desa, the pace."""

from datetime import date

import numpy as np
import pytest

from ikdsim.clock import week_of
from ikdsim.resident.stages import ACTIVE, CONFIRMED
from tests.factories import make_model

TABLE = date(2025, 1, 17)


@pytest.fixture(scope="module", params=[1, 2, 3])
def shares_and_total(request) -> tuple[np.ndarray, int, list[str]]:
    model = make_model(end=TABLE, seed=request.param, scale=1.0)
    model.run()
    users = model.engine.world.counters.stage_by_place[:, [ACTIVE, CONFIRMED]].sum(axis=1)
    residents = np.array([place.residents for place in model.region.places])
    return users / residents, int(users.sum()), [place.kind for place in model.region.places]


def test_the_run_to_17_january_2025_ends_in_week_107():
    assert make_model(end=TABLE).last_week == 107


def test_activations_lie_between_8_000_and_16_000(shares_and_total):
    _, total, _ = shares_and_total
    assert 8_000 <= total <= 16_000


def test_both_kelurahan_lie_above_every_desa(shares_and_total):
    shares, _, kinds = shares_and_total
    urban = [share for share, kind in zip(shares, kinds, strict=True) if kind == "urban"]
    rural = [share for share, kind in zip(shares, kinds, strict=True) if kind == "rural"]
    assert len(urban) == 2
    assert min(urban) > max(rural)


def test_users_grow_by_half_to_twice_the_pace_that_led_to_table_1():
    model = make_model(end=date(2027, 12, 31), scale=1.0)
    model.run(week_of(date(2024, 12, 31)))
    before = model.activated
    model.run()
    observed = 11_354 / 24.5  # a month, from January 2023 to 17 January 2025
    assert observed / 2 < (model.activated - before) / 36 < 2 * observed
