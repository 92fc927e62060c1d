"""Small runs of Babelan for the engines' tests."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest

from ikdsim.model import IkdModel
from ikdsim.policy.base import Policy
from ikdsim.provenance import Parameters, load_parameters
from ikdsim.scenario.load import load_scenario
from ikdsim.scenario.scenario import Scenario

SCENARIOS = Path(__file__).parents[2] / "scenarios" / "babelan"
FEW_THOUSAND = 100.0
"""Scale at which Babelan has 2,453 residents."""


@pytest.fixture
def shipped() -> Callable[[str], Scenario]:
    """A scenario that ships with the project, by name."""
    return lambda name: load_scenario(SCENARIOS / f"{name}.toml")


@pytest.fixture
def make_model() -> Callable[..., IkdModel]:
    """A small model of Babelan with policies and changed parameters."""

    def make(
        policies: tuple[Policy, ...] = (),
        parameters: Mapping[str, float] | None = None,
        seed: int = 1,
        scale: float = FEW_THOUSAND,
        end: date = date(2025, 1, 19),
    ) -> IkdModel:
        scenario = Scenario(
            name="small",
            title={"id": "kecil", "en": "small"},
            region="babelan",
            end=end,
            policies=policies,
            parameters=parameters or {},
        )
        return IkdModel(scenario, seed=seed, scale=scale)

    return make


@pytest.fixture
def beyond_ranges(monkeypatch: pytest.MonkeyPatch) -> Callable[[Mapping[str, float]], None]:
    """Let every model load these values, even those outside the ranges of the register (0 for "never")."""

    def change(values: Mapping[str, float]) -> None:
        register = dict(load_parameters())
        for name, value in values.items():
            register[name] = replace(register[name], value=value)
        changed = Parameters(MappingProxyType(register))
        monkeypatch.setattr("ikdsim.setup.load_parameters", lambda: changed)

    return change
