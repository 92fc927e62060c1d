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
        value, remembered = conditions.parameters.value, self.remembered(week, conditions)
        conditions.trust_shift -= remembered * value("persuasion.breach_trust")
        conditions.doubt += remembered * value("decision.breach_doubt")
        conditions.alarm += remembered * value("persuasion.breach_alarm")

    def remembered(self, week: int, conditions: Conditions) -> float:
        """What is left of it in `week`, 0-1."""
        half_lives = self._weeks_ago(week) / conditions.parameters.value("persuasion.breach_half_life")
        left: float = 0.5**half_lives
        return self.severity * left

    def _weeks_ago(self, week: int) -> int:
        return week - week_of(self.start)
