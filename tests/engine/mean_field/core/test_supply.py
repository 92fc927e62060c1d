"""A week and a station have room for what the twin reads of them: every cause, every way, every place."""

from ikdsim.engine.mean_field.core.supply import station_type, week_type
from ikdsim.resident.causes import CAUSES
from ikdsim.resident.columns import OCCUPATIONS
from ikdsim.service.supply import WAYS, Supply

PLACES = 3


def test_a_week_has_a_hazard_of_every_cause_in_every_place():
    week = week_type(PLACES)
    assert week["hazard"].shape == (PLACES, len(CAUSES))
    assert week["warmth"].shape == (PLACES,)
    assert week["per_user"].shape == (len(CAUSES),)
    assert week["decision"].shape == week["useful"].shape == (len(OCCUPATIONS),)


def test_a_station_has_a_part_in_those_of_every_place_who_come_each_way():
    assert station_type(PLACES)["share"].shape == (PLACES, len(WAYS))


def test_what_a_station_offers_bears_the_names_of_the_supply():
    assert set(station_type(PLACES).names) - {"share", "persuasion"} <= set(Supply._fields)
