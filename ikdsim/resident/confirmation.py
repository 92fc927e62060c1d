"""Confirmation (Rogers' fifth stage): an active resident keeps using IKD, or lapses.

Occasions to use it, signal and leaders' support confirm (the Sambas study: leaders support it, internet is missing in
remote areas); signal is that of the resident's own home. Rogers' discontinuance has two forms: interruption (PIN
forgotten, new phone: wants to come back) and disenchantment (app removed: refuses). Those who took IKD because no card
was to be had, or because an officer or a service asked for it first, lapse faster.
"""

from ikdsim.kernel import rule
from ikdsim.resident.tables import Tables
from ikdsim.resident.traits import Traits

CONFIRMATION_SLOT, INTERRUPTION_SLOT, DISENCHANTMENT_SLOT = range(3)


@rule
def active_factor(slot: int, who: Traits, tables: Tables) -> float:
    """How readily an active resident is confirmed, interrupted or disenchanted (no unit)."""
    if slot == CONFIRMATION_SLOT:
        return float(tables.confirmed_by_online[who.online])
    pushed = tables.compelled_lapse if who.compelled else 1.0
    if slot == INTERRUPTION_SLOT:
        return float(pushed * tables.interrupted_by_literacy[who.literacy])
    return float(pushed * tables.opposes_by_trust[who.trust])


@rule
def confirmed_factor(slot: int, who: Traits, tables: Tables) -> float:
    """The same for a confirmed resident (slot 0 is interruption), who lapses less often."""
    if slot == 0:
        return float(tables.confirmed_lapse * tables.interrupted_by_literacy[who.literacy])
    return float(tables.confirmed_lapse * tables.opposes_by_trust[who.trust])


def confirmation(per_week: float, use: float, leaders: float) -> float:
    """Weekly hazard to be confirmed in a place for somebody online; `use` is the share of services that accept IKD."""
    return per_week * use * leaders


def interruption(replaced: float, not_reactivated: float, pin_forgotten: float) -> float:
    """Yearly hazard to be interrupted: one account lives on one phone, so a `replaced` phone ends it for a share."""
    return replaced * not_reactivated + pin_forgotten
