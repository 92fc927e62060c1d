"""The agency as a Mesa agent: it plans each week from the usual conditions and the policies in force."""

import mesa

from ikdsim.agency.conditions import Conditions, usual_conditions
from ikdsim.engine.agent import IkdAgent
from ikdsim.policy.base import Policy
from ikdsim.provenance import Parameters
from ikdsim.region.region import Region
from ikdsim.service.planning import plan_week


class Agency(IkdAgent):
    """The civil registry office of the regency, as far as the region meets it."""

    def __init__(
        self,
        model: mesa.Model,
        region: Region,
        parameters: Parameters,
        policies: tuple[Policy, ...],
        seed: int,
    ) -> None:
        super().__init__(model)
        self.region = region
        self.parameters = parameters
        self.policies = policies
        self.seed = seed
        self.conditions = usual_conditions(0, seed, region, parameters)

    def plan(self, week: int) -> Conditions:
        """The conditions of `week`: the usual ones, then the usual visits, then every policy in force."""
        self.conditions = plan_week(week, self.seed, self.region, self.parameters, self.policies)
        return self.conditions
