"""What `ikdsim data panel` prints: every dated count, their audit, and where each comes from."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any, Final

from ikdsim.language import day, number, text
from ikdsim.panel.audit import audit_panel, decimals_of
from ikdsim.panel.dated_count import AS_SAID, COMPUTED, DOUBTFUL, PRINTED, UPPER_BOUND, DatedCount
from ikdsim.region.audit import AGREES, CONTRADICTION, EXPLAINED, Finding
from ikdsim.report.layout import aligned, as_written, paragraphs, wrapped

_COLUMNS: Final = ("place", "date", "activated", "base", "base_kind", "printed", "computed")
_DECIMALS: Final = 2
_INDENT: Final = 4 * " "
_TRUST_MARKS: Final = {AS_SAID: "", UPPER_BOUND: "<", DOUBTFUL: "?"}
_BASE_MARKS: Final = {PRINTED: "", "borrowed": "°", COMPUTED: "*"}


def panel_lines(counts: Sequence[DatedCount], targets: Sequence[float], lang: str) -> str:
    """Counts, audit and sources in plain text, `lang` "id" or "en"; `targets` are shares of 1."""
    places = len({count.place for count in counts})
    heading = text("panel.title", lang, {"count": len(counts), "places": places})
    rows = [[text(f"panel.{column}", lang) for column in _COLUMNS], *(_row(count, lang) for count in counts)]
    sections = [
        [heading, *aligned(rows), *wrapped(text("panel.notes", lang))],
        [text("panel.audit", lang), *_audit_lines(audit_panel(counts, targets), lang)],
        [text("panel.sources", lang), *(line for count in counts for line in _source(count, lang))],
    ]
    return "\n\n".join("\n".join(section) for section in sections)


def panel_document(counts: Sequence[DatedCount], targets: Sequence[float]) -> dict[str, Any]:
    """Counts and audit for JSON; dates in ISO form, `percent` as printed, `share` 0-1."""
    rows = [{**asdict(count), "share": count.share} for count in counts]
    audit = [asdict(finding) for finding in audit_panel(counts, targets)]
    return {
        "counts": [_iso(row) for row in rows],
        "audit": [{**_iso(one), "facts": _iso(one["facts"])} for one in audit],
    }


def sentence(finding: Finding, lang: str) -> str:
    """A finding in words."""
    words = {name: _word(fact, lang) for name, fact in finding.facts.items()}
    words["printed"] = "" if finding.printed is None else as_written(finding.printed, lang)
    if finding.computed is not None:
        more = finding.code == "percent_last_digit" and finding.printed is not None
        decimals = decimals_of(finding.printed or 0) + 1 if more else _DECIMALS
        words["computed"] = number(finding.computed, lang, decimals)
    return text(f"panel.{finding.code}", lang, words)


def _audit_lines(findings: Sequence[Finding], lang: str) -> list[str]:
    """Open contradictions and explained ones a paragraph each, then what agrees in one paragraph."""
    said = {
        severity: [sentence(finding, lang) for finding in findings if finding.severity == severity]
        for severity in (CONTRADICTION, EXPLAINED, AGREES)
    }
    lines: list[str] = []
    for severity, group in said.items():
        lines.append(text(f"panel.heading_{severity}", lang, {"count": len(group)}))
        lines += wrapped("; ".join(group)) if severity == AGREES else paragraphs(group)
    return lines


def _word(fact: object, lang: str) -> str:
    match fact:
        case date():
            return day(fact, lang)
        case int() | float():
            return as_written(fact, lang)
    return str(fact)


def _row(count: DatedCount, lang: str) -> list[str]:
    computed = 100 * count.activated / count.base if count.activated is not None and count.base else None
    base = "" if count.base is None else number(count.base, lang) + _BASE_MARKS[count.base_from or PRINTED]
    return [
        count.place + _TRUST_MARKS[count.trust],
        ("~" if count.give_or_take_days else "") + count.date.isoformat(),
        "" if count.activated is None else number(count.activated, lang),
        base,
        text(f"panel.kind_{count.base_kind}", lang),
        "" if count.percent is None else as_written(count.percent, lang),
        "" if computed is None else number(computed, lang, _DECIMALS),
    ]


def _source(count: DatedCount, lang: str) -> list[str]:
    """Source and note as a paragraph, and the address whole, so that it can be copied."""
    facts = {"place": count.place, "day": day(count.date, lang), "source": count.source, "note": count.note or ""}
    return [*wrapped(text("panel.source", lang, facts)), *([_INDENT + count.address] if count.address else [])]


def _iso(row: dict[str, Any]) -> dict[str, Any]:
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in row.items()}
