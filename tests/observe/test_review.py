"""What observers remember, as the office sees it: real residents, real minutes, money."""

import numpy as np
import pytest

from ikdsim.observe.review import places_seen
from ikdsim.observe.service_load import LOADS
from ikdsim.service.kinds import KECAMATAN_DESK
from tests.factories import make_model


def test_users_are_counted_in_real_residents(finished):
    seen = finished.observations.seen(finished.week, 13)
    agents = np.diff(finished.residents.place_start)
    users = finished.engine.world.counters.stage_by_place[:, [4, 5]].sum(axis=1)
    assert [place.name for place in seen.places] == list(finished.region.place_names)
    for place, known, count, number in zip(seen.places, finished.region.places, users, agents, strict=True):
        assert place.users == pytest.approx(count * known.residents / number)
        assert (place.residents, place.recorded) == (known.residents, known.recorded)


def test_at_one_to_one_the_office_counts_whole_residents():
    setup = make_model(scale=1.0).setup
    users = np.arange(len(setup.region.places), dtype=np.int64) * 7
    assert [place.users for place in places_seen(setup, users)] == users.tolist()


def test_service_points_are_counted_over_the_weeks_that_are_looked_back_on(finished):
    load, scale = finished.observations.service_load, finished.setup.scale
    quarter, always = (finished.observations.seen(finished.week, weeks).stations for weeks in (13, 10_000))
    kinds = [station.kind for station in quarter]
    assert kinds == [station.kind for station in finished.setup.services.stations]
    desk = kinds.index(KECAMATAN_DESK)
    given = load.given_ms[-13:, desk].sum() * scale / 60_000
    assert quarter[desk].minutes_given == pytest.approx(given)
    assert 0.0 < quarter[desk].came < always[desk].came
    for station in always:
        became = station.served + station.appointed + station.turned_away + station.failed
        assert became == pytest.approx(station.came)
        assert station.minutes_used <= station.minutes_given + 1e-6
    served = load.counts[:, :, LOADS.index("served")].sum()
    residents = sum(place.residents for place in finished.region.places) / len(finished.residents.place)
    assert sum(station.served for station in always) == pytest.approx(served * residents)
    assert sum(station.offered for station in always) > 0.0


def test_money_is_counted_from_the_start(finished):
    spent = finished.observations.seen(finished.week, 13).spent
    assert spent["botram_kecamatan"] == finished.observations.spending.by_item["botram_kecamatan"].sum()
    earlier = finished.observations.seen(finished.week - 40, 13).spent
    assert earlier["botram_kecamatan"] < spent["botram_kecamatan"]


def test_nobody_sees_weeks_to_come_or_before_the_run():
    model = make_model()
    for _ in range(3):
        model.step()
    known = [week for week in range(-2, 8) if model.observations.seen(week, 1) is not None]
    assert known == [1, 2, 3]
