"""What all benchmarks share: processes of their own, medians, and a small table or one JSON document.

A figure on a shared machine is a median of several runs, and processor time says more than the clock. Nothing here
imports numpy: the memory of a parent would count as that of the process it starts.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

try:
    import resource
except ImportError:  # Windows counts neither processor time nor memory of processes that ended
    resource = None

HERE = Path(__file__).parent
ROOT = HERE.parent
BABELAN = Path("scenarios", "babelan")
BASELINE = BABELAN / "baseline.toml"
NOT_MEASURED = "not measured"
CPU_FILE = Path("/proc/cpuinfo")
COLUMNS = (46, 14)
LARGE = 1000
"""From here on a figure is shown without decimals."""
BYTES_PER_UNIT = 1 if sys.platform == "darwin" else 1024
"""`ru_maxrss` counts bytes on macOS and KiB elsewhere."""

Figure = float | int | str | None
"""None is a figure that this system cannot measure."""


def options(about: str, repeats: int) -> argparse.Namespace:
    """Options of a benchmark: `--repeats N` and `--json`."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--repeats", type=int, default=repeats, help=f"runs to take the median of (default {repeats})")
    parser.add_argument("--json", action="store_true", help="print one JSON document and nothing else")
    return parser.parse_args()


def answer_of(script: str, *words: object) -> dict[str, Figure]:
    """What another script of this folder prints, run in a fresh process."""
    command = [sys.executable, str(HERE / script), *map(str, words)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout))


def seconds_of(*words: str) -> tuple[float, float | None]:
    """Wall and processor seconds of a fresh Python with these command-line words."""
    began, used = time.perf_counter(), ended_cpu()
    subprocess.run([sys.executable, *words], cwd=ROOT, check=True, capture_output=True)
    wall, after = time.perf_counter() - began, ended_cpu()
    return wall, None if after is None or used is None else after - used


def ended_cpu() -> float | None:
    """Processor seconds of all child processes that have ended."""
    if resource is None:
        return None
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return float(usage.ru_utime + usage.ru_stime)


def peak_bytes() -> int | None:
    """Most memory that this process has held so far, bytes."""
    if resource is None:
        return None
    return int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) * BYTES_PER_UNIT


def middle(figures: Sequence[float | None]) -> float | None:
    """Their median, None if any was not measured."""
    measured = [figure for figure in figures if figure is not None]
    return median(measured) if len(measured) == len(figures) else None


def middles(rows: Sequence[Mapping[str, float | None]]) -> dict[str, float | None]:
    """The median of every figure that the rows share."""
    return {name: middle([row[name] for row in rows]) for name in rows[0]}


def machine() -> dict[str, Figure]:
    """What the figures were measured on."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "system": platform.system(),
        "python": platform.python_version(),
    }


def show(title: str, figures: Mapping[str, Figure], as_json: bool) -> None:
    """Print the figures, after those of the machine."""
    if as_json:
        print(json.dumps({"benchmark": title, "machine": machine(), "figures": figures}, indent=2))
        return
    print(title)
    for name, figure in {**machine(), **figures}.items():
        print(f"  {name:{COLUMNS[0]}}{_shown(figure):>{COLUMNS[1]}}")


def _shown(figure: Figure) -> str:
    if figure is None:
        return NOT_MEASURED
    if isinstance(figure, str):
        return figure
    return f"{figure:,.3g}" if figure < LARGE else f"{figure:,.0f}"


def _processor() -> str:
    """Name of the processor where the system says it."""
    lines = CPU_FILE.read_text(encoding="utf-8").splitlines() if CPU_FILE.exists() else []
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()
