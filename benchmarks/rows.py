"""The rows of the benchmarks: what is measured, how large, and beside what."""

from dataclasses import dataclass, replace
from typing import Final

from benchmarks.measure import Task

COLUMNS: Final = "baseline_columns"
YARDSTICK: Final = "yardstick_ikdsim"
REFERENCE: Final = "yardstick_numpy"
"""Its speed is the machine's: ratios to it are kept from version to version."""
ALL: Final = 1.0
TENTH: Final = 10.0
HUNDREDTH: Final = 100.0
TWO_YEARS: Final = 104


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
    weeks: int | None = None
    """Weeks that are run where the whole run would take too long."""
    beside: str | None = None
    """The row of ikdsim's columns engine that it is compared with, by resident-week."""
    is_ours: bool = True
    """Whether it says something about ikdsim, so that its ratio is kept."""
    is_slow: bool = False
    """Measured once, however many repeats are wanted."""
    only_full: bool = False
    """Measured with `ikdsim bench --full` only, and kept; see kept.py."""
    has_memory: bool = False
    """Whether its memory is measured, from a second, lighter run."""

    def scale_of(self, full: bool) -> float:
        """The scale at which it is measured."""
        return self.full_scale if full else self.scale

    def task(self, full: bool, seed: int) -> Task:
        """What its process is to measure."""
        return Task(self.subject, self.scale_of(full), seed, self.weeks)

    def lighter_task(self, full: bool) -> Task:
        """The same with a tenth of the residents."""
        return replace(self.task(full, seed=1), scale=self.scale_of(full) * TENTH)


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


def _baseline(name: str, engine: str, scale: float = ALL, weeks: int | None = None, only_full: bool = False) -> Row:
    return Row(
        name=name,
        job="simulations.baseline",
        subject=engine,
        scale=scale,
        full_scale=scale,
        weeks=weeks,
        beside=COLUMNS,
        is_slow=name != COLUMNS,
        only_full=only_full,
        has_memory=True,
    )


ROWS: Final = (
    _yardstick("mesa", "mesa_agents", TENTH),
    _yardstick("agentpy", "agentpy_agents", TENTH),
    _yardstick("starsim", "starsim_module"),
    _yardstick("numpy", "numpy_arrays"),
    _yardstick("ikdsim", "columns"),
    _baseline(COLUMNS, "columns"),
    _baseline("baseline_objects", "objects", HUNDREDTH),
    _baseline("baseline_all_objects", "objects", weeks=TWO_YEARS, only_full=True),
    _baseline("scaling_10", "columns", ALL / TENTH),
    Row(
        name="two_threads",
        job="simulations.two_threads",
        subject="columns",
        scale=ALL / TENTH,
        full_scale=ALL / TENTH,
        beside=COLUMNS,
        is_slow=True,
    ),
    _baseline("scaling_100", "columns", ALL / HUNDREDTH, only_full=True),
    Row(name="read_residents", job="memory.read_residents", subject="columns", beside=COLUMNS, is_ours=False),
    Row(name="population", job="simulations.population", subject="babelan"),
    Row(name="snapshot_save", job="simulations.snapshot_save", subject="columns"),
    Row(name="snapshot_load", job="simulations.snapshot_load", subject="columns"),
    Row(name="branch", job="simulations.branch", subject="columns", beside=COLUMNS),
    Row(name="twin", job="simulations.twin", subject="mean field"),
    Row(name="check", job="commands.command", subject="check"),
    Row(name="run", job="commands.command", subject="run"),
    Row(name="first_run", job="commands.first_run", subject="run", is_slow=True),
    Row(name="first_command", job="commands.first_command", subject="babelan", is_slow=True),
    Row(name="nation", job="nation.nation", subject="indonesia", beside=COLUMNS, is_slow=True, only_full=True),
)


def rows_of(full: bool) -> tuple[Row, ...]:
    """The rows that are measured."""
    return tuple(row for row in ROWS if full or not row.only_full)
