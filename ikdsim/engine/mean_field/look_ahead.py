"""A programme stacked in arrays: what residents meet in all weeks, laid out for the compiled rules."""

import numpy as np
from numpy.typing import NDArray

from ikdsim.engine.mean_field.core.supply import SupplyAhead, station_type, week_type
from ikdsim.randomness import ONE
from ikdsim.resident.causes import CAUSES, DECISION, GROUPS, OCCUPATION, WARD
from ikdsim.service.programme import PlannedWeek, Programme
from ikdsim.service.supply import ON_ERRAND, WAYS


def supply_ahead(programme: Programme) -> SupplyAhead:
    """The supply of all weeks of a programme, in their order."""
    supplies = [opening.supply for opening in programme.openings]
    places, count = supplies[0].walk_in.shape
    starts = programme.openings[0].ward_start
    stations = np.zeros((len(supplies), count), station_type(places))
    for station, supply in zip(stations, supplies, strict=True):
        for name in ("kind", "capacity_ms", "errand_ms", "time_factor", "begins", "waits"):
            station[name] = getattr(supply, name)
        for name in ("failure", "offer", "offer_without_card", "requires"):
            station[name] = getattr(supply, name) / ONE
        for way, name in enumerate(WAYS):
            station["share"][..., way] = of_places(getattr(supply, name), starts).T
    open_stations = _numbers_first(np.asarray(stations["share"].any(axis=(2, 3))))
    stations["share"] = _shares(stations["share"])
    return SupplyAhead(_stack_weeks(programme, places, stations), stations, open_stations)


def _stack_weeks(programme: Programme, places: int, stations: NDArray[np.void]) -> NDArray[np.void]:
    weeks = np.zeros(len(programme), week_type(places))
    weeks["supply"] = programme.number_of
    for week, planned in zip(weeks, programme, strict=True):
        week["hazard"] = _hazards(planned, places)
        week["per_user"] = _slopes(planned)
        week["warmth"] = _warmth(stations[week["supply"]], planned.opening.supply.station_factor)
        here = stations[week["supply"]]
        week["asks_first"] = (here["begins"] + here["requires"]).any()
        week["decision"] = planned.hazards[DECISION]
        week["useful"] = planned.opening.supply.useful
        week["invited"] = planned.opening.supply.invited[0] / ONE
    return weeks


def _hazards(week: PlannedWeek, places: int) -> NDArray[np.float64]:
    """Hazards of all causes but those of an occupation, with no user around, shape (places, causes)."""
    table = np.zeros((places, len(CAUSES)))
    for cause, hazard in week.hazards.items():
        if GROUPS[cause] == WARD:
            table[:, cause] = hazard_of_places(np.asarray(hazard), week.opening.ward_start)
        elif GROUPS[cause] != OCCUPATION:
            table[:, cause] = hazard
    for cause, contact in week.contact_hazards.items():
        table[:, cause] = contact.rate * contact.alone
    return table


def of_places(by_home: NDArray[np.float64], starts: NDArray[np.int64]) -> NDArray[np.float64]:
    """Mean by place of what is known by ward, of which `starts` are the first ones; as it is if known by place."""
    if len(by_home) == len(starts) - 1:
        return by_home
    sums = np.add.reduceat(by_home, starts[:-1], axis=0)
    return np.asarray(sums / np.diff(starts).reshape(-1, *[1] * (by_home.ndim - 1)))


def hazard_of_places(by_ward: NDArray[np.float64], starts: NDArray[np.int64]) -> NDArray[np.float64]:
    """Hazard of each place at which as many move in a week as do at the hazards of its wards; shape (places,)."""
    return np.asarray(-np.log1p(of_places(np.expm1(-by_ward), starts)))


def _slopes(week: PlannedWeek) -> NDArray[np.float64]:
    """What hazards grow by when everybody around is a user, shape (causes,)."""
    slopes = np.zeros(len(CAUSES))
    for cause, contact in week.contact_hazards.items():
        slopes[cause] = contact.rate * contact.weight
    return slopes


def _warmth(stations: NDArray[np.void], factor: NDArray[np.float64]) -> NDArray[np.float64]:
    """Mean of a `factor` by station over the offers that errands lead to, 1 where there are none; shape (places,)."""
    offers = stations["share"][..., ON_ERRAND].T * stations["offer"]
    total, warmth = offers.sum(axis=1), np.ones(len(offers))
    np.divide(offers @ factor, total, out=warmth, where=total > 0.0)
    return warmth


def _shares(hazards: NDArray[np.float64]) -> NDArray[np.float64]:
    """Shares of stations, second axis, that sum to 1 wherever there is any hazard."""
    total = hazards.sum(axis=1, keepdims=True)
    shares = np.zeros_like(hazards)
    np.divide(hazards, total, out=shares, where=total > 0.0)
    return shares


def _numbers_first(is_open: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Numbers of the stations that are open, first in each row, then -1; shape (supplies, stations)."""
    table = np.full(is_open.shape, -1, np.int64)
    for row, here in zip(table, is_open, strict=True):
        stations = np.flatnonzero(here)
        row[: len(stations)] = stations
    return table
