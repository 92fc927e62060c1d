"""The page of figures in docs/benchmarks.md: targets, rows, and what became slower; written anew by every run."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.rows import Figures
from ikdsim.language import text
from ikdsim.report.bench import bench_text, significant

BEGIN = "<!-- figures begin: written by `ikdsim bench` -->"
END = "<!-- figures end -->"
GOALS = ("target", "stretch")
FIGURES = (
    *("residents", "weeks", "rounds", "cpu_seconds", "wall_seconds"),
    *("ns_per_resident_week", "bytes_per_resident", "times_slower_than_columns"),
)


def write_page(document: Figures, file: Path) -> None:
    """Put the figures between the two marks of `file`, or make a file of them if it has no marks or does not exist."""
    old = file.read_text(encoding="utf-8") if file.exists() else ""
    before, begin, rest = old.partition(BEGIN)
    _, end, after = rest.partition(END)
    around = (before, after) if begin and end else ("", "\n")
    file.write_text(f"{BEGIN}\n{page(document)}\n{END}".join(around), encoding="utf-8")


def page(document: Figures) -> str:
    """The figures as Markdown: the machine, targets, rows, and what `ikdsim bench` says of single rows."""
    machine, _, notes = bench_text(document, "en").split("\n\n")
    rows = {row["name"]: row for row in document["rows"]}
    targets = tomllib.loads(Path(__file__).with_name("targets.toml").read_text(encoding="utf-8"))["target"]
    heads = ["row", *(name.replace("_", " ") for name in FIGURES), "same curve"]
    reached = _table(["what", *GOALS, "measured", "command"], [_target(one, rows) for one in targets])
    measured = _table(heads, [_row(row) for row in rows.values()])
    notes = "\n".join(f"- {note}" for note in notes.splitlines())
    return "\n\n".join([f"Measured on {document['date']}, medians of the rounds: {machine}", reached, measured, notes])


def _target(target: Figures, rows: Mapping[str, Figures]) -> list[str]:
    """What is to be reached, how far it is to go, what was found and what that reaches."""
    unit, found = target["unit"], rows.get(target["row"], {}).get(target["figure"])
    measured = "not measured"
    if found is not None:
        figure, sign = found / target.get("unit_size", 1), -1 if target.get("at_least") else 1
        reached = [goal for goal in GOALS if sign * figure <= sign * target[goal]]
        measured = f"**{significant(figure, 'en')} {unit}**: {reached[-1] if reached else 'missed'}"
    goals = [f"{significant(target[goal], 'en')} {unit}" for goal in GOALS]
    return [target["what"], *goals, measured, f"`{target.get('command', 'ikdsim bench')}`"]


def _row(row: Figures) -> list[str]:
    cells = ["" if row[name] is None else significant(row[name], "en") for name in FIGURES]
    agrees = {True: "yes", False: "NO", None: ""}[row["agrees"]]
    differs = "" if row["deviation"] is None else f" ({row['deviation']:.1f} standard errors)"
    return [text(f"bench.row_{row['name']}", "en"), *cells, agrees + differs]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)
