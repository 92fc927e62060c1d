"""The mean-field twin of a scenario: region, numbers, population and visits of `IkdModel`, run in milliseconds.

Use it where many runs are needed and the average is enough: a slider, a first search, a calibration. What chance does
from run to run, the twin does not tell.
"""

import numpy as np

from ikdsim.clock import week_of
from ikdsim.engine.mean_field.core.strata import Strata, make_strata
from ikdsim.engine.mean_field.core.supply import SupplyAhead
from ikdsim.engine.mean_field.engine import STRATA_PER_PLACE, MeanField, mean_field
from ikdsim.engine.mean_field.look_ahead import supply_ahead
from ikdsim.population import synthesise
from ikdsim.provenance import load_parameters
from ikdsim.region.load import load_region
from ikdsim.resident.columns import Residents
from ikdsim.resident.tables import build_tables
from ikdsim.scenario.history import history_policies
from ikdsim.scenario.scenario import Scenario
from ikdsim.service.opening import Services
from ikdsim.service.programme import Programme, plan_conditions


class Twin:
    """A scenario on the population and visits of a seed, ready to run.

    One resident stands for `scale` people. `residents` may hand over the population of this seed, and `strata` those of
    another scenario that has the same seed, scale, weeks and own factors.
    """

    def __init__(
        self,
        scenario: Scenario,
        seed: int = 1,
        scale: float = 1.0,
        residents: Residents | None = None,
        strata: Strata | None = None,
    ) -> None:
        self.region = load_region(scenario.region)
        self.parameters = load_parameters().with_values(scenario.parameters)
        self.tables = build_tables(self.parameters)
        self.weeks = (week_of(scenario.start), week_of(scenario.end))
        self.scale = scale
        self.supply = self._plan(scenario, seed)
        if strata is None:
            if residents is None:
                residents = synthesise(self.region, self.parameters, seed, scale)
            usual = np.median(self.supply.weeks["useful"], axis=0)
            strata = make_strata(residents, self.tables, usual, self.weeks, STRATA_PER_PLACE)
        self.strata = strata

    def _plan(self, scenario: Scenario, seed: int) -> SupplyAhead:
        """Every week as the agency plans it and services open it."""
        weeks = range(self.weeks[0], self.weeks[1] + 1)
        policies = (*history_policies(self.region), *scenario.policies)
        planned = plan_conditions(weeks, seed, self.region, self.parameters, policies)
        return supply_ahead(Programme(planned, Services(self.region), self.scale))

    def run(self) -> MeanField:
        """Expected residents by week, place and stage, and activations."""
        return mean_field(self.strata, self.supply, self.tables, self.scale)
