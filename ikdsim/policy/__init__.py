"""Levers: one file each. A new file in this folder with a subclass of Policy is a new kind of policy."""

import importlib
import inspect
import pkgutil
from functools import cache

from ikdsim.policy.base import Policy, lacks
from ikdsim.policy.outside import outside_kinds


@cache
def policy_kinds() -> dict[str, type[Policy]]:
    """Every kind of policy, of this folder and of other installed packages, kind -> class, in alphabetical order.

    Raises BadInput with every kind of another package that cannot be used.
    """
    names = [found.name for found in pkgutil.iter_modules(__path__)]
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    classes = [thing for module in modules for thing in vars(module).values() if inspect.isclass(thing)]
    kinds = [_complete(cls) for cls in classes if issubclass(cls, Policy) and not inspect.isabstract(cls)]
    own = {cls.kind: cls for cls in kinds}
    return dict(sorted({**own, **outside_kinds(own)}.items()))


def _complete(cls: type[Policy]) -> type[Policy]:
    """The class, if it has all that a kind of policy must say of itself; else TypeError tells what to add."""
    if missing := lacks(cls):
        raise TypeError(f"{cls.__module__}.{cls.__qualname__} lacks {', '.join(missing)}; see docs/add_a_policy.md")
    return cls
