"""The kecamatan desk goes by its own place on the map, not by that of another desk."""

import dataclasses

from ikdsim.service.desk import EVERYWHERE
from ikdsim.service.kecamatan_desk import KecamatanDesk
from ikdsim.service.kinds import KECAMATAN_DESK
from tests.factories import TOWN, two_places


def test_one_desk_serves_all_places():
    region, desk = two_places(), KecamatanDesk()
    moved = dataclasses.replace(region.places[TOWN], km={"kecamatan_desk": 7.0, "district_office": 1.0})
    region = dataclasses.replace(region, places=(moved, region.places[1]))
    (station,) = desk.stations(region)
    assert station == (KECAMATAN_DESK, EVERYWHERE)
    assert desk.kilometres(station, TOWN, region) == 7.0
