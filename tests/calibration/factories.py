"""Builders for calibrations: Babelan until the table, with few residents, and a quick twin of it."""

from datetime import date
from functools import cache

from ikdsim.calibration.quick_twin import QuickTwin
from ikdsim.scenario.scenario import Scenario
from ikdsim.setup import Setup
from tests.factories import shipped

TABLE = date(2025, 1, 17)
FEW = 20.0
"""Scale at which people are made quickly and places still have hundreds."""


def until_table() -> Scenario:
    return shipped("baseline").until(TABLE)


@cache
def quick_twin() -> QuickTwin:
    return QuickTwin(Setup(until_table(), 1, FEW), sample=128)
