"""Incentives: the field allowance is paid in full again, and whoever offers IKD most wins a prize.

Staff without civil-servant status have had half the allowance since 2019; where it is not paid, IKD is offered less on
visits. Prizes make officers everywhere offer it oftener.
"""

from dataclasses import dataclass

from ikdsim.agency.conditions import Conditions
from ikdsim.clock import WEEKS_PER_MONTH
from ikdsim.policy.base import Policy
from ikdsim.schema import share, truth


@dataclass(frozen=True, kw_only=True)
class Incentives(Policy):
    """The share of the field allowance that is paid, and whether there are prizes every month."""

    kind = "incentives"
    title = {"id": "Insentif petugas", "en": "Incentives for officers"}
    decided_by = "regency"

    allowance: float = share()
    prizes: bool = truth(default=False)

    def change(self, conditions: Conditions, week: int) -> None:
        """Pay more of the allowance for this week's days out that are planned so far, and prizes."""
        value, disposition = conditions.parameters.value, conditions.disposition
        more = max(0.0, self.allowance - disposition.incentives)
        disposition.incentives += more
        out = [officer for visit in conditions.visits for officer in visit.crew if officer in conditions.roster]
        conditions.pay(self.kind, more * len(out) * value("cost.allowance_day"))
        if self.prizes:
            disposition.attitude += value("disposition.won_by_prizes") * (1.0 - disposition.attitude)
            conditions.pay(self.kind, value("cost.prizes_month") / WEEKS_PER_MONTH)
