"""The synthesis report: every margin of a synthetic population beside its source, and what was let go.

A planner should see at a glance which published figures the residents reproduce, which they cannot, and why.
"""

from collections.abc import Sequence
from typing import Final

from ikdsim.language import day, number, percent, text
from ikdsim.population.checks import margins
from ikdsim.population.margins import Form, Margin
from ikdsim.provenance import Parameters
from ikdsim.region.region import Region
from ikdsim.report.layout import aligned, paragraphs, wrapped
from ikdsim.resident.columns import Residents

_QUOTIENT_DECIMALS: Final = 2


def synthesis_report(residents: Residents, region: Region, parameters: Parameters, lang: str) -> str:
    """The report as text of at most 110 columns, in `lang` ("id" or "en")."""
    found = margins(residents, region, parameters)
    sources = list(dict.fromkeys(margin.source for margin in found))
    facts = {
        "region": region.title[lang],
        "residents": number(len(residents.place), lang),
        "date": day(region.table_date, lang),
        "agree": sum(margin.agrees for margin in found),
        "margins": len(found),
    }
    sections = [
        wrapped(text("population.title", lang, facts)),
        _table(found, sources, lang),
        [text("population.deviations", lang), *_deviations(found, lang)],
        [text("population.limits", lang), *paragraphs(text("population.limits_list", lang).splitlines())],
        [text("population.sources", lang), *paragraphs(f"[{n}] {s}" for n, s in enumerate(sources, start=1))],
    ]
    return "\n\n".join("\n".join(section) for section in sections)


def _table(found: Sequence[Margin], sources: Sequence[str], lang: str) -> list[str]:
    headings = ("margin", "wanted", "got", "verdict", "source")
    rows = [[text(f"population.{heading}", lang) for heading in headings]]
    rows += [[*_row(margin, lang), f"[{sources.index(margin.source) + 1}]"] for margin in found]
    return aligned(rows)


def _row(margin: Margin, lang: str) -> list[str]:
    verdict = margin.verdict if margin.verdict in ("agrees", "differs") else "permitted"
    return [
        _name(margin, lang),
        _shown(margin.wanted, margin.form, lang),
        _shown(margin.got, margin.form, lang),
        text(f"population.{verdict}", lang),
    ]


def _deviations(found: Sequence[Margin], lang: str) -> list[str]:
    """A sentence for each margin that deviates by more than chance, with the reason if it is permitted."""
    return paragraphs(_deviation(margin, lang) for margin in found if not margin.agrees)


def _deviation(margin: Margin, lang: str) -> str:
    reason = text(f"population.because_{margin.reason or 'unknown'}", lang)
    return f"{_name(margin, lang)}: {reason}"


def _name(margin: Margin, lang: str) -> str:
    label = text(f"population.margin_{margin.label}", lang)
    return f"{margin.place}: {label}" if margin.place else label


def _shown(value: float, form: Form, lang: str) -> str:
    if form == "share":
        return percent(value, lang)
    return number(value, lang, _QUOTIENT_DECIMALS if form == "quotient" else 0)
