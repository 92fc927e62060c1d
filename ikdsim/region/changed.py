"""A region with other numbers, without reading its files again: for calibrations, which change them many times."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ikdsim.provenance import SourcedValue
from ikdsim.region.history import BotramRegime
from ikdsim.region.places import INTENSITY, Place
from ikdsim.region.region import DEMAND, SUPPLY, Region
from ikdsim.region.service_points import EXISTS, ServicePoint

Numbers = Mapping[str, SourcedValue]


def with_numbers(region: Region, values: Mapping[str, float]) -> Region:
    """The region that `load_region` makes with these `values`, such as "kecamatan_desk.officers".

    It takes intensities, desks, editions of Botram and shocks. Where desks stand and where homes have signal is left as
    it is, and so are ways to desks in villages, which nobody reads: distances are frozen and people are made already.
    KeyError for a number that does not exist.
    """
    full = {f"{region.name}.{key}": value for key, value in values.items()}
    numbers = {**region.numbers, **{name: replace(region.numbers[name], value=full[name]) for name in full}}
    on_demand = numbers[f"{region.name}.intensity_on_demand"].value >= EXISTS
    return replace(
        region,
        places=tuple(_place(place, f"{region.name}.{INTENSITY}{place.name}", numbers) for place in region.places),
        service_points=tuple(_desk(point, f"{region.name}.{point.id}.", numbers) for point in region.service_points),
        botram=tuple(_regime(regime, numbers) for regime in region.botram),
        history=tuple(_policy(policy, f"{region.name}.{policy['name']}.", numbers) for policy in region.history),
        intensity_acts_on=DEMAND if on_demand else SUPPLY,
        numbers=numbers,
    )


def _place(place: Place, name: str, numbers: Numbers) -> Place:
    return replace(place, intensity=numbers[name].value)


def _desk(point: ServicePoint, prefix: str, numbers: Numbers) -> ServicePoint:
    own = {name: numbers[name] for name in point.numbers}
    in_places = [name for name in own if name.startswith(f"{prefix}exists.")]
    there = [name.removeprefix(f"{prefix}exists.") for name in in_places if own[name].value >= EXISTS]
    return replace(
        point,
        officers=own[f"{prefix}officers"],
        hours_per_week=own[f"{prefix}hours_per_week"],
        exists=own.get(f"{prefix}exists"),
        places=tuple(there),
        numbers=own,
    )


def _regime(regime: BotramRegime, numbers: Numbers) -> BotramRegime:
    return replace(
        regime,
        kecamatan_visits_per_year=numbers[regime.kecamatan_visits_per_year.name],
        village_visits_per_year=numbers[regime.village_visits_per_year.name],
        urban_weight=numbers[regime.urban_weight.name],
    )


def _policy(policy: Mapping[str, Any], prefix: str, numbers: Numbers) -> dict[str, Any]:
    return {key: numbers[prefix + key].value if prefix + key in numbers else said for key, said in policy.items()}
