"""The rows of the benchmarks: what is measured, how large, and beside what."""

from dataclasses import dataclass
from typing import Final

COLUMNS: Final = "baseline_columns"
YARDSTICK: Final = "yardstick_ikdsim"
REFERENCE: Final = "yardstick_numpy"
"""Its speed is the machine's: ratios to it are kept from version to version."""
ALL: Final = 1.0
TENTH: Final = 10.0
HUNDREDTH: Final = 100.0


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row. A scale of 10 gives a tenth of Babelan's 245,330 residents, one of 0.1 ten times as many."""

    name: str
    job: str
    """Module and function; see job.py."""
    subject: str
    scale: float = ALL
    full_scale: float = ALL
    """The scale of `ikdsim bench --full`."""
    beside: str | None = None
    """The row of ikdsim's columns engine that it is compared with, by resident-week."""
    is_ours: bool = True
    """Whether it says something about ikdsim, so that its ratio is kept."""
    is_slow: bool = False
    """Measured once, however many repeats are wanted."""
    only_full: bool = False
    has_memory: bool = False
    """Whether its memory is measured, from a second, lighter run."""

    def scale_of(self, full: bool) -> float:
        """The scale at which it is measured."""
        return self.full_scale if full else self.scale


def _yardstick(library: str, module: str, scale: float = ALL) -> Row:
    return Row(
        name=f"yardstick_{library}",
        job="simulations.yardstick",
        subject=module,
        scale=scale,
        beside=YARDSTICK,
        is_ours=library == "ikdsim",
        is_slow=scale > ALL,
        has_memory=True,
    )


def _baseline(name: str, engine: str, scale: float, full_scale: float, only_full: bool = False) -> Row:
    return Row(
        name=name,
        job="simulations.baseline",
        subject=engine,
        scale=scale,
        full_scale=full_scale,
        beside=COLUMNS,
        is_slow=scale != ALL,
        only_full=only_full,
        has_memory=True,
    )


ROWS: Final = (
    _yardstick("mesa", "mesa_agents", TENTH),
    _yardstick("agentpy", "agentpy_agents", TENTH),
    _yardstick("starsim", "starsim_module"),
    _yardstick("numpy", "numpy_arrays"),
    _yardstick("ikdsim", "columns"),
    _baseline(COLUMNS, "columns", ALL, ALL),
    _baseline("baseline_objects", "objects", HUNDREDTH, ALL),
    _baseline("scaling_10", "columns", ALL / TENTH, ALL / TENTH),
    _baseline("scaling_100", "columns", ALL / HUNDREDTH, ALL / HUNDREDTH, only_full=True),
    Row(name="read_columns", job="memory.read_columns", subject="columns", beside=COLUMNS, is_ours=False),
    Row(name="population", job="simulations.population", subject="babelan"),
    Row(name="snapshot_save", job="simulations.snapshot_save", subject="columns"),
    Row(name="snapshot_load", job="simulations.snapshot_load", subject="columns"),
    Row(name="branch", job="simulations.branch", subject="columns", beside=COLUMNS),
    Row(name="check", job="commands.command", subject="check"),
    Row(name="run", job="commands.command", subject="run"),
    Row(name="first_run", job="commands.first_run", subject="run", is_slow=True),
    Row(name="first_command", job="commands.first_command", subject="babelan", is_slow=True),
    Row(name="nation", job="nation.nation", subject="indonesia", beside=COLUMNS, is_slow=True, only_full=True),
)


def rows_of(full: bool) -> tuple[Row, ...]:
    """The rows that are measured."""
    return tuple(row for row in ROWS if full or not row.only_full)
