"""The plan of visits: which places are visited in a week when so many visits a week are planned.

Fractions are carried over: a rate of 0.3 a week gives a visit in every third or fourth week, in turn from place to
place.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from ikdsim.agency.conditions import Conditions
from ikdsim.region.region import Region
from ikdsim.region.wards import wards_of

ROUNDING_GUARD = 1e-9
"""Keeps sums such as 10 x 0.1 from falling just short of a whole visit."""


def visits_in_week(per_week: float, weeks_since_start: int) -> range:
    """Running numbers of the visits that fall into a week; `weeks_since_start` is 0 in the first."""
    done = math.floor(per_week * weeks_since_start + ROUNDING_GUARD)
    due = math.floor(per_week * (weeks_since_start + 1) + ROUNDING_GUARD)
    return range(done, due)


def places_in_turn(per_week: float, weeks_since_start: int, names: Sequence[str], region: Region) -> list[int]:
    """Numbers of the places visited in a week when the places `names` take turns."""
    numbers = [k for name in names for k, place in enumerate(region.places) if place.name == name]
    return [numbers[k % len(numbers)] for k in visits_in_week(per_week, weeks_since_start)]


class Stop(NamedTuple):
    """Where a visit is held."""

    place: int
    """Number of the place."""
    wards: tuple[int, ...]
    """Numbers of the wards (RW) of the place that it addresses, from 0."""


def stops_in_turn(
    per_week: float,
    weeks_since_start: int,
    names: Sequence[str],
    catchment: float | None,
    only: Sequence[int] | None,
    conditions: Conditions,
) -> list[Stop]:
    """Where visits are held in a week when the places `names` take turns, and the wards of each place in their turn.

    A visit addresses `catchment` residents, one ward if that is None; in wards `only` of each place, see wards_in_turn.
    """
    places = places_in_turn(per_week, weeks_since_start, names, conditions.region)
    addressed = conditions.parameters.value("population.ward_residents") if catchment is None else catchment
    turns = (k // len(names) for k in visits_in_week(per_week, weeks_since_start))
    return [
        Stop(place, wards_in_turn(conditions, place, turn, addressed, only))
        for place, turn in zip(places, turns, strict=True)
    ]


def wards_in_turn(
    conditions: Conditions, place: int, turn: int, addressed: float, only: Sequence[int] | None = None
) -> tuple[int, ...]:
    """The wards of a place that the visit number `turn` there addresses, one after the other: so many residents in all.

    `only` are the numbers, from 1, of those that are visited at all; None for every ward of the place.
    """
    every = range(wards_of(conditions.region.places[place], conditions.parameters))
    wards = every if only is None else [number - 1 for number in only]
    count = max(1, round(addressed / conditions.parameters.value("population.ward_residents")))
    return tuple(wards[(turn * count + k) % len(wards)] for k in range(min(count, len(wards))))
