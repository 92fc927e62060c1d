"""The twin from changed numbers to expected counts in milliseconds, for the many evaluations of a calibration.

It is `twin.Twin` of a scenario without policies, on people who are made once. Numbers that make people (population.*,
signal) and distances are those of the register: a calibration is on these people.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ikdsim.calibration.people import SAMPLE, SampledPeople
from ikdsim.calibration.weeks import usual_weeks
from ikdsim.engine.mean_field.engine import run_strata
from ikdsim.policy.base import Policy
from ikdsim.provenance import Parameters
from ikdsim.region.changed import with_numbers
from ikdsim.region.region import DEMAND, Region
from ikdsim.resident.tables import Tables, asked_in, build_tables
from ikdsim.scenario.history import history_policies
from ikdsim.setup import Setup


class QuickTwin:
    """A set-up without policies of its own, ready for other numbers."""

    def __init__(self, setup: Setup, sample: int = SAMPLE) -> None:
        self.setup = setup
        self._people = SampledPeople(setup, sample)
        self._shocks = history_policies(setup.region)
        self._as_usual = np.ones(len(setup.region.places))
        residents = np.array([place.residents for place in setup.region.places])
        self._stands_for = residents / np.diff(setup.residents.place_start)

    def users(
        self,
        values: Mapping[str, float],
        region_values: Mapping[str, float],
        recorded: NDArray[np.float64] | None = None,
        like: Region | None = None,
    ) -> NDArray[np.float64]:
        """Expected residents who use IKD at the end of the last week, shape (places,).

        With other `values` of the register and of the region, `recorded` times as many recorded residents by place (1
        if not given), in the region that is `like` this one but for its numbers (default: the set-up's). Values are
        taken as they are: see priors.py for what is possible.
        """
        setup = self.setup
        region = with_numbers(like or setup.region, region_values)
        parameters = _changed(setup.parameters, values)
        tables = _tables(parameters, region)
        supply = usual_weeks(setup, region, parameters, _with_numbers(self._shocks, region))
        strata = self._people.strata(tables, self._as_usual if recorded is None else recorded)
        return np.asarray(run_strata(strata, supply, tables, setup.scale).users[-1] * self._stands_for)


def _with_numbers(shocks: Sequence[Policy], region: Region) -> list[Policy]:
    """The shocks of a region's history as strong as its numbers say."""
    said: list[dict[str, Any]] = [
        {key: told for key, told in table.items() if isinstance(told, float)} for table in region.history
    ]
    return [replace(shock, **numbers) for shock, numbers in zip(shocks, said, strict=True)]


def _changed(parameters: Parameters, values: Mapping[str, float]) -> Parameters:
    """The register with other values, unchecked."""
    changed = {name: replace(parameters[name], value=value) for name, value in values.items()}
    return Parameters(MappingProxyType({**parameters.register, **changed}))


def _tables(parameters: Parameters, region: Region) -> Tables:
    """As `Setup.tables`."""
    tables = build_tables(parameters)
    if region.intensity_acts_on != DEMAND:
        return tables
    return asked_in(tables, [place.intensity for place in region.places])
