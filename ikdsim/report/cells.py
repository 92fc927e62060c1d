"""What stands in the cells of tables of a comparison: a gain with its range, money in short."""

from types import MappingProxyType
from typing import Final

from ikdsim.experiment.comparison import Comparison
from ikdsim.language import rupiah, text
from ikdsim.report.layout import NOTHING, signed

UNITS: Final = MappingProxyType({"billions": 1e9, "millions": 1e6})
"""In which money is told, the largest first."""
DECIMALS: Final = MappingProxyType({"billions": 2, "millions": 0})


def gain_cells(comparison: Comparison, position: int, lang: str) -> list[str]:
    """The gain of a scenario, and between what nine runs in ten lie."""
    gain = comparison.gain(position)
    if gain.is_nothing:
        return ["0", text("compare.no_change", lang)]
    if len(comparison.plan.seeds) == 1:
        return [signed(gain.median, lang), NOTHING]
    facts = {"low": signed(gain.low, lang), "high": signed(gain.high, lang)}
    return [signed(gain.median, lang), text("compare.between", lang, facts)]


def money(amount: float, lang: str) -> str:
    """Rupiah, in millions or thousands of millions where there are some; a dash for nothing."""
    if not amount:
        return NOTHING
    unit = next((unit for unit, size in UNITS.items() if abs(amount) >= size), None)
    if unit is None:
        return rupiah(amount, lang)
    return text(f"compare.{unit}", lang, {"rupiah": rupiah(amount / UNITS[unit], lang, DECIMALS[unit])})
