"""Levers that should help, and settings in which gains are told side by side.

A lever that is a number changes the whole run, the past included; one that is a policy begins in 2027 and branches off
the past that it shares.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from operator import attrgetter
from typing import Final

from benchmarks.jobs import BABELAN, BASELINE
from ikdsim.agency.conditions import Conditions
from ikdsim.policy.base import Policy
from ikdsim.policy.literacy_class import LiteracyClass
from ikdsim.policy.village_leaders import VillageLeaders
from ikdsim.provenance import load_parameters
from ikdsim.region.load import load_region
from ikdsim.scenario.load import load_scenario
from ikdsim.scenario.scenario import Scenario

CHANGE_ON: Final = date(2027, 1, 4)
NOTHING: Final = "baseline"
"""Name of the lever that changes nothing."""


@dataclass(frozen=True, kw_only=True)
class Condition(Policy):
    """A condition of the agency, such as "resources.skill", as it is from CHANGE_ON on."""

    kind = "condition"
    title = {"id": "Keadaan lain", "en": "Another condition"}
    decided_by = "nobody"
    name: str
    value: float
    start: date = CHANGE_ON

    def change(self, conditions: Conditions, week: int) -> None:
        """Write the value, whatever stood there."""
        variable, _, field_name = self.name.rpartition(".")
        setattr(attrgetter(variable)(conditions) if variable else conditions, field_name, self.value)


@dataclass(frozen=True)
class Lever:
    """A scenario, and the one against which its gain is counted."""

    name: str
    numbers: Mapping[str, float] = field(default_factory=dict)
    region_numbers: Mapping[str, float] = field(default_factory=dict)
    policies: tuple[Policy, ...] = ()
    against: str = NOTHING
    should_help: bool = True

    @property
    def scenario(self) -> Scenario:
        """The baseline with what the lever changes."""
        return replace(
            BASELINE,
            name=self.name,
            parameters={**BASELINE.parameters, **self.numbers},
            region_numbers={**BASELINE.region_numbers, **self.region_numbers},
            policies=self.policies,
        )


_HIGH: Final = {
    "officers at the kecamatan": ("kecamatan_desk.officers",),
    "officers in kelurahan": ("village_desk.officers",),
    "officers at the district office": ("district_office.officers",),
    "officers at the outlet": ("mall_outlet.officers",),
    "hours at the kecamatan": ("kecamatan_desk.hours_per_week",),
    "hours in kelurahan": ("village_desk.hours_per_week",),
    "desks in inland desa": ("village_desk.exists_inland",),
    "desks in coastal desa": ("village_desk.exists_coastal",),
    "minutes left for IKD": ("structure.desk_share", "structure.visit_share"),
    "skill": ("resources.skill",),
    "training and procedure": ("resources.information",),
    "central system": ("resources.uptime",),
    "attitude": ("disposition.attitude",),
    "allowance": ("disposition.incentives",),
    "better people sent": ("disposition.appointment",),
    "clarity": ("communication.clarity",),
    "consistency": ("communication.consistency",),
    "answers": ("communication.two_way",),
    "posts": ("communication.posts_per_week",),
    "trust": ("population.trust_level",),
    "phones": ("population.phone_urban", "population.phone_rural"),
    "signal": ("signal_urban", "signal_inland", "signal_coastal"),
    "accepting services": ("decision.accepted_today",),
    "visits to kelurahan and desa": ("village_visits",),
    "kecamatan editions": ("kecamatan_visits",),
}
"""Numbers that are set to the high end of their ranges."""
_LOW: Final = {
    "fewer phones too old": ("population.too_old_under_60", "population.too_old_60_and_over"),
    "less fragmentation": ("structure.fragmentation",),
    "quicker procedure": ("structure.procedure",),
}
_CONDITIONS: Final = {
    "attitude": ("disposition.attitude", 0.5),
    "skill": ("resources.skill", 0.8),
    "training and procedure": ("resources.information", 0.8),
    "allowance": ("disposition.incentives", 1.0),
    "clarity": ("communication.clarity", 2.0),
    "consistency": ("communication.consistency", 2.0),
    "minutes left for IKD": ("structure.desk_share", 0.4),
    "trust": ("trust_shift", 0.1),
    "accepting services": ("accepted", 0.2),
}
_SHIPPED: Final = ("botram_rotation", "service_vehicle", "ikd_team", "campaign", "ktp_transition", "combined")
_SINGLE: Final = tuple(sorted(path.stem for path in (BABELAN / "levers").glob("*.toml")))
"""Scenarios of one lever, and of packages, beside those of the folder above."""
_MAY_COST: Final = ("family_activation",)
"""Asks a little time of every activation, which full desks have not: docs/odd.md, section 8."""
_REFUSAL: Final = ("persuasion.opposed", "persuasion.breach_alarm", "implementation.embittered")
_LESS_AND_MORE: Final = (0.1, 1.5)
_IN_SETTINGS: Final = ("botram_rotation", "ikd_team", "ktp_transition")


def levers() -> list[Lever]:
    """All levers; whoever is counted against another stands behind it."""
    ends = [(_HIGH, "high"), (_LOW, "low")]
    numbers = [_from_start(name, end, of) for named, end in ends for name, of in named.items()]
    policies = [Lever(name, policies=_shipped(name)) for name in _SHIPPED]
    everywhere = load_region(BASELINE.region).place_names
    leaders = VillageLeaders(name="leaders", start=CHANGE_ON, places=everywhere)
    classes = LiteracyClass(name="classes", start=CHANGE_ON, classes_per_week=1.0, seats=30, places=everywhere)
    changed = [
        Lever(f"{name}, from 2027", policies=(Condition(name=variable, value=value),))
        for name, (variable, value) in _CONDITIONS.items()
    ]
    lower = Lever("attitude at its low end", {"disposition.attitude": 0.03}, should_help=False)
    policies += [Lever("village leaders", policies=(leaders,)), Lever("literacy class", policies=(classes,))]
    policies += [_single(name) for name in _SINGLE]
    return [Lever(NOTHING, should_help=False), *numbers, *policies, *changed, lower, *_settings()]


def _settings() -> list[Lever]:
    """Policies where fewer or more are against IKD or turn against it, each against its own baseline."""
    found, usual = [], load_parameters()
    for factor in _LESS_AND_MORE:
        numbers, name = {key: factor * usual.value(key) for key in _REFUSAL}, f"refusal x {factor:g}"
        found.append(Lever(name, numbers, should_help=False))
        found += [Lever(f"{name}: {policy}", numbers, {}, _shipped(policy), name) for policy in _IN_SETTINGS]
    return found


def _single(name: str) -> Lever:
    """A shipped lever; shocks and what may cost more time than it brings are told, and need not help."""
    policies = _shipped(f"levers/{name}")
    is_shock = any(policy.decided_by == "nobody" for policy in policies)
    return Lever(name, policies=policies, should_help=not is_shock and name not in _MAY_COST)


def _shipped(name: str) -> tuple[Policy, ...]:
    return load_scenario(BABELAN / f"{name}.toml").policies


def _from_start(name: str, end: str, keys: tuple[str, ...]) -> Lever:
    register, region = load_parameters(), load_region(BASELINE.region)
    numbers = {key: getattr(register[key], end) for key in keys if key in register}
    own = {key: getattr(region.numbers[f"{region.name}.{key}"], end) for key in keys if key not in register}
    return Lever(name, numbers, own)
