"""While blanks are short, IKD stands in for the card, and trust in the service suffers."""

from datetime import date

import pytest

from ikdsim.policy.blank_shortage import BlankShortage
from tests.factories import make_conditions


def test_cards_are_missing_and_trust_is_lower():
    conditions = make_conditions({"persuasion.shortage_trust": 0.03})
    BlankShortage(name="x", start=date(2027, 1, 4)).change(conditions, conditions.week)
    assert conditions.cards_missing
    assert conditions.trust_shift == pytest.approx(-0.03)
    assert conditions.costs == {}
