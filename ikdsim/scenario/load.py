"""Load scenario files: each laid over the file it extends, and checked whole before anything runs."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final, cast

from ikdsim.clock import week_of
from ikdsim.errors import BadInput, Fault, shorten, unseen_letter
from ikdsim.fields import NO_PLACES, REQUIRED, Choice, Refused
from ikdsim.language import LANGUAGES
from ikdsim.policy.base import Policy
from ikdsim.provenance import Parameters, SourcedValue, load_parameters
from ikdsim.region.load import load_region, region_names
from ikdsim.region.region import Region
from ikdsim.scenario.chain import read_chain
from ikdsim.scenario.policies import date_faults, gather, read_policy, stranger_faults, unstoppable_faults
from ikdsim.scenario.prices import load_prices, with_prices
from ikdsim.scenario.scenario import DEFAULT_END, DEFAULT_START, Scenario
from ikdsim.scenario.source_file import SourceFile
from ikdsim.scenario.toml_file import is_folder, toml_files
from ikdsim.schema import Where

MOST_IN_NAME: Final = 200
"""Bytes of the name of a scenario; systems take 255, and folders of results add to it."""


def load_scenario(path: Path | str, prices: Path | str | None = None) -> Scenario:
    """Read the scenario file at `path`, with the own prices of the file `prices` if it is given.

    Raises BadInput with every fault of them and of the files that the scenario extends.
    """
    return _load_all([Path(path)], [], prices)[0]


def _load(path: Path) -> Scenario:
    sources, broken = read_chain(path)
    if not sources:
        raise BadInput(broken)
    own = [*_name_faults(sources[-1].path), *(fault for source in sources for fault in source.faults)]
    region, region_faults = _region(sources, whole=not broken and not _mistaken(own, ("extends", "region")))
    (start, end), span_faults = _span(sources)
    parameters, parameter_faults = _numbers(sources, "parameters", load_parameters().with_values)
    region_numbers, number_faults = _region_numbers(sources, region)
    register = load_parameters().with_values(parameters)
    asked = region and load_region(region.name, region_numbers)
    policies, policy_faults = _policies(sources, asked, register, (start, end))
    faults = [*broken, *own, *region_faults, *span_faults, *parameter_faults, *number_faults, *policy_faults]
    if faults or region is None:
        raise BadInput(_in_order(faults))
    name = sources[-1].path.stem
    return Scenario(
        name=name,
        title=sources[-1].table.title or dict.fromkeys(LANGUAGES, shorten(name)),
        region=region.name,
        start=start,
        end=end,
        parameters=parameters,
        region_numbers=region_numbers,
        policies=policies,
        files=tuple(source.path for source in sources),
    )


def load_scenarios(what: Sequence[Path | str], prices: Path | str | None = None) -> list[Scenario]:
    """Read scenario files and folders of them (their own files, not those of folders inside), with own `prices`.

    Raises BadInput with the faults of all files, of a folder without any, and of two scenarios of one name.
    """
    return _load_all(*scenario_files(what), prices)


def _load_all(files: Sequence[Path], faults: list[Fault], prices: Path | str | None) -> list[Scenario]:
    scenarios: dict[str, Scenario] = {}
    own: tuple[SourcedValue, ...] = ()
    try:
        own = load_prices(Path(prices)) if prices is not None else own
    except BadInput as problem:
        faults += problem.faults
    for path in files:
        try:
            scenario = _load(path)
        except BadInput as problem:
            faults += problem.faults
            continue
        if scenario.name in scenarios:
            faults.append(Fault("same_scenario_name", {"file": str(path), "value": scenario.name}))
        scenarios[scenario.name] = scenario
    if faults:
        raise BadInput(faults)
    return with_prices(list(scenarios.values()), own)


def scenario_files(what: Sequence[Path | str]) -> tuple[list[Path], list[Fault]]:
    """The files that `what` stands for, files or folders of them, and the faults of folders without any."""
    files: list[Path] = []
    faults: list[Fault] = []
    for path in map(Path, what):
        found = toml_files(path) if is_folder(path) else [path]
        if not found:
            inside = sorted(folder.parent for folder in path.glob("*/*.toml"))
            faults.append(Fault("no_scenarios", {"file": str(path), "nearest": next(iter(inside), None)}))
        files += found
    return files, faults


def _name_faults(path: Path) -> list[Fault]:
    """Faults of the name of a file, which is that of the scenario, of its results and their folder."""
    if letter := unseen_letter(path.stem):
        return [Fault("unseen_in_file_name", {"file": str(path), "key": "", "value": letter})]
    if len(path.stem.encode()) > MOST_IN_NAME:
        return [Fault("long_file_name", {"file": str(path), "key": "", "most": MOST_IN_NAME})]
    return []


def _last(sources: Sequence[SourceFile], key: str) -> tuple[Any, SourceFile]:
    """The value of a key in the last source that gives it, and that source; or None and the last source."""
    given = [source for source in sources if getattr(source.table, key) is not None]
    source = given[-1] if given else sources[-1]
    return getattr(source.table, key), source


def _region(sources: Sequence[SourceFile], whole: bool) -> tuple[Region | None, list[Fault]]:
    """The region; that no source names one is a fault only if the chain is `whole`."""
    name, source = _last(sources, "region")
    field = Choice(REQUIRED, options=region_names())
    try:
        return load_region(field.take(name, NO_PLACES) if name else str(field.missing(NO_PLACES))), []
    except Refused as refused:
        return None, source.where().faults("region", refused) if whole or name else []


def _mistaken(faults: Sequence[Fault], keys: Sequence[str]) -> bool:
    """Whether one of `keys` was given, but wrongly: then it is not missing."""
    return any(fault.facts["key"] in keys or fault.facts.get("nearest") in keys for fault in faults)


def _span(sources: Sequence[SourceFile]) -> tuple[tuple[date, date], list[Fault]]:
    """First and last day of the run."""
    given_start, started_in = _last(sources, "start")
    given_end, ended_in = _last(sources, "end")
    start, end = given_start or DEFAULT_START, given_end or DEFAULT_END
    if week_of(start) != week_of(DEFAULT_START):
        fault = started_in.where().fault("late_start", "start", {"value": start, "low": DEFAULT_START})
        return (DEFAULT_START, DEFAULT_END), [fault]
    if end < start:
        return (start, DEFAULT_END), [ended_in.where().fault("end_before_start", "end", {"value": end, "low": start})]
    return (start, end), []


def _region_numbers(sources: Sequence[SourceFile], region: Region | None) -> tuple[Mapping[str, float], list[Fault]]:
    """Numbers of the region that the sources change; without a region there is nothing to check them against."""
    if region is None:
        return {}, []
    return _numbers(sources, "region_numbers", partial(load_region, region.name))


def _numbers(
    sources: Sequence[SourceFile], key: str, check: Callable[[Mapping[str, float], Where], object]
) -> tuple[Mapping[str, float], list[Fault]]:
    """Numbers that the tables `key` of the sources change, later ones win; `check` refuses with BadInput."""
    values: dict[str, float] = {}
    faults: list[Fault] = []
    for source in sources:
        where = source.where(key, f"[{key}]")
        table = getattr(source.table, key) or {}
        bare = {name for name, value in table.items() if isinstance(value, dict)}
        faults += [where.fault("unquoted_parameter", name, {}) for name in bare]
        numbers = {name: cast(float, value) for name, value in table.items() if name not in bare}
        try:
            check(numbers, where)
            values |= {name: float(value) for name, value in numbers.items()}
        except BadInput as problem:
            faults += problem.faults
    return values, faults


def _policies(
    sources: Sequence[SourceFile], region: Region | None, register: Parameters, span: tuple[date, date]
) -> tuple[tuple[Policy, ...], list[Fault]]:
    entries, faults = gather(sources)
    faults += [*stranger_faults(entries), *unstoppable_faults(entries)]
    policies = []
    for entry in entries:
        made, found = read_policy(entry.table, entry.where, region.described_places if region else NO_PLACES)
        faults += [*found, *date_faults(entry.table, entry.where, *span)]
        if made is not None:
            policies.append(made)
            misfits = made.misfits(region, register) if region else []
            faults += [entry.where.fault(code, key, facts) for code, key, facts in misfits]
    return tuple(policies), faults


def _in_order(faults: Sequence[Fault]) -> list[Fault]:
    """By file, then by line."""
    return sorted(faults, key=lambda fault: (str(fault.facts["file"]), cast(int, fault.facts.get("line") or 0)))
