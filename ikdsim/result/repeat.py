"""Repeat: read a record back into the settings of its run, or say why that run cannot be repeated here."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from ikdsim.errors import BadInput, Fault, reason_of
from ikdsim.fields import NO_PLACES, REQUIRED, Day, Places, Refused, Words
from ikdsim.identity import fingerprint, rules_and_data
from ikdsim.policy import policy_kinds
from ikdsim.policy.base import Policy
from ikdsim.policy.outside import code_of
from ikdsim.provenance import SourcedValue
from ikdsim.region.load import load_region
from ikdsim.result.record import RECORD_FILE, Settings
from ikdsim.scenario.policies import read_policy
from ikdsim.scenario.prices import COSTS, read_price
from ikdsim.scenario.scenario import Scenario
from ikdsim.scenario.source_file import Titles
from ikdsim.schema import Where, fields_of


def read_record(path: Path) -> Settings:
    """The settings of the run that `path` records.

    Raises BadInput if this is no record, if somebody changed it, or if it was made with other rules or data.
    """
    try:
        return _settings(_determined_by(path), str(path))
    except (KeyError, TypeError, ValueError, AttributeError, Refused):  # a record that no run has written
        raise BadInput([Fault("result.not_a_record", {"file": str(path)})]) from None


def _settings(determined_by: Mapping[str, Any], file: str) -> Settings:
    table = determined_by["scenario"]
    _require_same(determined_by, rules_and_data(table["region"]), file)
    _require_kinds(table["policies"], file)
    scenario = _scenario(table, Titles(REQUIRED).take(determined_by["title"], NO_PLACES))
    _require_same_code(scenario.policies, table["policies"], file)
    return Settings(
        scenario=scenario,
        seed=determined_by["seed"],
        scale=determined_by["scale"],
        engine=determined_by["engine"],
    )


def recorded_fingerprint(folder: Path) -> str | None:
    """Fingerprint of the record in `folder`, None if there is none that can be read."""
    try:
        return fingerprint(_determined_by(folder / RECORD_FILE))
    except BadInput:
        return None


def _require_same(then: Mapping[str, Any], now: Mapping[str, str], file: str) -> None:
    """Raise BadInput unless rules and data are those of the record."""
    facts = {"file": file, "then": then["ikdsim"], "now": now["ikdsim"]}
    if then["ikdsim"] != now["ikdsim"]:
        raise BadInput([Fault("result.record_of_other_version", facts)])
    changed = [name for name in now if then[name] != now[name]]
    if changed:
        raise BadInput([Fault("result.record_of_other_data", {**facts, "changed": ", ".join(changed)})])


def _require_kinds(policies: Sequence[Mapping[str, Any]], file: str) -> None:
    """Raise BadInput for policies of a package, or of a script, that are not here."""
    missing = [of["kind"] for of in policies if "code" in of and of["kind"] not in policy_kinds()]
    if missing:
        raise BadInput([Fault("result.record_of_other_package", {"file": file, "kinds": ", ".join(missing)})])


def _require_same_code(policies: Sequence[Policy], then: Sequence[Mapping[str, Any]], file: str) -> None:
    """Raise BadInput for policies of another package whose code has changed."""
    pairs = zip(policies, then, strict=True)
    changed = [policy.kind for policy, of in pairs if code_of(type(policy)) != of.get("code", "")]
    if changed:
        raise BadInput([Fault("result.record_of_other_code", {"file": file, "kinds": ", ".join(changed)})])


def _determined_by(path: Path) -> dict[str, Any]:
    """What determined the recorded run, if the file is as it was written."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        determined_by: dict[str, Any] = found["determined_by"]
        intact = found["fingerprint"] == fingerprint(determined_by)
    except FileNotFoundError:
        raise BadInput([Fault("missing_file", {"file": str(path)})]) from None
    except OSError as problem:
        raise BadInput([Fault("unreadable_file", {"file": str(path), "reason": reason_of(problem)})]) from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise BadInput([Fault("result.not_a_record", {"file": str(path)})]) from None
    if not intact:
        raise BadInput([Fault("result.changed_record", {"file": str(path)})])
    return determined_by


def _scenario(table: Mapping[str, Any], title: Mapping[str, str]) -> Scenario:
    return Scenario(
        name=Words(REQUIRED).take(table["name"], NO_PLACES),
        title=title,
        region=table["region"],
        start=date.fromisoformat(table["start"]),
        end=date.fromisoformat(table["end"]),
        parameters=dict(table["parameters"].items()),
        region_numbers=dict(table["region_numbers"].items()),
        prices=tuple(_price(price) for price in table["prices"]),
        policies=tuple(_policy(policy, load_region(table["region"]).described_places) for policy in table["policies"]),
    )


def _price(table: Mapping[str, Any]) -> SourcedValue:
    of_file = {key: value for key, value in table.items() if key != "name"}
    price, faults = read_price(table["name"].removeprefix(COSTS), of_file, Where())
    if price is None:
        raise BadInput(faults)
    return price


def _policy(table: Mapping[str, Any], places: Places) -> Policy:
    """The policy whose fields a record holds as plain values: None where a key was not given, days as words."""
    fields = fields_of(policy_kinds()[table["kind"]])
    given = {
        name: date.fromisoformat(value) if isinstance(fields.get(name), Day) else value
        for name, value in table.items()
        if value is not None and name != "code"
    }
    policy, faults = read_policy(given, Where(), places)
    if policy is None:
        raise BadInput(faults)
    return policy
