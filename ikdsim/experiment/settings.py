"""Settings: what a gain would be, if a number that decides it were lower or higher than it is assumed to be.

As long as no number of the register is calibrated, one gain would say more than is known. data/settings.toml says which
numbers are moved, and how far.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final

from ikdsim.provenance import CALIBRATED, Parameters, SourcedValue, load_parameters, sourced
from ikdsim.scenario.scenario import Scenario

SETTINGS_FILE: Final = Path(__file__).parents[1] / "data" / "settings.toml"
TODAY: Final = "today"
"""The setting in which every scenario has its own numbers."""
LOW: Final = "low"


@dataclass(frozen=True)
class Setting:
    """Numbers of the register, each moved a part of the way to one end of its range, and numbers of the region."""

    name: str
    ends: Mapping[str, str]
    """"low" or "high" by the name of the number."""
    region_numbers: Mapping[str, float]
    """As they are under it, by name."""
    part_of_way: float
    """0-1."""

    def numbers(self, scenario: Scenario) -> dict[str, float]:
        """The numbers that it moves, of the register and of the region, as they are in `scenario` under it."""
        return {**self._parameters(scenario), **self.region_numbers}

    def _parameters(self, scenario: Scenario) -> dict[str, float]:
        register = scenario.numbers_of(load_parameters())
        return {name: self._moved(register[name], end) for name, end in self.ends.items()}

    def _moved(self, number: SourcedValue, end: str) -> float:
        goal = number.low if end == LOW else number.high
        return number.value + self.part_of_way * (goal - number.value)

    def of(self, scenario: Scenario) -> Scenario:
        """The scenario under this setting."""
        return replace(
            scenario,
            parameters={**scenario.parameters, **self._parameters(scenario)},
            region_numbers={**scenario.region_numbers, **self.region_numbers},
        )


@cache
def all_settings() -> tuple[Setting, ...]:
    """Every setting, today's first."""
    document = tomllib.loads(SETTINGS_FILE.read_text(encoding="utf-8"))
    part = sourced("part_of_way", document["part_of_way"]).value
    moved = document["setting"].items()
    return tuple(Setting(name, of.get("parameters", {}), of.get("region_numbers", {}), part) for name, of in moved)


def settings_for(register: Parameters) -> tuple[Setting, ...]:
    """The settings under which gains are told: none as soon as a number of the register is calibrated."""
    is_calibrated = any(number.kind == CALIBRATED for number in register.values())
    return () if is_calibrated else all_settings()
