"""The rows of the benchmarks: what is measured, and how large."""

from typing import Any, NamedTuple

Figures = dict[str, Any]
"""By name: what the job of a row measured, or a row of the document."""

EVERY_ROUND, ONCE, ONLY_FULL = range(3)
"""When a row is measured. ONLY_FULL: once, with `ikdsim bench --full`; other runs tell what is stored of it."""
YARDSTICK, COLUMNS = "yardstick_ikdsim", "baseline_columns"
REFERENCE = "yardstick_numpy"  # its speed is the machine's: ratios to it are stored from version to version


class Row(NamedTuple):
    """One row: its name, the function in jobs.py that measures it, and what that is told."""

    name: str
    job: str
    subject: str = "columns"
    scale: float = 1.0  # 10 gives a tenth of Babelan's 245,330 residents, 0.1 ten times as many
    when: int = EVERY_ROUND
    weeks: int | None = None  # weeks that are run where the whole run would take too long
    is_ours: bool = True  # whether it says something about ikdsim, so that its ratio is stored


ROWS = (
    Row("yardstick_mesa", "yardstick", "mesa_agents", 10.0, ONCE, is_ours=False),
    Row("yardstick_agentpy", "yardstick", "agentpy_agents", 10.0, ONCE, is_ours=False),
    Row("yardstick_starsim", "yardstick", "starsim_module", is_ours=False),
    Row(REFERENCE, "yardstick", "numpy_arrays", is_ours=False),
    Row(YARDSTICK, "yardstick"),
    Row(COLUMNS, "baseline"),
    Row("baseline_objects", "baseline", "objects", 100.0, ONCE),
    Row("baseline_all_objects", "baseline", "objects", 1.0, ONLY_FULL, weeks=104),
    Row("scaling_10", "baseline", "columns", 0.1, ONCE),
    Row("two_threads", "two_threads", "columns", 0.1),
    Row("scaling_100", "baseline", "columns", 0.01, ONLY_FULL),
    Row("read_residents", "read_residents", is_ours=False),
    Row("population", "population"),
    Row("snapshot_save", "january_2027", "save"),
    Row("snapshot_load", "january_2027", "load"),
    Row("branch", "january_2027", "branch"),
    Row("twin", "twin"),
    Row("check", "command", "check"),
    Row("run", "command", "run --json --quiet"),
    Row("first_run", "first_run", "run --json --quiet", when=ONCE),
    Row("first_command", "first_command", when=ONCE),
    Row("nation", "nation", when=ONLY_FULL),
)
