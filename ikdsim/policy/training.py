"""Training: officers who know the app are quicker, and fewer attempts fail at their desks.

The Babelan study finds few officers with IT skill. Of those who are trained nothing more is known than their share, so
all officers are that much better in the mean, those hired for a task too; what they learnt stays while the policy is in
force.
"""

from dataclasses import dataclass

from ikdsim.agency.assignment import take_away
from ikdsim.agency.conditions import Conditions
from ikdsim.agency.officers import TRAINING
from ikdsim.clock import week_of
from ikdsim.policy.base import Policy
from ikdsim.schema import share


@dataclass(frozen=True, kw_only=True)
class Training(Policy):
    """A share of all officers at the desks is trained in the first week."""

    kind = "training"
    title = {"id": "Pelatihan petugas", "en": "Training of officers"}
    decided_by = "regency"

    trained: float = share()

    def change(self, conditions: Conditions, week: int) -> None:
        """Take away part of what skill and knowledge of procedure lack; in the first week train and pay."""
        value, resources = conditions.parameters.value, conditions.resources
        resources.skill += self.trained * value("resources.skill_learnt") * (1.0 - resources.skill)
        resources.information += self.trained * value("resources.information_learnt") * (1.0 - resources.information)
        if week == week_of(self.start):
            for officer in conditions.roster:
                take_away(officer, TRAINING, self.trained * value("resources.training_minutes"), conditions)
            conditions.pay(self.kind, self.trained * len(conditions.roster) * value("cost.training"))
