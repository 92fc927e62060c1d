"""Shock: the central system is down. Whoever comes to be activated in that time fails, and trusts a little less."""

from dataclasses import dataclass

from ikdsim.agency.conditions import Conditions
from ikdsim.policy.base import Policy
from ikdsim.schema import share


@dataclass(frozen=True, kw_only=True)
class Outage(Policy):
    """The system is down for a share of the working time, from the week of `start` to that of `end`."""

    kind = "outage"
    title = {"id": "Gangguan sistem pusat", "en": "Outage of the central system"}
    decided_by = "nobody"

    down: float = share()

    def change(self, conditions: Conditions, week: int) -> None:
        """Let so many of the attempts fail that would have met a working system."""
        conditions.resources.uptime *= 1.0 - self.down
