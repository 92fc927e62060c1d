"""Officers stand at the desks and have the time that other services leave to IKD."""

import dataclasses
import math

import pytest

from ikdsim.clock import MILLISECONDS_PER_MINUTE
from ikdsim.model import IkdModel
from tests.factories import make_model, make_scenario


@pytest.fixture
def model():
    made = make_model(scale=200.0)
    made.step()
    return made


def test_every_desk_has_its_people(model):
    for point in model.region.service_points:
        people = [officer for officer in model.officers if officer.post == point.id]
        desks = max(1, len(point.places))
        assert len(people) == desks * math.ceil(point.officers.value)


def test_people_at_a_village_desk_belong_to_its_place(model):
    places = {officer.place for officer in model.officers if officer.post == "village_desk"}
    assert places == set(model.region.service_point("village_desk").places)
    assert {officer.place for officer in model.officers if officer.post == "kecamatan_desk"} == {None}


def test_the_officers_of_a_desk_share_its_minutes(model):
    supply = model.engine.world.supply
    for station in {officer.station for officer in model.officers}:
        minutes = sum(officer.minutes_for_ikd for officer in model.officers if officer.station == station)
        capacity = model.setup.scale * supply.capacity_ms[station] / MILLISECONDS_PER_MINUTE
        assert minutes == pytest.approx(capacity, abs=0.01)


def test_an_officer_reads_the_week(model):
    assert all(officer.attitude == model.agency.conditions.disposition.attitude > 0.0 for officer in model.officers)
    at_the_mall = [officer for officer in model.officers if officer.post == "public_service_mall"]
    assert all(officer.minutes_for_ikd == 0.0 for officer in at_the_mall)  # not open yet


def test_an_officer_is_introduced_on_one_line(model):
    told = [repr(officer) for officer in model.officers]
    assert "village_desk, Kelurahan Kebalen Kota" in " ".join(told)
    assert all("all places" in line for line, officer in zip(told, model.officers, strict=True) if not officer.place)
    assert max(map(len, told)) < 120


def test_a_desk_without_officers_has_nobody():
    scenario = dataclasses.replace(make_scenario(), region_numbers={"village_desk.officers": 0})
    model = IkdModel(scenario, scale=400.0)
    model.step()
    assert "village_desk" not in {officer.post for officer in model.officers}
