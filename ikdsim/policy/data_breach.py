"""Shock: news of a data breach. Trust falls at once and comes back slowly; favourable residents doubt,
and a few residents turn against IKD."""

from dataclasses import dataclass

from ikdsim.agency.conditions import Conditions
from ikdsim.clock import week_of
from ikdsim.policy.base import Policy
from ikdsim.schema import share


@dataclass(frozen=True, kw_only=True)
class DataBreach(Policy):
    """Severity 1 is the sale of 337 million alleged rows of July 2023."""

    kind = "data_breach"
    title = {"id": "Kebocoran data", "en": "Data breach"}
    decided_by = "nobody"

    severity: float = share()

    def change(self, conditions: Conditions, week: int) -> None:
        """Lower trust by what is still remembered of the breach."""
        value = conditions.parameters.value
        remembered = self.severity * 0.5 ** ((week - week_of(self.start)) / value("persuasion.breach_half_life"))
        conditions.trust_shift -= remembered * value("persuasion.breach_trust")
        conditions.doubt += remembered * value("decision.breach_doubt")
        conditions.alarm += remembered * value("persuasion.breach_alarm")
