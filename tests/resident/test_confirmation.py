"""Confirmation: use confirms; forgetting, distrust and compulsion make users lapse."""

import pytest

from ikdsim.resident.confirmation import (
    CONFIRMATION_SLOT,
    DISENCHANTMENT_SLOT,
    INTERRUPTION_SLOT,
    active_factor,
    confirmation,
    confirmed_factor,
)
from tests.factories import HIGH, LOW, MIDDLE

FREE, COMPELLED = 0, 1
AFTER_CONFIRMATION = {INTERRUPTION_SLOT: 0, DISENCHANTMENT_SLOT: 1}


def test_low_literacy_interrupts_and_distrust_disenchants(tables):
    def lapse(slot, literacy=MIDDLE, trust=MIDDLE):
        return active_factor(slot, literacy, trust, FREE, tables)

    assert lapse(INTERRUPTION_SLOT, literacy=LOW) > lapse(INTERRUPTION_SLOT) > lapse(INTERRUPTION_SLOT, literacy=HIGH)
    assert lapse(DISENCHANTMENT_SLOT, trust=LOW) > lapse(DISENCHANTMENT_SLOT) > lapse(DISENCHANTMENT_SLOT, trust=HIGH)


@pytest.mark.parametrize("slot", [INTERRUPTION_SLOT, DISENCHANTMENT_SLOT])
def test_whoever_took_it_for_want_of_a_card_lapses_sooner(slot, tables):
    free = active_factor(slot, MIDDLE, MIDDLE, FREE, tables)
    assert active_factor(slot, MIDDLE, MIDDLE, COMPELLED, tables) == pytest.approx(tables.compelled_lapse * free)
    assert tables.compelled_lapse > 1.0


@pytest.mark.parametrize("slot", [INTERRUPTION_SLOT, DISENCHANTMENT_SLOT])
def test_the_confirmed_lapse_less_often_for_the_same_reasons(slot, tables):
    for literacy, trust in ((LOW, HIGH), (HIGH, LOW)):
        active = active_factor(slot, literacy, trust, FREE, tables)
        confirmed = confirmed_factor(AFTER_CONFIRMATION[slot], literacy, trust, tables)
        assert confirmed == pytest.approx(tables.confirmed_lapse * active)
    assert tables.confirmed_lapse < 1.0


def test_everybody_is_confirmed_alike(tables):
    assert active_factor(CONFIRMATION_SLOT, LOW, HIGH, COMPELLED, tables) == 1.0


@pytest.mark.parametrize("missing", [(0.0, 1.0, 1.0), (1.0, 0.0, 1.0), (1.0, 1.0, 0.0)])
def test_without_use_signal_or_leaders_nobody_is_confirmed(missing):
    assert confirmation(0.3, *missing) == 0.0


def test_use_signal_and_leaders_confirm():
    assert confirmation(0.3, 0.5, 0.8, 1.5) == pytest.approx(0.18)
