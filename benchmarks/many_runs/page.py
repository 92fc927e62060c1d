"""What was found, as the page docs/many_runs.md."""

from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.many_runs.folders import FEW, MANY, SCALE, SMALL

HEAD = """\
# Many runs

Written by `python -m benchmarks.many_runs FOLDER --write`, which goes on where it was stopped; nothing here is written
by hand. All on two cores.
"""
WAYS = """\
## The same runs, done in several ways

The baseline, 1:1, to the end of 2028, with other values of one number and several seeds: {runs} runs, medians of
{rounds} rounds in turns. Every way came to the same residents in every run: {alike}. Seconds of the processor count
those of all processes; beside the bare loop stand seconds of the processor. A sweep makes the residents of a seed once,
as the loop does, checks its values, and keeps every run in a ledger; the others make them for every run, and lose all
runs if one fails.
"""
FOLDERS = """\
## A folder of {asked:,} runs

`ikdsim compare` with an experiment file, at 1:{scale}, two processes. Memory is the most that the process which
asked for them held, without its workers; reading is the same command, once all runs are there, from the start of its
process.
"""
LIFE = """\
After {few:,} runs one after the other a process had held {before:.0f} MB at most, after {many:,} it was {after:.0f} MB
(baseline at 1:{small:.0f}).
"""
PAIRING = """\
## What pairing buys

Levers that touch no capacity, listed before anything was measured: variance of the gain at the end of 2028 without
pairing over that with it, 30 seeds, 1:1, numbers of the register. So many times fewer runs tell the gain as well.
"""


def page(found: Mapping[str, Any]) -> str:
    """The page as Markdown."""
    ways, life = found["ways"], [peak / 1e6 for peak in found["long_life"]]
    told = {"runs": ways["runs"], "rounds": ways["rounds"], "alike": "yes" if ways["alike"] else "**NO**"}
    lived = {"few": FEW, "many": MANY, "small": SMALL, "before": life[0], "after": life[1]}
    folders = [
        [what, f"{found[what]['peak_bytes'] / 1e6:.0f} MB", f"{found[what]['seconds_to_read']:.1f} s"]
        for what in ("sweep", "comparison")
    ]
    pairing = [[name, "the same in every run" if by is None else f"{by:.0f}"] for name, by in found["pairing"].items()]
    return "\n".join([
        HEAD,
        WAYS.format(**told),
        _table(["way", "processor", "clock", "beside the bare loop"], _ways(ways["ways"])),
        FOLDERS.format(asked=found["asked"], scale=SCALE),
        _table(["what", "memory", "reading it again"], folders),
        LIFE.format(**lived),
        PAIRING,
        _table(["scenario", "times fewer runs"], pairing),
    ]).rstrip() + "\n"  # fmt: skip


def _ways(ways: Mapping[str, Mapping[str, float]]) -> list[list[str]]:
    loop = next(iter(ways.values()))["cpu_seconds"]
    return [
        [name, f"{one['cpu_seconds']:.1f} s", f"{one['wall_seconds']:.1f} s", f"{one['cpu_seconds'] / loop:.3f}"]
        for name, one in ways.items()
    ]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines) + "\n"
