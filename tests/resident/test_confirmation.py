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
from tests.factories import HIGH, LOW, make_traits

AFTER_CONFIRMATION = {INTERRUPTION_SLOT: 0, DISENCHANTMENT_SLOT: 1}


def test_low_literacy_interrupts_and_distrust_disenchants(tables):
    def lapse(slot, who):
        return active_factor(slot, who, tables)

    assert lapse(INTERRUPTION_SLOT, make_traits(literacy=LOW)) > lapse(INTERRUPTION_SLOT, make_traits(literacy=HIGH))
    assert lapse(DISENCHANTMENT_SLOT, make_traits(trust=LOW)) > lapse(DISENCHANTMENT_SLOT, make_traits(trust=HIGH))


@pytest.mark.parametrize("slot", [INTERRUPTION_SLOT, DISENCHANTMENT_SLOT])
def test_whoever_took_it_for_want_of_a_card_lapses_sooner(slot, tables):
    free, compelled = (active_factor(slot, make_traits(compelled=pushed), tables) for pushed in (False, True))
    assert compelled == pytest.approx(tables.compelled_lapse * free)
    assert tables.compelled_lapse > 1.0


@pytest.mark.parametrize("slot", [INTERRUPTION_SLOT, DISENCHANTMENT_SLOT])
def test_the_confirmed_lapse_less_often_for_the_same_reasons(slot, tables):
    for literacy, trust in ((LOW, HIGH), (HIGH, LOW)):
        who = make_traits(literacy=literacy, trust=trust)
        active = active_factor(slot, who, tables)
        confirmed = confirmed_factor(AFTER_CONFIRMATION[slot], who, tables)
        assert confirmed == pytest.approx(tables.confirmed_lapse * active)
    assert tables.confirmed_lapse < 1.0


def test_signal_at_home_confirms_and_nothing_else_of_ones_own(tables):
    def confirmed(who):
        return active_factor(CONFIRMATION_SLOT, who, tables)

    assert confirmed(make_traits(literacy=LOW, trust=HIGH, compelled=True)) == confirmed(make_traits()) == 1.0
    assert 0.0 < confirmed(make_traits(online=0)) < 1.0


@pytest.mark.parametrize("missing", [(0.0, 1.0), (1.0, 0.0)])
def test_without_use_or_leaders_nobody_is_confirmed(missing):
    assert confirmation(0.3, *missing) == 0.0


def test_use_and_leaders_confirm():
    assert confirmation(0.3, 0.5, 1.5) == pytest.approx(0.225)
