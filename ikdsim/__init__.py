"""ikdsim: what would a policy bring to the adoption of IKD, where, and at what cost?

    scenario = ikdsim.load_scenario("scenarios/babelan/baseline.toml")
    result = ikdsim.run(scenario, scale=10)

Names are loaded when they are first used: `ikdsim check` must not wait for the simulation to load.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from ikdsim.branch import branch_from as branch_from
    from ikdsim.errors import BadInput as BadInput
    from ikdsim.experiment.compare import compare as compare
    from ikdsim.experiment.sweep import sweep as sweep
    from ikdsim.model import IkdModel as IkdModel
    from ikdsim.result.simulate import run as run
    from ikdsim.scenario.load import load_scenario as load_scenario
    from ikdsim.setup import Setup as Setup
    from ikdsim.snapshot import load_snapshot as load_snapshot
    from ikdsim.twin import Twin as Twin

    __version__: str

_HOMES: Final = {
    "BadInput": "ikdsim.errors",
    "IkdModel": "ikdsim.model",
    "Setup": "ikdsim.setup",
    "Twin": "ikdsim.twin",
    "branch_from": "ikdsim.branch",
    "compare": "ikdsim.experiment.compare",
    "load_scenario": "ikdsim.scenario.load",
    "load_snapshot": "ikdsim.snapshot",
    "run": "ikdsim.result.simulate",
    "sweep": "ikdsim.experiment.sweep",
}
__all__ = [
    "BadInput",
    "IkdModel",
    "Setup",
    "Twin",
    "__version__",
    "branch_from",
    "compare",
    "load_scenario",
    "load_snapshot",
    "run",
    "sweep",
]


def __getattr__(name: str) -> Any:
    """Load a public name from its home (PEP 562)."""
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415  (takes longer than `import ikdsim` itself)

        return version("ikdsim")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'ikdsim' has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names."""
    return __all__
