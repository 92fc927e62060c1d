"""The agency's plan of one week: the usual conditions, then the usual visits, then every policy in force."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ikdsim.agency.conditions import Conditions, usual_conditions
from ikdsim.provenance import Parameters
from ikdsim.region.region import Region
from ikdsim.service.botram import plan_usual_botram

if TYPE_CHECKING:
    from ikdsim.policy.base import Policy


def plan_week(week: int, seed: int, region: Region, parameters: Parameters, policies: Iterable["Policy"]) -> Conditions:
    """Conditions of week number `week`, on the calendar of visits of `seed`."""
    conditions = usual_conditions(week, seed, region, parameters)
    plan_usual_botram(conditions)
    for policy in policies:
        if policy.in_force(week):
            policy.change(conditions, week)
    return conditions
