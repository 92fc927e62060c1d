"""Assurance of data protection: data are certified and audited, and residents are told.

Both studies find citizens who doubt that IKD is safe. Trust rises as long as it goes on; it wins opponents back too.
"""

from dataclasses import dataclass

from ikdsim.agency.conditions import Conditions
from ikdsim.clock import WEEKS_PER_YEAR
from ikdsim.policy.base import Policy
from ikdsim.schema import share


@dataclass(frozen=True, kw_only=True)
class DataAssurance(Policy):
    """The share of residents who learn of it."""

    kind = "data_assurance"
    title = {"id": "Jaminan perlindungan data", "en": "Assurance of data protection"}
    decided_by = "centre"

    reaches: float = share()

    def change(self, conditions: Conditions, week: int) -> None:
        """Raise trust, and pay for as many as are told."""
        value = conditions.parameters.value
        conditions.trust_shift += self.reaches * value("persuasion.assurance_trust")
        conditions.pay(self.kind, self.reaches * value("cost.assurance_year") / WEEKS_PER_YEAR)
