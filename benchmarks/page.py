"""The page of figures in docs/benchmarks.md: targets, rows, and what became slower; written anew by every run."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from ikdsim.language import text
from ikdsim.report.bench import significant

TARGETS_FILE: Final = Path(__file__).parent / "targets.toml"
BEGIN: Final = "<!-- figures begin: written by `ikdsim bench` -->"
END: Final = "<!-- figures end -->"
NOT_MEASURED: Final = "not measured"
USUAL_COMMAND: Final = "ikdsim bench"
LANGUAGE: Final = "en"
"""That of the documentation."""

Document = Mapping[str, Any]


def write_page(document: Document, file: Path) -> None:
    """Put the figures between the two marks of `file`, or make a file of them if it has no marks or does not exist."""
    old = file.read_text(encoding="utf-8") if file.exists() else ""
    before, begin, rest = old.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        before, after = "", "\n"
    file.write_text(f"{before}{BEGIN}\n{page(document)}\n{END}{after}", encoding="utf-8")


def page(document: Document) -> str:
    """The figures as Markdown."""
    return "\n\n".join([_heading(document), _targets(document), _rows(document), *_notes(document)])


def _heading(document: Document) -> str:
    machine = document["machine"]
    return (
        f"Measured on {document['date']} with version {document['version']}: {machine['cores']} cores of "
        f"{machine['processor']}, {machine['system']}, Python {machine['python']}. One core copies "
        f"{_shown(document['bandwidth_gb_s'])} GB a second (read and written bytes counted). Seconds are processor "
        "seconds unless they are said to be of the wall, medians of the rounds."
    )


def _targets(document: Document) -> str:
    rows = {row["name"]: row for row in document["rows"]}
    targets = tomllib.loads(TARGETS_FILE.read_text(encoding="utf-8"))["target"]
    cells = [
        [
            target["what"],
            _with_unit(target["target"], target),
            _with_unit(target["stretch"], target),
            _measured(rows.get(target["row"], {}).get(target["figure"]), target),
            f"`{target.get('command', USUAL_COMMAND)}`",
        ]
        for target in targets
    ]
    return _table(["what", "target", "stretch", "measured", "command"], cells)


def _measured(found: float | None, target: Mapping[str, Any]) -> str:
    """The figure that was found and what it reaches."""
    if found is None:
        return NOT_MEASURED
    figure = found / target.get("unit_size", 1)
    reached = [goal for goal in ("target", "stretch") if _reaches(figure, target[goal], target)]
    return f"**{_with_unit(figure, target)}**: {reached[-1] if reached else 'missed'}"


def _reaches(figure: float, goal: float, target: Mapping[str, Any]) -> bool:
    return figure >= goal if target.get("at_least") else figure <= goal


def _with_unit(figure: float, target: Mapping[str, Any]) -> str:
    return f"{_shown(figure)} {target['unit']}"


def _rows(document: Document) -> str:
    head = ["row", "residents", "weeks", "rounds", "s", "s of the wall", "ns per resident-week"]
    head += ["bytes per resident", "times ikdsim's columns", "same curve"]
    return _table(head, [_row(row) for row in document["rows"]])


def _row(row: Mapping[str, Any]) -> list[str]:
    figures = ("residents", "weeks", "rounds", "cpu_seconds", "wall_seconds", "ns_per_resident_week")
    cells = [_cell(row[name]) for name in (*figures, "bytes_per_resident", "times_slower_than_columns")]
    return [_title(row["name"]), *cells, _agreement(row)]


def _cell(figure: float | None) -> str:
    return "" if figure is None else _shown(figure)


def _agreement(row: Mapping[str, Any]) -> str:
    if row["agrees"] is None:
        return ""
    return f"{'yes' if row['agrees'] else 'NO'} ({row['deviation']:.1f} standard errors)"


def _notes(document: Document) -> list[str]:
    """Rows measured earlier, rows that are missing, and rows that became slower than in the version stored last."""
    earlier = [
        f"- {_title(name)}: on {then['date']} with version {then['version']}"
        for name, then in document["earlier"].items()
    ]
    missing = [f"- {_title(name)}: {reason}" for name, reason in document["missing"].items()]
    slower = [
        f"- {_title(row['name'])}: {_shown(row['ratio'] / row['before'])} times the cost" for row in document["slower"]
    ]
    compared = document["compared_with"]
    return [
        *(["Measured earlier:\n" + "\n".join(earlier)] if earlier else []),
        *(["Not measured:\n" + "\n".join(missing)] if missing else []),
        *([f"More than a fifth slower than version {compared}:\n" + "\n".join(slower)] if slower else []),
    ]


def _title(name: str) -> str:
    return text(f"bench.row_{name}", LANGUAGE)


def _shown(figure: float) -> str:
    return significant(figure, LANGUAGE)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)
