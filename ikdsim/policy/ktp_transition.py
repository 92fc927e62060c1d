"""From KTP-el to IKD: more and more services accept IKD in place of the card.

This is acceptance only: nobody is refused a service for want of IKD (compulsion is another policy). Acceptance makes
IKD useful, and gives active residents occasions to use it.
"""

from dataclasses import dataclass
from datetime import date

from ikdsim.agency.conditions import Conditions
from ikdsim.clock import week_of
from ikdsim.policy.base import Misfit, Policy
from ikdsim.provenance import Parameters
from ikdsim.region.region import Region
from ikdsim.schema import day, share


@dataclass(frozen=True, kw_only=True)
class KtpTransition(Policy):
    """Share of services that accept IKD, reached in equal steps by a date (at once without one)."""

    kind = "ktp_transition"
    title = {"id": "Peralihan KTP-el ke IKD", "en": "From KTP-el to IKD"}
    decided_by = "centre"

    accepted: float = share()
    reached_by: date | None = day(default=None, beyond_run=True)

    def misfits(self, region: Region, parameters: Parameters) -> list[Misfit]:
        """A share that is accepted already."""
        today = parameters.value("decision.accepted_today")
        facts = {"value": self.accepted, "low": today}
        return [Misfit("accepted_already", "accepted", facts)] if 0.0 < self.accepted < today else []

    def change(self, conditions: Conditions, week: int) -> None:
        """Raise the share of services that accept IKD, and pay for linking those that do so from this week on."""
        missing = max(0.0, self.accepted - conditions.accepted)
        conditions.accepted += missing * self._done(week)
        linked = missing * (self._done(week) - self._done(week - 1))
        if linked:
            conditions.pay(self.kind, linked * conditions.parameters.value("cost.linking_all"))

    def _done(self, week: int) -> float:
        """Part of the way gone by `week`, 0-1."""
        first = week_of(self.start)
        if self.reached_by is None:
            return float(week >= first)
        steps = max(1, week_of(self.reached_by) - first + 1)
        return min(1.0, (week - first + 1) / steps)
