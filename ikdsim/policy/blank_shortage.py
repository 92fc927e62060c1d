"""Shock: blanks for the KTP-el are short. Those without a card are offered IKD instead; trust in the service suffers.

Which of the two weighs more is not known, so both strengths have wide ranges.
"""

from dataclasses import dataclass

from ikdsim.agency.conditions import Conditions
from ikdsim.policy.base import Policy


@dataclass(frozen=True, kw_only=True)
class BlankShortage(Policy):
    """Blanks are short from the week of `start` to that of `end`."""

    kind = "blank_shortage"
    title = {"id": "Kekurangan blangko KTP-el", "en": "Shortage of KTP-el blanks"}
    decided_by = "nobody"

    def change(self, conditions: Conditions, week: int) -> None:
        """Offer IKD instead of the card, and lower trust."""
        conditions.cards_missing = True
        conditions.trust_shift -= conditions.parameters.value("persuasion.shortage_trust")
