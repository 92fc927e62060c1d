"""The policies of a scenario: gathered over the files it extends, then read with the keys of their kinds."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from ikdsim import policy
from ikdsim.errors import Fault, nearest, shorten, shown
from ikdsim.fields import NO_PLACES, REQUIRED, Choice, Day, Places, PolicyNames, Refused
from ikdsim.policy.base import Policy
from ikdsim.scenario.source_file import SourceFile
from ikdsim.schema import Where, fields_of, read, unknown_key


@dataclass(frozen=True)
class Entry:
    """A [[policy]] table with the name it goes by and its place."""

    name: str
    table: Mapping[str, object]
    where: Where


def gather(sources: Sequence[SourceFile]) -> tuple[list[Entry], list[Fault]]:
    """Lay the policies of `sources` (the extended file first) over one another.

    A source first removes what it names; then a policy of a known name replaces, others are appended. Of two policies
    of one name in a file both are there, to be told with all their faults.
    """
    gathered: dict[str, Entry] = {}
    repeated: list[Entry] = []
    faults: list[Fault] = []
    for source in sources:
        for name in source.table.remove:
            if gathered.pop(name, None) is None:
                facts = {"value": shown(name), "nearest": nearest(name, gathered)}
                faults.append(source.where().fault("nothing_to_remove", "remove", facts))
        entries = _entries(source)
        faults += _repeated(entries)
        gathered |= {entry.name: entry for entry in entries}
        repeated += [entry for entry in entries if gathered[entry.name] is not entry]
    return [*repeated, *gathered.values()], faults


def read_policy(table: Mapping[str, object], where: Where, places: Places) -> tuple[Policy | None, list[Fault]]:
    """Make a policy of a [[policy]] table with `kind` and `name`: it, or None and every fault of the table.

    `places` are those of the region; where it is not known any name passes.
    """
    kinds = policy.policy_kinds()
    key = _key_of_kind(table, kinds)
    allowed = ("kind", *fields_of(kinds.get(str(table.get(key)), Policy)))
    misspelt = [unknown_key(key, "kind", allowed, where)] if key != "kind" else []
    kind, of_kind = _kind(table, key, kinds, where)
    if kind is None:
        return None, misspelt + of_kind
    rest = {name: value for name, value in table.items() if name != key}
    made, faults = read(kinds[kind], rest, where, places)
    return (None if misspelt or of_kind else made), misspelt + of_kind + faults


def _kind(
    table: Mapping[str, object], key: str, kinds: Mapping[str, type[Policy]], where: Where
) -> tuple[str | None, list[Fault]]:
    """The kind under `key`, or the one nearest to it with its fault; None if it is like none."""
    field = Choice(REQUIRED, options=tuple(kinds))
    try:
        return str(field.take(table[key], NO_PLACES) if key in table else field.missing(NO_PLACES)), []
    except Refused as refused:
        return nearest(str(table.get(key, "")), kinds), where.faults(key, refused)


def _key_of_kind(table: Mapping[str, object], kinds: Mapping[str, type[Policy]]) -> str:
    """The key that gives the kind: "kind", or where it is absent one that no policy has and that was meant for it."""
    known = {"kind"} | {key for cls in kinds.values() for key in fields_of(cls)}
    strangers = {} if "kind" in table else {key: value for key, value in table.items() if key not in known}
    meant = [key for key, value in strangers.items() if value in list(kinds) or nearest(key, ["kind"])]
    return meant[0] if meant else "kind"


def date_faults(table: Mapping[str, object], where: Where, start: date, end: date) -> list[Fault]:
    """Faults of a [[policy]] table whose days lie outside the run from `start` to `end`, or in the wrong order.

    Whatever else is wrong with the table; days that are no dates are left to `read_policy`.
    """
    kinds = policy.policy_kinds()
    fields = fields_of(kinds.get(str(table.get(_key_of_kind(table, kinds))), Policy))
    days = {key: day for key in fields if (day := _plain_day(table.get(key)))}
    within = {key for key, field in fields.items() if not (isinstance(field, Day) and field.beyond_run)}
    begin = _plain_day(table.get("start"))
    faults = [
        where.fault("outside_run", key, {"value": day, "low": start, "high": end})
        for key, day in days.items()
        if not start <= day <= end and key in within
    ]
    early = {key: day for key, day in days.items() if begin and day < begin}
    return faults + [where.fault("end_before_start", key, {"value": day, "low": begin}) for key, day in early.items()]


def stranger_faults(entries: Sequence[Entry]) -> list[Fault]:
    """A fault for every name, where a policy names others, of none of them; whatever else is wrong with its table."""
    names = [entry.name for entry in entries]
    kinds = policy.policy_kinds()
    return [
        entry.where.fault("unknown_policy", key, _stranger(name, [other for other in names if other != entry.name]))
        for entry in entries
        for key, field in fields_of(kinds.get(str(entry.table.get("kind")), Policy)).items()
        if isinstance(field, PolicyNames)
        for name in _plain_names(entry.table.get(key))
        if name not in names or name == entry.name
    ]


def unstoppable_faults(entries: Sequence[Entry]) -> list[Fault]:
    """A fault for every policy that a budget is to stop, and cannot: its sessions are settled before the run."""
    kinds = policy.policy_kinds()
    kind_of = {entry.name: kinds[kind] for entry in entries if (kind := str(entry.table.get("kind"))) in kinds}
    settled = {name for name, kind in kind_of.items() if kind.sessions is not Policy.sessions}
    return [
        entry.where.fault("unstoppable_policy", key, {"value": shown(name)})
        for entry in entries
        if entry.name in kind_of
        for key, field in fields_of(kind_of[entry.name]).items()
        if isinstance(field, PolicyNames)
        for name in _plain_names(entry.table.get(key))
        if name in settled
    ]


def _plain_names(value: object) -> list[str]:
    return [name for name in value if isinstance(name, str)] if isinstance(value, list) else []


def _stranger(name: str, others: Sequence[str]) -> Mapping[str, object]:
    return {"value": shown(name), "allowed": ", ".join(others), "nearest": nearest(name, others)}


def _plain_day(value: object) -> date | None:
    return value if isinstance(value, date) and not isinstance(value, datetime) else None


def _entries(source: SourceFile) -> list[Entry]:
    """Policies without a name go by their kind, from the second of that kind on with a number."""
    unnamed: Counter[str] = Counter()
    entries = []
    for index, table in enumerate(source.table.policy):
        name = table.get("name")
        if not isinstance(name, str):
            kind = shorten(str(table.get("kind", "policy")))
            unnamed[kind] += 1
            name = kind if unnamed[kind] == 1 else f"{kind}_{unnamed[kind]}"
        where = source.where("policy", f"[[policy]] {shorten(name)}", index)
        entries.append(Entry(name, {"name": name, **table}, where))
    return entries


def _repeated(entries: Sequence[Entry]) -> list[Fault]:
    times = Counter(entry.name for entry in entries)
    last = {entry.name: entry.where for entry in entries if times[entry.name] > 1}
    return [where.fault("repeated_name", "name", {"value": shown(name)}) for name, where in last.items()]
