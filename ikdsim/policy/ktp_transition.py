"""From KTP-el to IKD: more and more services accept IKD in place of the card.

This is acceptance only: nobody is refused a service for want of IKD (compulsion is another policy). Acceptance makes
IKD useful, and gives active residents occasions to use it.
"""

from dataclasses import dataclass
from datetime import date

from ikdsim.agency.conditions import Conditions
from ikdsim.clock import WEEKS_PER_MONTH, week_of
from ikdsim.policy.base import Policy
from ikdsim.schema import day, share


@dataclass(frozen=True, kw_only=True)
class KtpTransition(Policy):
    """Share of services that accept IKD, reached in equal steps by a date (at once without one)."""

    kind = "ktp_transition"
    title = {"id": "Peralihan KTP-el ke IKD", "en": "From KTP-el to IKD"}
    decided_by = "centre"

    accepted: float = share()
    reached_by: date | None = day(default=None)

    def change(self, conditions: Conditions, week: int) -> None:
        """Raise the share of services that accept IKD, and pay for linking them."""
        today = conditions.accepted
        conditions.accepted = max(today, today + (self.accepted - today) * self._done(week))
        conditions.pay(self.kind, conditions.parameters.value("cost.linking_month") / WEEKS_PER_MONTH)

    def _done(self, week: int) -> float:
        """Part of the way gone by `week`, 0-1."""
        if self.reached_by is None:
            return 1.0
        first = week_of(self.start)
        steps = max(1, week_of(self.reached_by) - first + 1)
        return min(1.0, (week - first + 1) / steps)
