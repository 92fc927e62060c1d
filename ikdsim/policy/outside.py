"""Policies of other installed packages, found by entry point, and the code of any policy that is not of this one.

A package names each of its kinds in its pyproject.toml: `[project.entry-points."ikdsim.policies"]`, then
`night_market = "its_module:NightMarket"`. What holds of the kinds of this package holds of these as well.
"""

import hashlib
import inspect
import marshal
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Final

from ikdsim.errors import BadInput, Fault, shorten, unseen_letter
from ikdsim.files import hash_of
from ikdsim.language import LANGUAGES
from ikdsim.policy.base import Policy, lacks

GROUP: Final = "ikdsim.policies"
DECIDERS: Final = ("regency", "province", "centre", "nobody")


def outside_kinds(known: Mapping[str, type[Policy]]) -> dict[str, type[Policy]]:
    """Every kind of policy of other installed packages beside those `known`, kind -> class.

    Raises BadInput with a fault for each of them that cannot be used.
    """
    found: dict[str, type[Policy]] = {}
    faults: list[Fault] = []
    for point in sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value)):
        kind, code, facts = _loaded(point, {*known, *found})
        if kind is None:
            facts = {key: shorten(value) for key, value in facts.items()}
            faults.append(Fault(code, {"name": shorten(point.name), "package": _package_of(point), **facts}))
        else:
            found[point.name] = kind
    if faults:
        raise BadInput(faults)
    return found


@cache
def code_of(kind: type[Policy]) -> str:
    """Hash of the code of a kind: "" for those of ikdsim, else of the package or the file that it comes from.

    Of a class that was typed in, its method `change` is all that can be seen.
    """
    top = kind.__module__.partition(".")[0]
    if top == __name__.partition(".")[0]:
        return ""
    folders = [Path(folder) for folder in getattr(sys.modules.get(top), "__path__", ())]
    if folders:
        return "".join(hash_of(folder, sorted(folder.rglob("*.py"))) for folder in folders)
    try:
        file = Path(inspect.getfile(kind))
    except (OSError, TypeError):
        return hashlib.sha256(marshal.dumps(kind.change.__code__)).hexdigest()
    return hash_of(file.parent, [file])


def _loaded(point: EntryPoint, taken: set[str]) -> tuple[type[Policy] | None, str, Mapping[str, str]]:
    """The class of an entry point, or None and why it cannot be used: code and facts of a fault."""
    try:
        kind = point.load()
    except (Exception, SystemExit) as problem:  # whatever the other package does when it is imported
        return None, "outside_not_loaded", {"value": f"{type(problem).__name__}: {problem}"}
    if not inspect.isclass(kind) or not issubclass(kind, Policy) or inspect.isabstract(kind):
        return None, "outside_no_policy", {"value": point.value}
    if missing := lacks(kind):
        return None, "outside_lacks", {"value": ", ".join(missing)}
    if point.name in taken:
        return None, "outside_repeated", {}
    key, right = next(_wrong(kind, point.name), ("", ""))
    return (None, "outside_wrong", {"key": key, "value": right}) if key else (kind, "", {})


def _wrong(kind: type[Policy], name: str) -> Iterator[tuple[str, str]]:
    """What a kind says wrongly of itself, and what is right."""
    if kind.kind != name:
        yield "kind", f'"{name}"'
    titles = kind.title if isinstance(kind.title, Mapping) else {}
    words = [titles.get(lang) for lang in LANGUAGES]
    if not all(isinstance(said, str) and said.strip() and not unseen_letter(said) for said in words):
        yield "title", '{"id": "...", "en": "..."}'
    if kind.decided_by not in DECIDERS:
        yield "decided_by", ", ".join(DECIDERS)


def _package_of(point: EntryPoint) -> str:
    return shorten(point.dist.name) if point.dist else "?"
