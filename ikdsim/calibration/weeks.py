"""The weeks of a run without policies, planned by their kinds.

Most weeks of the past differ in trust only, which shocks lower and time brings back. So one week of every kind is
planned and opened, as any programme does it, and trust is written into all of them at once.
"""

from bisect import bisect
from collections.abc import Sequence
from copy import copy
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.agency.conditions import Conditions
from ikdsim.clock import week_of
from ikdsim.engine.mean_field.core.supply import SupplyAhead
from ikdsim.engine.mean_field.look_ahead import supply_ahead
from ikdsim.policy.base import Policy
from ikdsim.policy.data_breach import DataBreach
from ikdsim.provenance import Parameters
from ikdsim.region.region import Region
from ikdsim.resident import causes as c
from ikdsim.service.botram import editions_of
from ikdsim.service.opening import Services
from ikdsim.service.programme import Programme, plan_conditions
from ikdsim.setup import Setup

BY_AIR: Final = (c.PERSUASION, c.PERSUASION_ONLINE)
"""Causes whose hazards the air changes, see service/exposure.py."""


def usual_weeks(setup: Setup, region: Region, parameters: Parameters, shocks: Sequence[Policy]) -> SupplyAhead:
    """What residents meet in the weeks of `setup` in a `region` with these `parameters`.

    No policy is in force but `shocks`, those of the region's history.
    """
    weeks, seed = range(setup.first_week, setup.last_week + 1), setup.seed
    opened = sorted(week_of(point.opens) for point in region.service_points if point.opens is not None)
    beyond_trust = [shock for shock in shocks if not isinstance(shock, DataBreach)]
    first_of: dict[object, int] = {}
    kinds = [first_of.setdefault(_kind(week, seed, region, opened, beyond_trust), week) for week in weeks]
    planned = plan_conditions(sorted(first_of.values()), seed, region, parameters, shocks)
    number = np.searchsorted([conditions.week for conditions in planned], kinds)
    for conditions in planned:
        _calm(conditions)
    ahead = supply_ahead(Programme(planned, Services(region), setup.scale))
    return ahead._replace(weeks=_shaken(ahead.weeks[number], _shaken_trust(weeks, shocks, planned[0]), parameters))


def _kind(week: int, seed: int, region: Region, opened: Sequence[int], shocks: Sequence[Policy]) -> object:
    """What tells this week from others, apart from trust; a week with a visit is one of its own.

    `opened` are the weeks in which desks opened, in order; `shocks` those that change more than trust.
    """
    in_force = tuple(shock.name for shock in shocks if shock.in_force(week))
    return bisect(opened, week), in_force, week if any(editions_of(week, seed, region)) else None


def _calm(conditions: Conditions) -> None:
    conditions.trust_shift = conditions.doubt = conditions.alarm = 0.0


def _shaken_trust(weeks: Sequence[int], policies: Sequence[Policy], like: Conditions) -> NDArray[np.float64]:
    """Shift of trust, doubt and alarm in each week; shape (weeks, 3)."""
    shaken, conditions = np.empty((len(weeks), 3)), copy(like)
    for number, week in enumerate(weeks):
        _calm(conditions)
        for policy in policies:
            if policy.in_force(week):
                policy.change(conditions, week)
        shaken[number] = conditions.trust_shift, conditions.doubt, conditions.alarm
    return shaken


def _shaken(calm: NDArray[np.void], shaken: NDArray[np.float64], parameters: Parameters) -> NDArray[np.void]:
    """Weeks in which trust is as usual, with what shakes it: as service/exposure.py writes it for a single week."""
    shift, doubt, alarm = shaken.T
    air = np.exp(parameters.value("persuasion.by_trust") * shift)
    assurance = np.exp(parameters.value("decision.by_trust") * shift)
    for cause in BY_AIR:
        calm["hazard"][:, :, cause] *= air[:, None]
        calm["per_user"][:, cause] *= air
    calm["hazard"][:, :, c.RECONSIDERATION] *= assurance[:, None]
    calm["per_user"][:, c.RECONSIDERATION] *= assurance
    calm["warmth"] *= air[:, None]
    calm["hazard"][:, :, c.DOUBT], calm["hazard"][:, :, c.ALARM] = doubt[:, None], alarm[:, None]
    return calm
