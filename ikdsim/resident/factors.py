"""Which own factor belongs to which stage and cause: the index to the five stage files."""

from ikdsim.kernel import rule
from ikdsim.resident import confirmation, decision, implementation, knowledge, persuasion
from ikdsim.resident import stages as s
from ikdsim.resident.tables import Tables
from ikdsim.resident.traits import Traits


@rule
def own_factor(stage: int, slot: int, who: Traits, tables: Tables) -> float:
    """Own factor of a resident for the rival cause in `slot` of `stage` (see causes.RIVALS), no unit."""
    if stage == s.UNAWARE:
        return knowledge.own_factor(slot, who, tables)
    if stage == s.AWARE:
        return persuasion.own_factor(slot, who, tables)
    if stage == s.FAVOURABLE:
        return decision.own_factor(slot, who, tables)
    if stage == s.INTENDING:
        return implementation.own_factor(who, tables)
    if stage == s.ACTIVE:
        return confirmation.active_factor(slot, who, tables)
    if stage == s.CONFIRMED:
        return confirmation.confirmed_factor(slot, who, tables)
    if stage == s.REFUSING:
        return decision.reconsideration_factor(who, tables)
    return 1.0


@rule
def spell(spells: int, stage: int) -> int:
    """How often `stage` was entered, 0-15: the four bits of `spells` that are kept for it."""
    return (spells >> (4 * stage)) & 15


@rule
def with_spell(spells: int, stage: int) -> int:
    """`spells` with one more entry into `stage` (at most 15 are told apart)."""
    if spell(spells, stage) == 15:
        return spells
    return spells + (1 << (4 * stage))
