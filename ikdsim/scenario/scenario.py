"""A scenario: what if, in one region, over one span of time."""

import dataclasses
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from ikdsim.clock import FIRST_MONDAY, monday_of, sunday_of, week_of
from ikdsim.errors import BadInput, Fault
from ikdsim.policy.base import Policy
from ikdsim.policy.outside import code_of
from ikdsim.provenance import Parameters, SourcedValue

DEFAULT_START: Final = FIRST_MONDAY
DEFAULT_END: Final = date(2028, 12, 31)
LATEST_END: Final = date(2050, 12, 31)
"""Beyond it neither the evidence nor a population without births says anything."""

MOST_SHOWN: Final = 200
"""Characters of policies and numbers in what Python shows of a scenario."""


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """A resolved scenario file. The history of its region is not in it: the model adds it to every run."""

    name: str
    title: Mapping[str, str]
    """By language, "id" and "en"."""
    region: str
    start: date = DEFAULT_START
    end: date = DEFAULT_END
    parameters: Mapping[str, float] = dataclasses.field(default_factory=dict)
    """Numbers of the register that this scenario changes."""
    region_numbers: Mapping[str, float] = dataclasses.field(default_factory=dict)
    """Numbers of the region that this scenario changes, such as "kecamatan_desk.officers" or "signal.<place>"."""
    prices: tuple[SourcedValue, ...] = ()
    """A planner's own, in place of those of the register; see prices.py."""
    policies: tuple[Policy, ...] = ()
    files: tuple[Path, ...] = ()
    """The files it was read from, the one that all others extend first."""

    def __repr__(self) -> str:
        changes = (
            ", ".join([*(policy.name for policy in self.policies), *self.parameters, *self.region_numbers])
            or "nothing changed"
        )
        told = textwrap.shorten(changes, MOST_SHOWN, placeholder=" ...")
        return f"<Scenario {self.name} of {self.region}, {self.start} to {self.end}: {told}>"

    def numbers_of(self, register: Parameters) -> Parameters:
        """The numbers of `register` as this scenario has them; raises BadInput for those that cannot be."""
        return register.with_prices(self.prices).with_values(self.parameters)

    def until(self, day: date | None) -> "Scenario":
        """The same scenario, but ending on `day`, if given; raises BadInput if that day lies outside of it."""
        if day is None:
            return self
        first, last = monday_of(week_of(self.start)), sunday_of(week_of(self.end))
        if not first <= day <= last:
            raise BadInput([Fault("day_outside_run", {"value": day, "low": self.start, "high": self.end})])
        return dataclasses.replace(self, end=day)

    def begun_by(self, week: int) -> "Scenario":
        """What of this scenario has begun by the end of `week`; scenarios alike in it share their past."""
        begun = tuple(policy for policy in self.policies if week_of(policy.start) <= week)
        return dataclasses.replace(self, name="", end=sunday_of(week), policies=begun)

    def resolved(self) -> dict[str, Any]:
        """Everything that determines a run, as plain values that JSON can hold; files and titles do not."""
        return {
            "name": self.name,
            "region": self.region,
            "start": self.start.isoformat(),
            "end": self.end.isoformat(),
            "parameters": dict(sorted(self.parameters.items())),
            "region_numbers": dict(sorted(self.region_numbers.items())),
            "prices": [_plain_price(price) for price in self.prices],
            "policies": [_plain(policy) for policy in self.policies],
        }


def _plain(policy: Policy) -> dict[str, object]:
    """Kind and keys of a policy; of another package, its code as well."""
    code = code_of(type(policy))
    said = {"kind": policy.kind, "code": code} if code else {"kind": policy.kind}
    fields = {field.name: getattr(policy, field.name) for field in dataclasses.fields(policy)}
    return said | {name: _plain_value(value) for name, value in fields.items()}


def _plain_price(price: SourcedValue) -> dict[str, object]:
    return {"name": price.name, "value": price.value, "unit": price.unit, "source": price.source}


def _plain_value(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
