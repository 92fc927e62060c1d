"""App repaired: fewer attempts fail because of the app, and fewer users remove it in disappointment.

Reviews of the app are mostly negative, and about a third of its downloads never end in an activation.
"""

from dataclasses import dataclass

from ikdsim.agency.conditions import Conditions
from ikdsim.clock import week_of
from ikdsim.policy.base import Policy
from ikdsim.schema import share


@dataclass(frozen=True, kw_only=True)
class AppRepaired(Policy):
    """A share of the app's faults is gone from the first week on."""

    kind = "app_repaired"
    title = {"id": "Aplikasi diperbaiki", "en": "App repaired"}
    decided_by = "centre"

    repaired: float = share()

    def change(self, conditions: Conditions, week: int) -> None:
        """Repair the app, and pay for it in the first week."""
        conditions.resources.app = max(conditions.resources.app, self.repaired)
        if week == week_of(self.start):
            conditions.pay(self.kind, self.repaired * conditions.parameters.value("cost.app_repair"))
