"""A comparison in words and tables for a reader in an office."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from ikdsim.experiment.bounds import DRAWS
from ikdsim.experiment.comparison import Comparison
from ikdsim.experiment.targets import targets_of
from ikdsim.language import day, number, percent, rupiah, text
from ikdsim.report.beside_table import places_beside_table
from ikdsim.report.cells import gain_cells, money
from ikdsim.report.displacement import others_lose
from ikdsim.report.full_desks import full_desks_of
from ikdsim.report.how_sure import how_sure, packages
from ikdsim.report.layout import NOTHING, aligned, paragraphs, signed, wide
from ikdsim.report.meaning import meanings
from ikdsim.report.prices import own_prices
from ikdsim.report.ruled import ruled
from ikdsim.report.run import scale_warning
from ikdsim.report.settings import gains_under_settings
from ikdsim.result.beside_cost import BESIDE_COST

MOST_SCENARIOS_ACROSS: Final = 7
"""More scenarios than this get a second table of places."""
COLUMNS: Final = ("scenario", "activated", "of_100", "gain", "range", "extra_cost", "each", "chance")


def comparison_text(comparison: Comparison, lang: str) -> str:
    """What each scenario brings, where, at what cost, how sure, and what stands in the way; `lang` "id" or "en"."""
    sections = [
        _heading(comparison, lang),
        _scenario_table(comparison, lang),
        *["\n".join(told) for told in [own_prices(comparison.scenarios[0], lang)] if told],
        *gains_under_settings(comparison, lang),
        *_meanings(comparison, lang),
        *_beside_cost(comparison, lang),
        *places_beside_table(comparison, lang),
        text("compare.places", lang),
        *_place_tables(comparison, lang),
        _targets(comparison, lang),
        *others_lose(comparison, lang),
        full_desks_of(comparison, lang),
        _barriers(comparison, lang),
        *packages(comparison, lang),
        wide(_uncertainty(comparison, lang)),
        *how_sure(comparison, lang),
        *["\n".join(lines) for lines in [scale_warning(comparison.plan.scale, lang)] if lines],
        text("result.not_calibrated", lang),
    ]
    return "\n\n".join(sections)


def _heading(comparison: Comparison, lang: str) -> str:
    facts = {
        "region": comparison.region.title[lang],
        "day": day(comparison.plan.horizon, lang),
        "baseline": _baseline_title(comparison, lang),
        "runs": number(len(comparison.plan.seeds), lang),
    }
    return wide(text("compare.heading", lang, facts))


def _scenario_table(comparison: Comparison, lang: str) -> str:
    rows = [_scenario_row(comparison, position, lang) for position in range(len(comparison.scenarios))]
    names = {"range": "range_of_one"} if len(comparison.plan.seeds) == 1 else {}
    return ruled([text(f"compare.{names.get(column, column)}", lang) for column in COLUMNS], rows)


def _scenario_row(comparison: Comparison, position: int, lang: str) -> list[str]:
    activated = comparison.total(position).median
    residents = sum(place.residents for place in comparison.region.places)
    row = [comparison.plan.titles(lang)[position], number(activated, lang)]
    row.append(number(100 * activated / residents, lang, 1))
    if position == comparison.plan.baseline:
        return [*row, *[NOTHING] * (len(COLUMNS) - len(row))]
    return [
        *row,
        *gain_cells(comparison, position, lang),
        *_cost(comparison, position, lang),
        _chance(comparison, position, lang),
    ]


def _cost(comparison: Comparison, position: int, lang: str) -> list[str]:
    extra = float(np.median(comparison.extra_cost[position]))
    each = comparison.rupiah_per_extra_activation(position)
    return [money(extra, lang), NOTHING if each is None else rupiah(each.median, lang)]


def _more(amount: float, lang: str) -> str:
    """A difference in rupiah, with its sign."""
    return ("+" if amount > 0 else "") + money(amount, lang)


def _chance(comparison: Comparison, position: int, lang: str) -> str:
    runs = len(comparison.plan.seeds)
    facts = {"more": number(comparison.probability_of_gain(position) * runs, lang), "runs": number(runs, lang)}
    return text("compare.of_runs", lang, facts)


def _meanings(comparison: Comparison, lang: str) -> list[str]:
    """What numbers of the regency mean here, scenario by scenario."""
    titled = zip(comparison.plan.titles(lang), comparison.scenarios, strict=True)
    told = [f"{title}: {words}" for title, scenario in titled for words in meanings(scenario, lang)]
    return ["\n".join([text("result.meanings", lang), *paragraphs(told)])] if told else []


def _beside_cost(comparison: Comparison, lang: str) -> list[str]:
    """Money that is no cost of the office: one line for each scenario in which there is more or less of it."""
    extra = {position: comparison.extra_beside_cost(position) for position in comparison.plan.others}
    titles = comparison.plan.titles(lang)
    rows = [[titles[k], *(_more(amount, lang) for amount in amounts)] for k, amounts in extra.items() if amounts.any()]
    if not rows:
        return []
    head = [text(f"compare.{column}", lang) for column in BESIDE_COST]
    return [wide(text("compare.beside_cost", lang)), ruled([text("compare.scenario", lang), *head], rows)]


def _place_tables(comparison: Comparison, lang: str) -> list[str]:
    """Places down, gains of the scenarios across, at most MOST_SCENARIOS_ACROSS of them in a table."""
    others = comparison.plan.others
    steps = range(0, max(1, len(others)), MOST_SCENARIOS_ACROSS)
    return [_place_table(comparison, others[step : step + MOST_SCENARIOS_ACROSS], lang) for step in steps]


def _place_table(comparison: Comparison, others: Sequence[int], lang: str) -> str:
    titles = [comparison.plan.titles(lang)[position] for position in others]
    activated = np.median(comparison.at_horizon[comparison.plan.baseline], axis=0)
    gains = np.median(comparison.gains, axis=1)
    rows = [
        [name, number(activated[row], lang), *(signed(gains[position, row], lang) for position in others)]
        for row, name in enumerate(comparison.region.place_names)
    ]
    return ruled([text("compare.place", lang), _baseline_title(comparison, lang), *titles], rows)


def _targets(comparison: Comparison, lang: str) -> str:
    """When each target of the ministry is reached, or that it is not."""
    return "\n".join(
        line for share in targets_of(comparison.region).items() for line in _target(comparison, *share, lang)
    )


def _target(comparison: Comparison, share: float, residents: int, lang: str) -> list[str]:
    facts = {
        "share": percent(share, lang, 0),
        "target": number(residents, lang),
        "day": day(comparison.plan.horizon, lang),
    }
    reached = {
        title: when
        for position, title in enumerate(comparison.plan.titles(lang))
        if (when := comparison.target_date(position, residents))
    }
    if not reached:
        return [wide(text("compare.target_missed", lang, facts))]
    rows = [[f"  {title}", day(when, lang)] for title, when in reached.items()]
    return [wide(text("compare.target_reached", lang, facts)), *aligned(rows)]


def _barriers(comparison: Comparison, lang: str) -> str:
    counts = comparison.barriers_of(comparison.plan.baseline)
    total = sum(counts.values())
    residents = sum(place.residents for place in comparison.region.places)
    without = residents - comparison.total(comparison.plan.baseline).median
    facts = {
        "baseline": _baseline_title(comparison, lang),
        "day": day(comparison.plan.horizon, lang),
        "without": number(without, lang),
    }
    rows = [
        [f"  {text(f'barrier.{name}', lang)}", number(100 * count / total, lang, 1)] for name, count in counts.items()
    ]
    return "\n".join([wide(text("compare.barriers", lang, facts)), *aligned(rows)])


def _uncertainty(comparison: Comparison, lang: str) -> str:
    if len(comparison.plan.seeds) == 1:
        return text("compare.one_run", lang)
    drawn = comparison.plan.numbers == DRAWS
    return text("compare.uncertainty_of_numbers" if drawn else "compare.uncertainty", lang)


def _baseline_title(comparison: Comparison, lang: str) -> str:
    return comparison.plan.titles(lang)[comparison.plan.baseline]
