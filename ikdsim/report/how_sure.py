"""How sure a comparison is: chance and numbers told apart, whether it ended early, packages and their parts."""

from ikdsim.experiment.comparison import Comparison
from ikdsim.experiment.ranks import together
from ikdsim.experiment.sure import chance_and_numbers, is_sure
from ikdsim.language import number, text
from ikdsim.report.layout import paragraphs, signed, wide
from ikdsim.report.ruled import ruled


def how_sure(comparison: Comparison, lang: str) -> list[str]:
    """Sections: what chance and what numbers do to each gain, and whether it was asked for and reached to be sure."""
    return [*_spreads(comparison, lang), *_ended(comparison, lang)]


def _spreads(comparison: Comparison, lang: str) -> list[str]:
    titles = comparison.plan.titles(lang)
    found = {position: chance_and_numbers(comparison, position) for position in comparison.plan.others}
    rows = [[titles[k], *(number(part, lang) for part in parts)] for k, parts in found.items() if parts and any(parts)]
    if not rows:
        return []
    head = [text(f"compare.{column}", lang) for column in ("scenario", "by_chance", "by_numbers")]
    return [wide(text("compare.chance_and_numbers", lang)), ruled(head, rows)]


def _ended(comparison: Comparison, lang: str) -> list[str]:
    wanted = comparison.plan.until_sure
    if wanted is None:
        return []
    facts = {"runs": number(len(comparison.plan.seeds), lang), "residents": number(wanted, lang)}
    return [wide(text("compare.sure" if is_sure(comparison, wanted) else "compare.not_sure", lang, facts))]


def packages(comparison: Comparison, lang: str) -> list[str]:
    """Sections: every package whose parts are compared as well, and whether it brings more than they do together."""
    titles, told = comparison.plan.titles(lang), []
    for package in together(comparison):
        more = package.more_than_sum
        facts = {"parts": ", ".join(titles[part] for part in package.parts), "package": titles[package.whole]}
        facts |= {"more": signed(more.median, lang), "low": signed(more.low, lang), "high": signed(more.high, lang)}
        told.append(text("compare.package", lang, facts))
    return ["\n".join([text("compare.together", lang), *paragraphs(told)])] if told else []
