"""IKD required: a share of the services at desks is refused to whoever has no IKD.

Whoever comes for such a service and can be activated is, there and then, and lapses faster; the others go home without
it and trust less. A service that requires IKD accepts it. No law makes IKD a condition of a service, so only the centre
could decide it; the services that are refused are counted.
"""

from dataclasses import dataclass

from ikdsim.agency.conditions import Conditions
from ikdsim.clock import week_of
from ikdsim.policy.base import Policy
from ikdsim.schema import share


@dataclass(frozen=True, kw_only=True)
class Require(Policy):
    """Share of the services at desks that require IKD."""

    kind = "require"
    title = {"id": "IKD wajib untuk layanan", "en": "IKD required for services"}
    decided_by = "centre"

    required: float = share()

    def change(self, conditions: Conditions, week: int) -> None:
        """Require IKD, accept it where it is required, and pay in the first week for linking and telling everybody."""
        value = conditions.parameters.value
        linked = max(0.0, self.required - conditions.accepted)
        conditions.accepted += linked
        conditions.required = max(conditions.required, self.required)
        if week == week_of(self.start):
            conditions.pay(self.kind, value("cost.new_rule") + linked * value("cost.linking_all"))
