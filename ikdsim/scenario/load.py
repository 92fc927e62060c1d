"""Load scenario files: each laid over the file it extends, and checked whole before anything runs."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, cast

from ikdsim.clock import week_of
from ikdsim.errors import BadInput, Fault
from ikdsim.key_kinds import REQUIRED, Choice, Refused
from ikdsim.keys import Where
from ikdsim.language import LANGUAGES
from ikdsim.policy.base import Policy
from ikdsim.provenance import Parameters, load_parameters
from ikdsim.region.load import load_region, region_names
from ikdsim.region.region import Region
from ikdsim.scenario.chain import read_chain
from ikdsim.scenario.layer import Layer
from ikdsim.scenario.policies import date_faults, gather, read_policy
from ikdsim.scenario.scenario import DEFAULT_END, DEFAULT_START, Scenario
from ikdsim.scenario.toml_file import toml_files


def load_scenario(path: Path | str) -> Scenario:
    """Read the scenario file at `path`; raises BadInput with every fault of it and of those it extends."""
    layers, broken = read_chain(Path(path))
    if not layers:
        raise BadInput(broken)
    own = [fault for layer in layers for fault in layer.faults]
    region, region_faults = _region(layers, whole=not broken and not _mistaken(own, ("extends", "region")))
    (start, end), span_faults = _span(layers)
    parameters, parameter_faults = _parameters(layers)
    policies, policy_faults = _policies(layers, region.place_names if region else (), start, end)
    faults = [*broken, *own, *region_faults, *span_faults, *parameter_faults, *policy_faults]
    if faults or region is None:
        raise BadInput(_in_order(faults))
    name = layers[-1].path.stem
    return Scenario(
        name=name,
        title=layers[-1].keys.title or dict.fromkeys(LANGUAGES, name),
        region=region.name,
        start=start,
        end=end,
        parameters=parameters,
        policies=policies,
        files=tuple(layer.path for layer in layers),
    )


def load_scenarios(what: Sequence[Path | str]) -> list[Scenario]:
    """Read scenario files and folders of them (their own files, not those of folders inside).

    Raises BadInput with the faults of all files, of a folder without any, and of two scenarios of one name.
    """
    scenarios: dict[str, Scenario] = {}
    files, faults = _files(what)
    for path in files:
        try:
            scenario = load_scenario(path)
        except BadInput as problem:
            faults += problem.faults
            continue
        if scenario.name in scenarios:
            faults.append(Fault("same_scenario_name", {"file": str(path), "value": scenario.name}))
        scenarios[scenario.name] = scenario
    if faults:
        raise BadInput(faults)
    return list(scenarios.values())


@cache
def _register() -> Parameters:
    return load_parameters()


@cache
def _load_region(name: str) -> Region:
    return load_region(name)


def _files(what: Sequence[Path | str]) -> tuple[list[Path], list[Fault]]:
    """The files that `what` stands for, and the folders without any."""
    files: list[Path] = []
    faults: list[Fault] = []
    for path in map(Path, what):
        found = toml_files(path) if path.is_dir() else [path]
        if not found:
            inside = sorted(folder.parent for folder in path.glob("*/*.toml"))
            faults.append(Fault("no_scenarios", {"file": str(path), "nearest": next(iter(inside), None)}))
        files += found
    return files, faults


def _last(layers: Sequence[Layer], key: str) -> tuple[Any, Layer]:
    """The value of a key in the last layer that gives it, and that layer; or None and the last layer."""
    given = [layer for layer in layers if getattr(layer.keys, key) is not None]
    layer = given[-1] if given else layers[-1]
    return getattr(layer.keys, key), layer


def _region(layers: Sequence[Layer], whole: bool) -> tuple[Region | None, list[Fault]]:
    """The region; that no layer names one is a fault only if the chain is `whole`."""
    name, layer = _last(layers, "region")
    key = Choice(REQUIRED, options=region_names())
    try:
        return _load_region(key.take(name, ()) if name else cast(str, key.missing(()))), []
    except Refused as refused:
        return None, layer.where().faults("region", refused) if whole or name else []


def _mistaken(faults: Sequence[Fault], keys: Sequence[str]) -> bool:
    """Whether one of `keys` was given, but wrongly: then it is not missing."""
    return any(fault.facts["key"] in keys or fault.facts.get("nearest") in keys for fault in faults)


def _span(layers: Sequence[Layer]) -> tuple[tuple[date, date], list[Fault]]:
    """First and last day of the run."""
    start, layer_of_start = _last(layers, "start")
    if start is not None and week_of(start) != week_of(DEFAULT_START):
        fault = layer_of_start.where().fault("late_start", "start", {"value": start, "low": DEFAULT_START})
        return (DEFAULT_START, DEFAULT_END), [fault]
    start = DEFAULT_START if start is None else start
    end, layer = _last(layers, "end")
    if end is None or end >= start:
        return (start, end or DEFAULT_END), []
    fault = layer.where().fault("end_before_start", "end", {"value": end, "low": start})
    return (start, DEFAULT_END), [fault]


def _parameters(layers: Sequence[Layer]) -> tuple[Mapping[str, float], list[Fault]]:
    """Numbers that the layers change, later layers first; the register knows their names and ranges."""
    values: dict[str, float] = {}
    faults: list[Fault] = []
    for layer in layers:
        where = layer.where("parameters", "[parameters]")
        table = layer.keys.parameters or {}
        bare = {name for name, value in table.items() if isinstance(value, dict)}
        faults += [where.fault("unquoted_parameter", name, {}) for name in bare]
        numbers = {name: cast(float, value) for name, value in table.items() if name not in bare}
        try:
            _register().with_values(numbers)
            values |= {name: float(value) for name, value in numbers.items()}
        except BadInput as problem:
            faults += [_at(where, found) for found in problem.faults]
    return values, faults


def _at(where: Where, fault: Fault) -> Fault:
    """The fault that the register found, in its place in the file."""
    return where.fault(fault.code, str(fault.facts["name"]), fault.facts)


def _policies(
    layers: Sequence[Layer], places: Sequence[str], start: date, end: date
) -> tuple[tuple[Policy, ...], list[Fault]]:
    entries, faults = gather(layers)
    policies = []
    for entry in entries:
        made, found = read_policy(entry.table, entry.where, places)
        faults += [*found, *date_faults(entry.table, entry.where, start, end)]
        if made is not None:
            policies.append(made)
    return tuple(policies), faults


def _in_order(faults: Sequence[Fault]) -> list[Fault]:
    """By file, then by line."""
    return sorted(faults, key=lambda fault: (str(fault.facts["file"]), _line(fault)))


def _line(fault: Fault) -> int:
    return cast(int, fault.facts.get("line") or 0)
