"""What can so much money do? Plans as they are: those it pays for first, and of these the one that gains most."""

from typing import Final

from ikdsim.experiment.comparison import Comparison
from ikdsim.experiment.money import within
from ikdsim.language import day, number, text
from ikdsim.report.cells import gain_cells, money
from ikdsim.report.layout import wide
from ikdsim.report.ruled import ruled

COLUMNS: Final = ("scenario", "gain", "range", "extra_cost", "fits", "short")


def what_money_does(comparison: Comparison, rupiah: float, lang: str) -> str:
    """The question, the answer, and every plan beside that much money; `lang` "id" or "en"."""
    facts = {
        "budget": money(rupiah, lang),
        "start": day(comparison.scenarios[0].start, lang),
        "end": day(comparison.plan.horizon, lang),
        "baseline": comparison.plan.titles(lang)[comparison.plan.baseline],
    }
    head = [text(f"compare.{_column(column, comparison)}", lang) for column in COLUMNS]
    table = ruled(head, _rows(comparison, rupiah, lang))
    return "\n\n".join([wide(text("compare.budget", lang, facts)), table, wide(_best(comparison, rupiah, lang))])


def _column(name: str, comparison: Comparison) -> str:
    return "range_of_one" if name == "range" and len(comparison.plan.seeds) == 1 else name


def _best(comparison: Comparison, rupiah: float, lang: str) -> str:
    best = comparison.best_within(rupiah)
    if best is None:
        return text("compare.budget_buys_nothing", lang)
    return text("compare.budget_buys", lang, {"title": comparison.plan.titles(lang)[best]})


def _rows(comparison: Comparison, rupiah: float, lang: str) -> list[list[str]]:
    titles = dict(zip((of.name for of in comparison.scenarios), comparison.plan.titles(lang), strict=True))
    numbers = {of.name: position for position, of in enumerate(comparison.scenarios)}
    return [
        [
            titles[plan.scenario],
            *gain_cells(comparison, numbers[plan.scenario], lang),
            money(plan.extra_cost_rupiah, lang),
            text("compare.of_runs", lang, {"more": number(plan.runs_within, lang), "runs": number(plan.runs, lang)}),
            money(plan.short_rupiah, lang),
        ]
        for plan in within(comparison, rupiah)
    ]
