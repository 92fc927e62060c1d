"""Cases that an official can check: what holds before, the policy, a day, what holds after.

Every [[case]] of cases/<kind>.toml is a test. Keys mean the conditions of `ikdsim/agency/conditions.py`, visits and
officers are told by the names of their kind and place. What `before` leaves out is as usual in Babelan, without visits;
what `after` leaves out must stand as before. `seen` are the users by place whom a policy that answers saw at its
last review.
"""

import copy
import dataclasses
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from ikdsim.agency.budget import YearlyBudget
from ikdsim.agency.conditions import Conditions, ExtraOfficers, Visit
from ikdsim.agency.officers import ABSENT, EVERYWHERE
from ikdsim.agency.review import PlaceSeen, Seen, StationSeen
from ikdsim.agency.station import StationConditions
from ikdsim.clock import week_of
from ikdsim.fields import REQUIRED
from ikdsim.policy import policy_kinds
from ikdsim.region.load import load_region
from ikdsim.scenario.policies import read_policy
from ikdsim.scenario.source_file import Table, Tables
from ikdsim.schema import Where, day, declared, number, read, words
from ikdsim.service.kinds import KINDS
from ikdsim.service.limits import keep_within_limits
from tests.factories import make_conditions

FILES = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
    for path in sorted((Path(__file__).parent / "cases").glob("*.toml"))
}
EACH = [
    pytest.param(kind, table, id=f"{kind}: {table.get('en', number)}")
    for kind, file in FILES.items()
    for number, table in enumerate(file["case"], 1)
]
BABELAN = load_region("babelan")
VARIABLES = ("communication", "resources", "disposition", "structure")
ROWS = {
    "visits": Visit,
    "extra_officers": ExtraOfficers,
    "stations": StationConditions,
    "budgets": YearlyBudget,
}
UNTOUCHED = ("week", "seed", "region", "parameters", "roster", "duties")
"""Who is sent is not told by case (tests/agency/test_assignment.py); `absent` are the minutes of who is missing."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """One table [[case]]."""

    id: str = words()
    en: str = words()
    day: date = day()
    numbers: Mapping[str, float] | None = declared(Table(None))
    """Numbers of the register that matter here, so that the case stays true when the register changes."""
    seen: Mapping[str, object] | None = declared(Table(None))
    """What a policy that answers saw the week before: a table of SeenInCase."""
    came: float = number(0, 1_000_000, "residents", default=0.0)
    """Residents who come to the sessions of the policy that week."""
    before: Mapping[str, object] | None = declared(Table(None))
    policy: Mapping[str, object] = declared(Table(REQUIRED))
    """As in a scenario file."""
    after: Mapping[str, object] = declared(Table(REQUIRED))


@dataclass(frozen=True, kw_only=True)
class SeenInCase:
    """The table `seen` of a case; places and counts that are left out had none."""

    users: Mapping[str, float] | None = declared(Table(None))
    """By the name of their place."""
    stations: tuple[Mapping[str, object], ...] = declared(Tables(()))
    """Service points with `kind` and `place` by name, and what they counted, see StationSeen."""
    spent: Mapping[str, float] | None = declared(Table(None))
    """Rupiah by item."""


def row(name: str, table: Mapping[str, object]) -> dict[str, object]:
    """A visit, extra officers or a budget of a case, with all their fields; without a place they serve all places."""
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
    return without_crew(ROWS[name](**{**values, **numbers_of(table)}))


def numbers_of(table: Mapping[str, object]) -> dict[str, int]:
    """Kind and place of a row by their numbers."""
    numbers = {"kind": KINDS.index(table["kind"]), "place": EVERYWHERE} if "kind" in table else {}
    return numbers | ({"place": BABELAN.place_names.index(table["place"])} if "place" in table else {})


def without_crew(made: object) -> dict[str, object]:
    """A visit or extra officers with all fields but who they are."""
    return {name: value for name, value in vars(made).items() if name != "crew"}


def conditions_of(table: Mapping[str, object]) -> dict[str, object]:
    """`before` or `after` by the names of the conditions, such as "communication.two_way"."""
    flat = {}
    for name, value in table.items():
        if name in VARIABLES:
            flat |= {f"{name}.{part}": number for part, number in value.items()}
        elif name == "places":
            flat |= {f"{place}.{part}": number for place, here in value.items() for part, number in here.items()}
        else:
            flat[name] = [row(name, each) for each in value] if name in ROWS else value
    return flat


def told(conditions: Conditions) -> dict[str, object]:
    """All that a policy may change, by the same names."""
    flat = {}
    for name in (condition.name for condition in dataclasses.fields(conditions)):
        value = getattr(conditions, name)
        if name in VARIABLES:
            flat |= {f"{name}.{part}": number for part, number in dataclasses.asdict(value).items()}
        elif name == "places":
            for place, here in zip(BABELAN.place_names, value, strict=True):
                flat |= {f"{place}.{part}": number for part, number in dataclasses.asdict(here).items()}
        elif name not in UNTOUCHED:
            flat[name] = [without_crew(each) for each in value] if name in ROWS else copy.copy(value)
    flat["absent"] = sum(duty.minutes for duty in conditions.duties if duty.activity == ABSENT)
    return flat


def write(values: Mapping[str, object], conditions: Conditions) -> None:
    """Make the conditions those of `before`."""
    for name, value in values.items():
        variable, _, part = name.rpartition(".")
        rows = [ROWS[name](**each) for each in value] if name in ROWS else value
        setattr(getattr(conditions, variable) if variable else conditions, part, rows)


def seen_before(week: int, table: Mapping[str, object]) -> Seen:
    """What the office saw in the week before; a key that nobody can see is refused."""
    seen, faults = read(SeenInCase, table, Where("seen"))
    assert not faults, [fault.text("en") for fault in faults]
    users = seen.users or {}
    assert set(users) <= set(BABELAN.place_names), "seen.users names a place that is none"
    places = [PlaceSeen(each.name, each.residents, each.recorded, users.get(each.name, 0)) for each in BABELAN.places]
    stations = tuple(station_seen(each) for each in seen.stations)
    return Seen(week - 1, tuple(places), seen.spent or {}, stations)


def station_seen(table: Mapping[str, object]) -> StationSeen:
    """A service point of `seen`; without a place it serves all places."""
    nothing = dict.fromkeys([each.name for each in dataclasses.fields(StationSeen)], 0.0)
    return StationSeen(**{**nothing, **table, **numbers_of(table)})


def alike(value: object) -> object:
    """`value` with room for rounding."""
    if isinstance(value, dict):
        return {key: alike(each) for key, each in value.items()}
    if isinstance(value, list):
        return [alike(each) for each in value]
    return pytest.approx(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


@pytest.mark.parametrize(("kind", "table"), EACH)
def test_what_holds_after_is_as_told(kind, table):
    case, faults = read(Case, table, Where(f"{kind}.toml"))
    assert not faults, [fault.text("en") for fault in faults]
    policy, faults = read_policy(
        {"name": kind, "kind": kind, **case.policy}, Where(f"{kind}.toml"), BABELAN.described_places
    )
    assert not faults, [fault.text("en") for fault in faults]
    before, after, week = conditions_of(case.before or {}), conditions_of(case.after), week_of(case.day)
    conditions = make_conditions(case.numbers, week, region=BABELAN)
    usual = told(conditions)
    assert {*before, *after} <= set(usual)
    write(before, conditions)
    policy = policy.attended(lambda: {week: case.came})
    if case.seen is not None:
        policy = policy.answered(week, lambda *_: seen_before(week, case.seen))
    if policy.in_force(week):
        policy.change(conditions, week)
    keep_within_limits(conditions, make_conditions, [policy])
    assert told(conditions) == alike({**usual, **before, **after})


MISTAKEN = {
    "another key": {"Desa Hurip Jaya": 30},
    "a place that is none": {"users": {"Desa Hurip": 30}},
    "a desk that is none": {"stations": [{"kind": "desk"}]},
    "a count that is none": {"stations": [{"kind": "mall_outlet", "queued": 3}]},
}


@pytest.mark.parametrize("table", MISTAKEN.values(), ids=MISTAKEN)
def test_what_nobody_can_see_is_refused(table):
    with pytest.raises((AssertionError, TypeError, ValueError)):
        seen_before(5, table)


def test_a_case_may_tell_service_points_and_money():
    desk = {"kind": "village_desk", "place": "Kelurahan Bahagia", "came": 40, "turned_away": 8}
    seen = seen_before(5, {"stations": [desk], "spent": {"campaign": 1_000}})
    (station,) = seen.stations
    assert (KINDS[station.kind], BABELAN.place_names[station.place]) == ("village_desk", "Kelurahan Bahagia")
    assert (seen.week, station.came, station.turned_away, station.served) == (4, 40, 8, 0.0)
    assert seen.spent == {"campaign": 1_000}


@pytest.mark.parametrize("kind", policy_kinds())
def test_every_kind_has_a_case_in_which_it_acts_and_one_in_which_it_does_not(kind):
    assert kind in FILES, f"write tests/policy/cases/{kind}.toml"
    acts = [bool(case["after"]) for case in FILES[kind]["case"]]
    assert {True, False} == set(acts)


@pytest.mark.parametrize("kind", FILES)
def test_a_file_holds_cases_of_a_kind_of_policy_and_nothing_else(kind):
    assert kind in policy_kinds()
    assert list(FILES[kind]) == ["case"]
