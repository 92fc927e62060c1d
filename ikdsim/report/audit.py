"""The audit in words: each finding a sentence, grouped by how it fits."""

from collections.abc import Mapping, Sequence
from typing import Final

from ikdsim.language import number, text
from ikdsim.region.audit import AGREES, CONTRADICTION, EXPLAINED, Finding
from ikdsim.report.layout import as_written, paragraphs, wrapped

_PERCENT_DECIMALS: Final = 2


def sentence(finding: Finding, lang: str) -> str:
    """A finding in words, `lang` "id" or "en"."""
    words = _figure_words(finding, lang) if "claim" in finding.facts else _other_words(finding, lang)
    return text(f"data.{finding.code}", lang, words)


def audit_lines(findings: Sequence[Finding], lang: str) -> list[str]:
    """Open contradictions and explained ones a paragraph each, then what agrees in one paragraph."""
    lines = []
    for severity in (CONTRADICTION, EXPLAINED):
        group = [sentence(finding, lang) for finding in findings if finding.severity == severity]
        lines += [text(f"data.heading_{severity}", lang, {"count": len(group)}), *paragraphs(group)]
    agreeing = [sentence(finding, lang) for finding in findings if finding.severity == AGREES]
    heading = text(f"data.heading_{AGREES}", lang, {"count": len(agreeing)})
    return [*lines, heading, *wrapped("; ".join(agreeing))]


def _figure_words(finding: Finding, lang: str) -> dict[str, object]:
    claim, decimals = finding.facts["claim"], finding.facts["decimals"]
    shown_decimals = decimals + 1 if finding.code == "figure_last_digit" else decimals
    words: dict[str, object] = {"claim": text(f"data.claim_{claim}", lang, finding.facts)}
    for name, value, places in (
        ("printed", finding.printed, decimals),
        ("computed", finding.computed, shown_decimals),
        ("needed", finding.facts.get("needed"), 1),
    ):
        words[name] = "" if value is None else number(value, lang, places)
    if finding.code == "figure_explained":
        words["reason"] = text(f"data.reason_{claim}", lang)
    return words


def _other_words(finding: Finding, lang: str) -> dict[str, object]:
    words = {name: _word(value, lang) for name, value in finding.facts.items()}
    return {**words, "computed": finding.computed}


def _word(value: object, lang: str) -> object:
    """Numbers among the facts of a finding are percentages."""
    match value:
        case float():
            return f"{as_written(round(value, _PERCENT_DECIMALS), lang)}%"
        case Mapping():
            return ", ".join(f"{name} {_word(float(share), lang)}" for name, share in value.items())
        case list():
            return ", ".join(value)
    return value
