"""Levers: one file each. A new file in this folder with a subclass of Policy is a new kind of policy."""

import importlib
import inspect
import pkgutil
from functools import cache
from typing import Final

from ikdsim.policy.base import Policy

SAYS: Final = ("kind", "title", "decided_by")
"""What every kind of policy says of itself."""


@cache
def policy_kinds() -> dict[str, type[Policy]]:
    """Every kind of policy that a file of this folder defines, kind -> class, in alphabetical order."""
    names = [found.name for found in pkgutil.iter_modules(__path__)]
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    classes = [thing for module in modules for thing in vars(module).values() if inspect.isclass(thing)]
    kinds = [_complete(cls) for cls in classes if issubclass(cls, Policy) and not inspect.isabstract(cls)]
    return {cls.kind: cls for cls in sorted(kinds, key=lambda cls: cls.kind)}


def _complete(cls: type[Policy]) -> type[Policy]:
    """The class, if it has all that a kind of policy must say of itself; else TypeError tells what to add."""
    parts = {"__dataclass_params__": "@dataclass(frozen=True, kw_only=True) above it"} | {said: said for said in SAYS}
    lacks = [told for part, told in parts.items() if part not in vars(cls)]
    if lacks:
        raise TypeError(f"{cls.__module__}.{cls.__qualname__} lacks {', '.join(lacks)}; see docs/add_a_policy.md")
    return cls
