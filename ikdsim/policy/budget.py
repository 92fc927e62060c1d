"""A yearly budget: the policies it pays for stop when the money of the year is spent, and go on in January.

They are paid week by week in the order of the scenario. One that cannot be paid for its first week never begins.
"""

from dataclasses import dataclass

from ikdsim.agency.budget import YearlyBudget
from ikdsim.agency.conditions import Conditions
from ikdsim.clock import week_of
from ikdsim.policy.base import Misfit, Policy
from ikdsim.provenance import Parameters
from ikdsim.region.region import Region
from ikdsim.schema import number, policy_names


@dataclass(frozen=True, kw_only=True)
class Budget(Policy):
    """So much money a year for some policies of the scenario together."""

    kind = "budget"
    title = {"id": "Anggaran tahunan", "en": "Yearly budget"}
    decided_by = "regency"

    rupiah_per_year: float = number(0, 1e13, "rupiah a year")
    policies: tuple[str, ...] = policy_names()

    def misfits(self, region: Region, parameters: Parameters) -> list[Misfit]:
        """A budget for nothing."""
        return [] if self.policies else [Misfit("pays_for_nothing", "policies", {})]

    @property
    def accounts_from(self) -> int:
        """Its own first week: money spent before is of no account."""
        return week_of(self.start)

    def change(self, conditions: Conditions, week: int) -> None:
        """Set the limit; what the policies cost, and who stops, is found when the week is planned."""
        conditions.budgets.append(YearlyBudget(self.policies, self.rupiah_per_year))
