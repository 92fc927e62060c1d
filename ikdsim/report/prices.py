"""A planner's own prices in words: said wherever something is that they enter."""

from ikdsim.language import rupiah, text
from ikdsim.provenance import load_parameters
from ikdsim.report.layout import paragraphs
from ikdsim.scenario.scenario import Scenario


def own_prices(scenario: Scenario, lang: str) -> list[str]:
    """Lines: every own price of `scenario` with its source, and what it stands for; none if it has none."""
    if not scenario.prices:
        return []
    register, told = load_parameters(), []
    for price in scenario.prices:
        amounts = {"value": rupiah(price.value, lang), "registered": rupiah(register.value(price.name), lang)}
        told.append(text("result.own_price", lang, {"name": price.name, "source": price.source, **amounts}))
    return [text("result.own_prices", lang), *paragraphs(told)]
