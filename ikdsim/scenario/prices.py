"""Price files: a planner's own unit prices, each with its source, in place of those of the register.

A table of such a file is named after a price of `ikdsim data parameters`: [village_visit] takes the place of
"cost.village_visit".
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from ikdsim.errors import BadInput, Fault, nearest, shorten, shown
from ikdsim.provenance import MOST, OWN, SourcedValue, load_parameters
from ikdsim.scenario.key_positions import key_positions
from ikdsim.scenario.scenario import Scenario
from ikdsim.scenario.toml_file import read_toml
from ikdsim.schema import Where, number, read, words

COSTS: Final = "cost."
RUPIAH: Final = "Rp/"
"""Begins the unit of every price; what else stands among the costs is none."""


@dataclass(frozen=True, kw_only=True)
class PriceTable:
    """What may stand in a table of a price file."""

    value: float = number(0, MOST, "rupiah")
    unit: str = words()
    source: str = words()
    budget_code: str = words(default="")


def known_prices() -> dict[str, SourcedValue]:
    """The prices of the register by the names that files give them."""
    costs = {name.removeprefix(COSTS): of for name, of in load_parameters().items() if name.startswith(COSTS)}
    return {name: price for name, price in costs.items() if price.unit.startswith(RUPIAH)}


def load_prices(path: Path) -> tuple[SourcedValue, ...]:
    """The prices of the file at `path`, in its order; raises BadInput with every fault of it."""
    tables, text = read_toml(path)
    positions = key_positions(text)
    prices, faults = [], []
    for item, table in tables.items():
        inline = {"": positions["", 0].get(item, 1)}
        price, found = read_price(item, table, Where(str(path), f"[{shorten(item)}]", positions.get((item, 0), inline)))
        prices += [] if price is None else [price]
        faults += found
    if faults:
        raise BadInput(faults)
    return tuple(prices)


def read_price(item: str, table: object, where: Where) -> tuple[SourcedValue | None, list[Fault]]:
    """Make an own price of its table: it, or None and every fault of the table."""
    known = known_prices()
    found = _faults_of(item, table, known, where)
    price, unread = read(PriceTable, table, where) if isinstance(table, Mapping) else (None, [])
    if price is None or found:
        return None, [*found, *unread]
    source = f"{price.source} [{price.budget_code}]" if price.budget_code else price.source
    value = price.value  # what is known has no range
    return replace(known[item], value=value, low=value, high=value, kind=OWN, source=source, note=""), []


def with_prices(scenarios: Sequence[Scenario], prices: Iterable[SourcedValue]) -> list[Scenario]:
    """The scenarios with own `prices`; raises BadInput for every one of these that a scenario sets as well."""
    own = tuple(prices)
    faults = [
        Fault("price_set_twice", {"file": str(next(reversed(scenario.files), scenario.name)), "key": price.name})
        for scenario in scenarios
        for price in own
        if price.name in scenario.parameters
    ]
    if faults:
        raise BadInput(faults)
    return [replace(scenario, prices=own) for scenario in scenarios]


def _faults_of(item: str, table: object, known: Mapping[str, SourcedValue], where: Where) -> list[Fault]:
    """What is wrong with an item but for the keys of its table."""
    if item not in known:
        return [where.fault("unknown_price", "", {"value": shown(item), "nearest": nearest(item, known)})]
    if not isinstance(table, Mapping):
        return [where.fault("not_a_table", item, {"value": shown(table), "example": f"[{item}]"})]
    unit = table.get("unit")
    if isinstance(unit, str) and unit.strip() and unit != known[item].unit:
        return [where.fault("other_unit", "unit", {"value": shown(unit), "right": shown(known[item].unit)})]
    return []
