"""Levers: one file each. A new file in this folder with a subclass of Policy is a new kind of policy."""

import importlib
import inspect
import pkgutil
from functools import cache

from ikdsim.policy.base import Policy


@cache
def policy_kinds() -> dict[str, type[Policy]]:
    """Every kind of policy that a file of this folder defines, kind -> class, in alphabetical order."""
    names = [found.name for found in pkgutil.iter_modules(__path__)]
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    classes = [thing for module in modules for thing in vars(module).values() if inspect.isclass(thing)]
    kinds = {cls.kind: cls for cls in classes if issubclass(cls, Policy) and not inspect.isabstract(cls)}
    return dict(sorted(kinds.items()))
