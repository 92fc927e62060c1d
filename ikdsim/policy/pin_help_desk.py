"""PIN help desk: users who forgot the PIN, or have a new phone, get help at once instead of lapsing.

Studies of other places name the forgotten PIN among what ends the use of IKD; today it means a way to the office.
"""

from dataclasses import dataclass

from ikdsim.agency.assignment import ADDED, STAFF, answer_messages
from ikdsim.agency.conditions import Conditions
from ikdsim.policy.base import Policy
from ikdsim.schema import choice, share


@dataclass(frozen=True, kw_only=True)
class PinHelpDesk(Policy):
    """The share of the working week in which somebody answers those who are locked out; so many of them get through."""

    kind = "pin_help_desk"
    title = {"id": "Layanan bantuan PIN", "en": "PIN help desk"}
    decided_by = "regency"

    answers: float = share()
    staff: str = choice(STAFF, default=ADDED)

    def change(self, conditions: Conditions, week: int) -> None:
        """Help, and pay whoever is hired for it."""
        value, resources = conditions.parameters.value, conditions.resources
        resources.help = 1.0 - (1.0 - resources.help) * (1.0 - self.answers * value("confirmation.solved_by_help"))
        if self.answers:
            answer_messages(self.name, self.kind, self.answers, self.staff, conditions)
