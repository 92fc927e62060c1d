"""The prices behind a result: what each is, whether it is a planner's own, and where it comes from."""

from dataclasses import asdict
from typing import Final

import pandas as pd

from ikdsim.provenance import load_parameters
from ikdsim.scenario.prices import known_prices
from ikdsim.scenario.scenario import Scenario

COLUMNS: Final = ("name", "value", "unit", "kind", "source", "registered")


def prices(scenario: Scenario) -> pd.DataFrame:
    """One row a price: value in its unit, kind, source, and what the register has in its place.

    The columns begin with number_, as those of all numbers do.
    """
    used = scenario.numbers_of(load_parameters())
    rows = [asdict(used[known.name]) | {"registered": known.value} for known in known_prices().values()]
    return pd.DataFrame(rows)[list(COLUMNS)].add_prefix("number_")
