"""What policies leave of a week is looked at once, and what cannot be is told before the first week."""

import dataclasses
import math
from types import SimpleNamespace

import pytest

from ikdsim.agency.conditions import Conditions, ExtraOfficers
from ikdsim.agency.officers import EVERYWHERE
from ikdsim.agency.place import PlaceConditions
from ikdsim.agency.station import StationConditions
from ikdsim.errors import BadInput
from ikdsim.service.kinds import BOTRAM_VILLAGE, KECAMATAN_DESK, MALL_OUTLET, VILLAGE_DESK
from ikdsim.service.limits import LIMITS, OF_A_PLACE, OF_A_STATION, keep_within_limits
from ikdsim.service.programme import plan_conditions
from tests.factories import COAST, TOWN, make_conditions, make_parameters, two_places

TRAINING = SimpleNamespace(name="eight officers", kind="training")


def faults_of(conditions):
    """Faults of a week as a policy has left it, in English."""
    try:
        keep_within_limits(conditions, make_conditions, [TRAINING])
    except BadInput as problem:
        return [fault.text("en") for fault in problem.faults]
    return []


def test_a_usual_week_is_within_its_limits():
    assert faults_of(make_conditions()) == []


@pytest.mark.parametrize(
    ("variable", "name", "value"),
    [
        ("resources", "skill", 7.0),
        ("disposition", "attitude", -3.0),
        ("communication", "consistency", math.nan),
        ("communication", "posts_per_week", math.inf),
    ],
)
def test_a_number_beyond_its_limits_is_told_with_week_policy_and_name(variable, name, value):
    conditions = make_conditions()
    setattr(getattr(conditions, variable), name, value)
    (told,) = faults_of(conditions)
    for part in (f"“{variable}.{name}”", f"is {value:g}", "2028-09-25", "eight officers"):
        assert part in told


def test_a_number_that_was_beyond_its_limits_before_is_no_mistake_of_a_policy():
    def endless():
        return make_conditions({"structure.desk_share": 1e6})

    keep_within_limits(endless(), endless, [TRAINING])  # raises nothing
    with pytest.raises(BadInput, match=r"structure\.desk_share"):
        keep_within_limits(endless(), make_conditions, [TRAINING])


def test_a_place_has_limits_too():
    conditions = make_conditions()
    conditions.places[COAST].leaders = 1.5
    (told,) = faults_of(conditions)
    assert "“places[1].leaders” is 1.5" in told


def test_and_so_has_a_service_point():
    conditions = make_conditions()
    conditions.stations.append(StationConditions("mall_outlet", skill=-1.0))
    (told,) = faults_of(conditions)
    assert "“stations[0].skill” is -1" in told


def test_every_number_of_the_conditions_has_limits():
    conditions = make_conditions()
    numbers = {
        f"{field.name}.{part}"
        for field in dataclasses.fields(Conditions)
        if dataclasses.is_dataclass(getattr(conditions, field.name)) and field.name not in ("region", "parameters")
        for part in dataclasses.asdict(getattr(conditions, field.name))
    }
    numbers |= {field.name for field in dataclasses.fields(Conditions) if field.type is float}
    assert numbers == set(LIMITS)
    assert {field.name for field in dataclasses.fields(PlaceConditions)} == set(OF_A_PLACE)
    assert {field.name for field in dataclasses.fields(StationConditions) if field.type is float} == set(OF_A_STATION)


@pytest.mark.parametrize(
    ("kind", "place", "told"),
    [
        (KECAMATAN_DESK, EVERYWHERE, []),
        (VILLAGE_DESK, TOWN, []),
        (VILLAGE_DESK, COAST, ["village_desk"]),
        (VILLAGE_DESK, EVERYWHERE, ["village_desk"]),
        (MALL_OUTLET, TOWN, ["mall_outlet"]),
        (BOTRAM_VILLAGE, TOWN, ["botram_village"]),
    ],
)
def test_officers_on_top_stand_at_a_desk_that_is_there(kind, place, told):
    conditions = make_conditions()
    conditions.extra_officers.append(ExtraOfficers(kind, place, 100.0, 1.0, 1.0))
    faults = faults_of(conditions)
    assert len(faults) == len(told)
    assert all(f"at {name}, where no such desk is open" in fault for name, fault in zip(told, faults, strict=True))


def test_and_not_before_it_opens():
    conditions = make_conditions()
    conditions.open_points = ("district_office",)
    conditions.extra_officers.append(ExtraOfficers(KECAMATAN_DESK, EVERYWHERE, 100.0, 1.0, 1.0))
    assert len(faults_of(conditions)) == 1


def test_a_policy_pays_under_its_kind():
    conditions = make_conditions()
    conditions.pay("training", 5.0)
    conditions.pay("botram_village", 5.0)
    assert faults_of(conditions) == []
    conditions.pay("printed manuals", 5.0)
    (told,) = faults_of(conditions)
    assert "“printed manuals”" in told


class Boasting(SimpleNamespace):
    """A policy that leaves more skill than there can be."""

    name, kind, accounts_from = "boast", "boast", None

    def in_force(self, week):
        return week == 301

    def answered(self, week, look_back):
        return self

    def change(self, conditions, week):
        conditions.resources.skill += 1.0


def test_planning_stops_at_the_week_that_cannot_be():
    with pytest.raises(BadInput) as raised:
        plan_conditions(range(300, 303), 1, two_places(), make_parameters(), [Boasting()])
    (fault,) = raised.value.faults
    assert (fault.code, fault.facts["key"], fault.facts["policies"]) == ("beyond_limits", "resources.skill", "boast")
