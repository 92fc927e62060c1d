"""The summary of a result in plain words, for a reader in an office."""

import textwrap
from typing import Final

from ikdsim.agency.resources import MINUTES_PER_HOUR
from ikdsim.language import day, number, percent, rupiah, text
from ikdsim.report.full_desks import full_desks
from ikdsim.report.layout import WIDTH, aligned, paragraphs
from ikdsim.report.meaning import meanings
from ikdsim.report.prices import own_prices
from ikdsim.result.cost_item import item_label
from ikdsim.result.full_desks import is_full
from ikdsim.result.run_result import RunResult
from ikdsim.result.taken import TAKEN, taken_from_others
from ikdsim.service.kinds import KINDS

_BASES: Final = ("residents", "recorded", "target")


def summary(result: RunResult, lang: str) -> str:
    """How many use IKD, where, through which desks, what stands in the way, at what cost; `lang` "id" or "en"."""
    sections = [
        [line for sentence in _headline(result, lang) for line in textwrap.wrap(sentence, WIDTH)],
        *_meanings(result, lang),
        _places(result, lang),
        [text("result.channels", lang), *_channels(result, lang), *_full_desks(result, lang)],
        [_barriers_heading(result, lang), *_barriers(result, lang), *_intending(result, lang)],
        _cost(result, lang),
        [*scale_warning(result.scale, lang), text("result.not_calibrated", lang)],
    ]
    return "\n\n".join("\n".join(section) for section in sections)


def _meanings(result: RunResult, lang: str) -> list[list[str]]:
    told = paragraphs(meanings(result.scenario, lang))
    return [[text("result.meanings", lang), *told]] if told else []


def scale_warning(scale: float, lang: str) -> list[str]:
    """What a reader must know of a run in which one simulated resident stands for `scale`; nothing at 1."""
    if scale == 1.0:
        return []
    return textwrap.wrap(text("result.scaled", lang, {"scale": number(scale, lang)}), WIDTH)


def _headline(result: RunResult, lang: str) -> list[str]:
    facts = {
        "title": result.scenario.title[lang],
        "day": day(result.dates[-1], lang),
        "of_100": number(100 * result.share("residents"), lang),
        "region": result.region.title[lang],
        "activated": number(result.activated[-1], lang),
        "target": number(result.region.target, lang),
    }
    shares = {base: percent(result.share(base), lang) for base in _BASES}
    lines = [
        text("result.headline", lang, facts),
        text("result.shares", lang, {**shares, "goal": facts["target"]}),
        _target(result, lang),
    ]
    return lines + _beside_the_table(result, lang)


def _target(result: RunResult, lang: str) -> str:
    reached = result.target_date
    if reached is None:
        return text("result.target_missed", lang)
    return text("result.target_reached", lang, {"day": day(reached, lang)})


def _beside_the_table(result: RunResult, lang: str) -> list[str]:
    """The model beside the published count, where the run covers its day."""
    when = result.region.table_date
    if not result.scenario.start <= when <= result.dates[-1]:
        return []
    counted = sum(place.activated for place in result.region.places)
    facts = {
        "day": day(when, lang),
        "model": number(result.activated_on(when), lang),
        "table": number(counted, lang),
    }
    return [text("result.beside_the_table", lang, facts)]


def _places(result: RunResult, lang: str) -> list[str]:
    columns = ("place", "residents", "recorded", "activated", "of_100_residents")
    rows = [[text(f"result.{column}", lang) for column in columns]]
    activated = result.activated_by_place[-1]
    counts = zip(result.region.place_names, result.residents, result.recorded, activated, strict=True)
    rows += [_place_row(*place, lang) for place in counts]
    totals = result.residents.sum(), result.recorded.sum(), activated.sum()
    rows.append(_place_row(text("result.all_places", lang), *totals, lang))
    return aligned(rows)


def _place_row(name: str, residents: float, recorded: float, activated: float, lang: str) -> list[str]:
    counts = [number(count, lang) for count in (residents, recorded, activated)]
    return [name, *counts, number(100 * activated / residents, lang, 1)]


def _channels(result: RunResult, lang: str) -> list[str]:
    counts = zip(KINDS, result.channels[-1], strict=True)
    return aligned([[f"  {text(f'channel.{kind}', lang)}", number(count, lang)] for kind, count in counts])


def _full_desks(result: RunResult, lang: str) -> list[str]:
    told = full_desks(is_full(result), result.dates[0].year, lang)
    return [*textwrap.wrap(text("result.full_desks", lang), WIDTH), *paragraphs([told])]


def _intending(result: RunResult, lang: str) -> list[str]:
    counts = {name: number(count, lang) for name, count in result.intending.items()}
    return textwrap.wrap(text("result.intending", lang, counts), WIDTH)


def _barriers_heading(result: RunResult, lang: str) -> str:
    without = float(result.residents.sum() - result.activated[-1])
    return text("result.barriers", lang, {"without": number(without, lang)})


def _barriers(result: RunResult, lang: str) -> list[str]:
    counts = {name: float(by_place.sum()) for name, by_place in result.barriers.items()}
    total = sum(counts.values())
    return aligned(
        [[f"  {text(f'barrier.{name}', lang)}", number(100 * count / total, lang, 1)] for name, count in counts.items()]
    )


def _cost(result: RunResult, lang: str) -> list[str]:
    first, last = day(result.scenario.start, lang), day(result.dates[-1], lang)
    facts = {"start": first, "end": last, "rupiah": rupiah(result.total_cost, lang)}
    items = [[f"  {item_label(item, lang)}", rupiah(float(spent.sum()), lang)] for item, spent in result.costs.items()]
    lines = [text("result.cost", lang, facts), *aligned(items)]
    beside = [
        [f"  {text(f'result.{name}', lang)}", rupiah(amount, lang)] for name, amount in result.beside_cost.items()
    ]
    lines += [*own_prices(result.scenario, lang), text("result.beside_cost", lang), *aligned(beside)]
    visits = float(result.visits_from_elsewhere.sum())
    if visits:
        lines.append(text("result.visits_from_elsewhere", lang, {"visits": number(visits, lang)}))
    refused = float(result.services_refused.sum())
    if refused:
        lines.append(text("result.services_refused", lang, {"count": number(refused, lang)}))
    return [*lines, *_other_services(result, lang)]


def _other_services(result: RunResult, lang: str) -> list[str]:
    """Officer hours that KTP-el and other services go without."""
    taken = dict(zip(TAKEN, taken_from_others(result) / MINUTES_PER_HOUR, strict=True))
    facts = {
        "explained": number(taken["minutes_explained"], lang),
        "away": number(taken["minutes_away"], lang),
    }
    return textwrap.wrap(text("result.other_services", lang, facts), WIDTH)
