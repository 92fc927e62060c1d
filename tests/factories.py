"""Builders for what does not matter to a test: a region of two places, changed numbers, a week, a scenario, a model."""

import dataclasses
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numba
import numpy as np

from ikdsim.agency.conditions import Conditions, usual_conditions
from ikdsim.agency.officers import roster
from ikdsim.engine.world import World
from ikdsim.model import IkdModel
from ikdsim.policy.base import Policy
from ikdsim.provenance import Parameters, load_parameters
from ikdsim.region.load import load_region
from ikdsim.region.places import Place
from ikdsim.region.region import Region
from ikdsim.resident.columns import PERSON, Residents
from ikdsim.resident.traits import Traits
from ikdsim.scenario.load import load_scenario
from ikdsim.scenario.scenario import Scenario
from ikdsim.service.opening import Services
from ikdsim.service.service import Opening

TOWN, COAST = 0, 1
"""Numbers of the two places of `two_places`."""
LOW, MIDDLE, HIGH = 20, 128, 230
"""Levels of trust and of literacy."""
ONE_WARD = {"population.ward_residents": 3000.0}
"""With it every place of `two_places` is one ward (RW)."""
LIVELY = {
    "persuasion.explanation": 1.5,
    "persuasion.spontaneous": 0.004,
    "persuasion.by_contacts": 0.2,
    "decision.weekly": 0.1,
    "decision.at_once": 3.0,
    "disposition.attitude": 0.4,
}
"""Numbers with which many adopt soon, whatever the register holds: for tests of what happens to users."""
COARSE = 400.0
"""Scale at which Babelan has about 600 residents."""
SCENARIOS = Path(__file__).parents[1] / "scenarios" / "babelan"


def make_place(name: str, kind: str, signal: float, km: float) -> Place:
    """A place of 3,000 residents, `km` away from every desk."""
    desks = ("district_office", "mall_outlet", "kecamatan_desk", "village_desk")
    return Place(
        name=name,
        kind=kind,
        coastal=kind == "rural",
        residents=3000,
        recorded=2000,
        activated=100,
        recorded_imputed=False,
        stands_for=(name,),
        latitude=-6.2,
        longitude=107.0,
        area_km2=10.0,
        signal=signal,
        km=dict.fromkeys(desks, km),
    )


@cache
def two_places() -> Region:
    """Babelan reduced to an urban Town near the desks, with a desk of its own, and a rural Coast 20 km away."""
    babelan = load_region("babelan")
    places = (make_place("Town", "urban", 1.0, 2.0), make_place("Coast", "rural", 0.6, 20.0))
    points = tuple(
        dataclasses.replace(point, places=("Town",)) if point.id == "village_desk" else point
        for point in babelan.service_points
    )
    return dataclasses.replace(babelan, places=places, service_points=points)


def region_where(**changed: Any) -> Region:
    """The two places with other fields of the region."""
    return dataclasses.replace(two_places(), **changed)


def make_parameters(values: Mapping[str, float] | None = None) -> Parameters:
    """The register with other `values`, even beyond their ranges: 0 for "never", a large number for "always"."""
    shipped = load_parameters()
    changed = {name: dataclasses.replace(shipped[name], value=value) for name, value in (values or {}).items()}
    return Parameters(MappingProxyType({**shipped, **changed}))


def make_conditions(
    values: Mapping[str, float] | None = None, week: int = 300, seed: int = 1, region: Region | None = None
) -> Conditions:
    """The usual conditions of a week in which every desk is open and no visit comes."""
    here, parameters = region or two_places(), make_parameters(values)
    return usual_conditions(week, seed, here, parameters, roster(seed, here, parameters))


def open_week(conditions: Conditions, scale: float = 1.0) -> Opening:
    """The week as all services open it."""
    return Services(conditions.region).open_week(conditions, scale)


def stations_of(kind: int, conditions: Conditions) -> list[int]:
    """Positions on the supply of all stations of a kind."""
    stations = Services(conditions.region).stations
    return [position for position, station in enumerate(stations) if station.kind == kind]


def make_traits(
    literacy: int = MIDDLE,
    trust: int = MIDDLE,
    inclination: int = MIDDLE,
    online: int = 1,
    band: int = 1,
    compelled: bool = False,
    place: int = 0,
) -> Traits:
    """Somebody online of 17-34, middling in everything else."""
    return Traits(online, band, literacy, trust, inclination, compelled, place)


def make_scenario(
    policies: tuple[Policy, ...] = (),
    end: date = date(2023, 12, 31),
    name: str = "small",
    parameters: Mapping[str, float] | None = None,
) -> Scenario:
    """A scenario of Babelan from January 2023 on."""
    title = {"id": f"Skenario {name}", "en": f"Scenario {name}"}
    return Scenario(
        name=name, title=title, region="babelan", end=end, policies=policies, parameters=dict(parameters or {})
    )


def shipped(name: str) -> Scenario:
    """A scenario that ships with the project."""
    return load_scenario(SCENARIOS / f"{name}.toml")


def make_model(
    policies: tuple[Policy, ...] = (),
    end: date = date(2023, 12, 31),
    scale: float = COARSE,
    seed: int = 1,
    parameters: Mapping[str, float] | None = None,
) -> IkdModel:
    """A small model of Babelan before its first week."""
    return IkdModel(make_scenario(policies, end, parameters=parameters), seed=seed, scale=scale)


def run_to(model: IkdModel, week: int) -> IkdModel:
    """The model at the end of `week`."""
    while model.week < week:
        model.step()
    return model


def writable(residents: Residents) -> Residents:
    """The same residents, with columns that a test may write."""
    return residents._replace(**{name: getattr(residents, name).copy() for name in PERSON.names or ()})


def assert_same_world(one: IkdModel, other: IkdModel) -> None:
    """Both models stand alike to the last bit: residents, cumulative hazards, counters, queues."""
    here, there = columns_of(one.engine.world), columns_of(other.engine.world)
    for name, column in here.items():
        assert np.array_equal(column, there[name]), f"{name} in week {one.week}"


def columns_of(world: World) -> dict[str, np.ndarray]:
    """Every array of a world by name, itself and not a copy."""
    parts = (world.residents, world.state, world.tables, world.cumulative, world.supply, world.counters, world.diary)
    named = {f"{type(part).__name__}.{name}": getattr(part, name) for part in parts for name in part._fields}
    return {name: column for name, column in named.items() if isinstance(column, np.ndarray)}


def called(inner: Callable[..., Any]) -> Callable[..., Any]:
    """An inner rule (see kernel.inner) as Python can call it."""

    @numba.njit
    def call(*arguments):
        return inner(*arguments)

    return call
