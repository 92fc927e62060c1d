"""Rules that differ in one rate."""

import pytest

from benchmarks.yardstick.rules import load_rules

HALF = 0.5


@pytest.fixture
def other_rules():
    def other(rate):
        rules = load_rules(50)
        setattr(rules, rate, HALF * getattr(rules, rate))
        return rules

    return other
