"""Confirmation (Rogers' fifth stage): an active resident keeps using IKD, or lapses.

Occasions to use it, signal and leaders' support confirm (the Sambas study: leaders support it, internet is missing in
remote areas). Rogers' discontinuance has two forms: interruption (PIN forgotten, new phone: wants to come back)
and disenchantment (app removed: refuses). Those who took IKD because no card was to be had lapse faster.
"""

from ikdsim.kernel import rule
from ikdsim.resident.tables import Tables

CONFIRMATION_SLOT, INTERRUPTION_SLOT, DISENCHANTMENT_SLOT = range(3)


@rule
def active_factor(slot: int, literacy: int, trust: int, compelled: int, tables: Tables) -> float:
    """How readily an active resident of these levels (0-255) is confirmed, interrupted or disenchanted (no unit)."""
    if slot == CONFIRMATION_SLOT:
        return 1.0
    pushed = tables.compelled_lapse if compelled else 1.0
    if slot == INTERRUPTION_SLOT:
        return float(pushed * tables.interrupted_by_literacy[literacy])
    return float(pushed * tables.refuses_by_trust[trust])


@rule
def confirmed_factor(slot: int, literacy: int, trust: int, tables: Tables) -> float:
    """The same for a confirmed resident (slot 0 is interruption), who lapses less often."""
    if slot == 0:
        return float(tables.confirmed_lapse * tables.interrupted_by_literacy[literacy])
    return float(tables.confirmed_lapse * tables.refuses_by_trust[trust])


def confirmation(per_week: float, use: float, signal: float, leaders: float) -> float:
    """Weekly hazard to be confirmed in a place: `use` is the share of services that accept IKD, `signal` 0-1."""
    return per_week * use * signal * leaders


def interruption(replaced: float, not_reactivated: float, pin_forgotten: float) -> float:
    """Yearly hazard to be interrupted: one account lives on one phone, so a `replaced` phone ends it for a share."""
    return replaced * not_reactivated + pin_forgotten
