"""Activation by family: whoever is activated is asked for the others at home, and takes an invitation to them.

In Jakarta, where rates are high, several of a family are served on one phone; nothing else is known of it.
"""

from dataclasses import dataclass

from ikdsim.agency.conditions import Conditions
from ikdsim.clock import WEEKS_PER_MONTH
from ikdsim.policy.base import Policy


@dataclass(frozen=True, kw_only=True)
class FamilyActivation(Policy):
    """Officers at all desks and on all visits ask for the family."""

    kind = "family_activation"
    title = {"id": "Aktivasi bersama keluarga", "en": "Activation by family"}
    decided_by = "regency"

    def change(self, conditions: Conditions, week: int) -> None:
        """Invite families, which takes time of every activation, and pay for what is handed out."""
        value = conditions.parameters.value
        conditions.families_invited = True
        conditions.structure.procedure *= 1.0 + value("structure.asking_family")
        conditions.pay(self.kind, value("cost.invitations_month") / WEEKS_PER_MONTH)
