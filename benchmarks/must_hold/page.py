"""What was found, as the page docs/must_hold.md."""

from collections.abc import Mapping, Sequence
from typing import Any

HEAD = """\
# What must hold

Written by `python -m benchmarks.must_hold FOLDER --write`, which goes on where it was stopped; nothing here is written
by hand. Runs are 1:1 to the end of 2028, seeds {first}-{last}, paired; draws {first_draw}-{last_draw}.
"""
GAINS = """\
## Levers

Users at the end of 2028, mean of the seeds. A number is changed from January 2023 on, to the end of its range where it
helps; policies, and conditions "from 2027", begin on 4 January 2027. A lever is wrong if one-sided Student's t says so
at one in 20; a place loses if it says so at one in 1,000. "refusal x 0.1" multiplies the shares and hazards of those
who are against IKD from the start, or turn against it after a breach or a failed attempt; nothing was fitted anew.
"""
DRAWS = """\
## Patterns of Table 1 in draws of all numbers

All numbers of the register but levers, and all numbers of the region, are drawn evenly from their ranges, intensities
log-normally, place by place; the twin tells users in the week of Table 1. Without intensities: {without}.
"""
TWIN = "## Twin beside agents\n\nlog(twin / agents) ± standard error, means of all seeds.\n"


def page(found: Mapping[str, Any]) -> str:
    """The page as Markdown."""
    seeds, drawn = found["seeds"], found["draws"]
    head = HEAD.format(first=seeds[0], last=seeds[1], first_draw=drawn[0], last_draw=drawn[1])
    without = ", ".join(f"{name} {share:.1%}" for name, share in found["draws_without_intensities"].items())
    rules = [[one["name"], "yes" if one["holds"] else "**NO**", _told(one["found"])] for one in found["rules"]]
    parts = [
        head,
        _table(["rule", "holds", "found"], rules),
        GAINS,
        _table(
            ["lever", "counted against", "users", "gain", "error", "t", "places that lose"],
            [_gain(one) for one in found["gains"]],
        ),
        DRAWS.format(without=without),
        TWIN,
        _table(["place", "Table 1", "end of 2028"], [_twin(one) for one in found["twin"]]),
    ]
    return "\n".join(parts)


def _told(found: object) -> str:
    return ", ".join(found) if isinstance(found, list) else str(found)


def _gain(one: Mapping[str, Any]) -> list[str]:
    losses = ", ".join(f"{name} {loss:.0f}" for name, loss in one["losses"].items())
    figures = [f"{one['users']:,.0f}", f"{one['gain']:,.0f}", f"{one['standard_error']:,.0f}", f"{one['t']:.1f}"]
    return [one["name"] + (" (**WRONG**)" if one["wrong"] else ""), one["against"], *figures, losses]


def _twin(one: Mapping[str, Any]) -> list[str]:
    name = one["name"] + (" (**WRONG**)" if one["wrong"] else "")
    return [name, *(f"{one[day]:+.3f} ± {one[f'{day}_error']:.3f}" for day in ("table", "end"))]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines) + "\n"
