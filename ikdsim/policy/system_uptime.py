"""Uptime of the central system: more attempts meet a system that works.

The Babelan study finds that the central system and the national data slow things down.
"""

from dataclasses import dataclass

from ikdsim.agency.conditions import Conditions
from ikdsim.clock import WEEKS_PER_YEAR
from ikdsim.policy.base import Policy
from ikdsim.schema import share


@dataclass(frozen=True, kw_only=True)
class SystemUptime(Policy):
    """The share of attempts that meet a working central system; an outage takes its part of it."""

    kind = "system_uptime"
    title = {"id": "Keandalan sistem pusat", "en": "Uptime of the central system"}
    decided_by = "centre"

    uptime: float = share()

    def change(self, conditions: Conditions, week: int) -> None:
        """Raise the uptime, and pay for the part of today's failures that is gone."""
        value = conditions.parameters.value
        today = value("resources.uptime")
        gained = max(0.0, self.uptime - today)
        if gained:
            conditions.resources.uptime = min(1.0, conditions.resources.uptime * self.uptime / today)
            conditions.pay(self.kind, gained / (1.0 - today) * value("cost.system_year") / WEEKS_PER_YEAR)
