"""What `ikdsim data REGION` prints: places, desks, history, the audit of the published table, numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any, Final

from ikdsim.language import day, number, percent, text
from ikdsim.provenance import load_parameters
from ikdsim.region.audit import audit
from ikdsim.region.demand import share_of_time
from ikdsim.region.history import BotramRegime
from ikdsim.region.places import Place
from ikdsim.region.region import Region
from ikdsim.report.audit import audit_lines
from ikdsim.report.layout import aligned, as_written, paragraphs, wrapped
from ikdsim.report.parameters import number_lines

_DISTANCES: Final = ("kecamatan_desk", "mall_outlet", "district_office")
_COUNTS: Final = ("residents", "recorded", "activated")
_RATES: Final = ("percent_of_residents", "percent_of_recorded")
_RATE_DECIMALS: Final = 2


def describe(region: Region, lang: str) -> str:
    """Places, service points, history, audit and numbers of `region` in plain text, `lang` "id" or "en"."""
    table_facts = {"day": day(region.table_date, lang), "source": region.table_source}
    sections = [
        [region.title[lang], *wrapped(text("data.table_of", lang, table_facts))],
        [*_places(region.places, lang), *wrapped(text("data.table_notes", lang))],
        [text("data.service_points", lang), *_service_points(region, lang), *wrapped(text("data.share_notes", lang))],
        [text("data.history", lang), *paragraphs(_history(region, lang))],
        [text("data.audit", lang), *audit_lines(audit(region), lang)],
        [text("data.regional_numbers", lang, {"region": region.name}), *number_lines(region.numbers.values(), lang)],
    ]
    return "\n\n".join("\n".join(section) for section in sections)


def region_document(region: Region) -> dict[str, Any]:
    """The region and its audit for JSON; dates in ISO form, shares 0-1, percentages only inside the audit."""
    document = asdict(region)
    document["target"] = region.target
    document["target_base"] = region.target_base
    document["audit"] = [asdict(finding) for finding in audit(region)]
    return {key: _with_iso_dates(value) for key, value in document.items()}


def _places(places: Sequence[Place], lang: str) -> list[str]:
    headings = ["place", *_COUNTS, *_RATES, "signal", *(f"km_{desk}" for desk in _DISTANCES)]
    rows = [[text(f"data.{heading}", lang) for heading in headings]]
    rows += [_place_row(place, lang) for place in places]
    totals = [sum(getattr(place, column) for place in places) for column in _COUNTS]
    empty = [""] * (len(headings) - len(_COUNTS) - len(_RATES) - 1)
    rows.append([text("data.all_places", lang), *_counts_and_rates(totals, lang), *empty])
    return aligned(rows)


def _place_row(place: Place, lang: str) -> list[str]:
    counts = _counts_and_rates([place.residents, place.recorded, place.activated], lang)
    counts[1] = ("*" if place.recorded_imputed else "") + counts[1]
    marks = ("~" if place.approximate else "") + ("°" if place.coastal else "")
    distances = [number(place.km[desk], lang, 1) for desk in _DISTANCES]
    return [place.name + marks, *counts, percent(place.signal, lang, 0), *distances]


def _counts_and_rates(counts: Sequence[int], lang: str) -> list[str]:
    residents, recorded, activated = counts
    rates = [100 * activated / residents, 100 * activated / recorded]
    return [number(count, lang) for count in counts] + [number(rate, lang, _RATE_DECIMALS) for rate in rates]


def _service_points(region: Region, lang: str) -> list[str]:
    headings = ("desk", "officers", "hours_per_week", "share", "opens")
    rows = [[text(f"data.{heading}", lang) for heading in headings]]
    open_points = [point.id for point in region.service_points]
    for point in region.service_points:
        opens = day(point.opens, lang) if point.opens else text("data.always_open", lang)
        officers, hours = as_written(point.officers.value, lang), as_written(point.hours_per_week.value, lang)
        share = percent(share_of_time(point, region, open_points, load_parameters()), lang)
        rows.append([text(f"data.{point.id}", lang), officers, hours, share, opens])
    return aligned(rows)


def _history(region: Region, lang: str) -> list[str]:
    dated = [(policy["start"], _event(policy, region.history_sources, lang)) for policy in region.history]
    dated += [(regime.start, _regime(regime, lang)) for regime in region.botram]
    return [line for _, line in sorted(dated)]


def _event(policy: Mapping[str, Any], sources: Mapping[str, str], lang: str) -> str:
    name = policy["name"]
    event = text(f"data.event_{name}", lang)
    facts = {"event": event, "source": sources[name], "start": day(policy["start"], lang)}
    if "end" not in policy:
        return text("data.since", lang, facts)
    return text("data.between", lang, {**facts, "end": day(policy["end"], lang)})


def _regime(regime: BotramRegime, lang: str) -> str:
    facts = {
        "start": day(regime.start, lang),
        "kecamatan": as_written(regime.kecamatan_visits_per_year.value, lang),
        "village": as_written(regime.village_visits_per_year.value, lang),
        "source": regime.village_visits_per_year.source,
    }
    return text("data.botram", lang, facts)


def _with_iso_dates(value: object) -> object:
    match value:
        case date():
            return value.isoformat()
        case dict():
            return {key: _with_iso_dates(entry) for key, entry in value.items()}
        case list() | tuple():
            return [_with_iso_dates(entry) for entry in value]
    return value
