"""The figures of `ikdsim bench` in a table and a few sentences."""

from collections.abc import Mapping
from typing import Any, Final

from ikdsim.language import number, text
from ikdsim.report.layout import aligned

FIGURES: Final = (
    "residents",
    "cpu_seconds",
    "ns_per_resident_week",
    "bytes_per_resident",
    "times_slower_than_columns",
)
"""Columns of the table: entries of a row of the document."""
DIGITS: Final = 3

Document = Mapping[str, Any]


def bench_text(document: Document, lang: str) -> str:
    """Machine, table and notes; `document` is that of the suite, `lang` "id" or "en"."""
    heads = [text(f"bench.head_{name}", lang) for name in ("row", *FIGURES, "agrees")]
    rows = [_row(row, lang) for row in document["rows"]]
    return "\n".join([_machine(document, lang), "", *aligned([heads, *rows]), "", *_notes(document, lang)])


def significant(figure: float, lang: str) -> str:
    """A figure with three significant digits, or all of those before the point: 0.0123, 4.56, 245,330."""
    decimals = 0 if figure == int(figure) else max(0, DIGITS - 1 - _magnitude(figure))
    return number(figure, lang, decimals)


def _magnitude(figure: float) -> int:
    """Power of ten of the first digit."""
    return int(f"{figure:e}".partition("e")[2])


def _row(row: Mapping[str, Any], lang: str) -> list[str]:
    cells = ["" if row[name] is None else significant(row[name], lang) for name in FIGURES]
    agrees = "" if row["agrees"] is None else text("bench.yes" if row["agrees"] else "bench.no", lang)
    return [_title(row["name"], lang), *cells, agrees]


def _title(name: str, lang: str) -> str:
    return text(f"bench.row_{name}", lang)


def _machine(document: Document, lang: str) -> str:
    bandwidth = document["bandwidth_gb_s"]
    copied = text("bench.not_measured", lang) if bandwidth is None else significant(bandwidth, lang)
    return text("bench.machine", lang, {**document["machine"], "version": document["version"], "bandwidth": copied})


def _notes(document: Document, lang: str) -> list[str]:
    return [
        *_reading(document, lang),
        *_threads(document, lang),
        *_earlier(document, lang),
        *_missing(document, lang),
        *_slower(document, lang),
    ]


def _reading(document: Document, lang: str) -> list[str]:
    """The engine beside the memory: how far it is from merely reading everything every week."""
    times = [row["times_slower_than_columns"] for row in document["rows"] if row["name"] == "read_residents"]
    return [text("bench.reading", lang, {"times": significant(1 / one, lang)}) for one in times if one]


def _threads(document: Document, lang: str) -> list[str]:
    return [
        text("bench.threads", lang, {"times": significant(row["times_faster"], lang)})
        for row in document["rows"]
        if row["times_faster"] is not None
    ]


def _earlier(document: Document, lang: str) -> list[str]:
    return [
        text("bench.earlier", lang, {**then, "row": _title(name, lang)}) for name, then in document["earlier"].items()
    ]


def _missing(document: Document, lang: str) -> list[str]:
    return [
        text("bench.missing", lang, {"row": _title(name, lang), "reason": reason})
        for name, reason in document["missing"].items()
    ]


def _slower(document: Document, lang: str) -> list[str]:
    version = {"version": document["compared_with"]}
    if document["compared_with"] is None:
        return [text("bench.nothing_stored", lang)]
    rows = [
        text("bench.slower", lang, {**version, "row": _title(row["name"], lang), "times": _growth(row, lang)})
        for row in document["slower"]
    ]
    return rows or [text("bench.none_slower", lang, version)]


def _growth(row: Mapping[str, Any], lang: str) -> str:
    return significant(row["ratio"] / row["before"], lang)
