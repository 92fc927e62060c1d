"""Which own factor belongs to which stage and cause: the index to the five stage files."""

from typing import Final

from ikdsim.kernel import rule
from ikdsim.resident import confirmation, decision, implementation, knowledge, persuasion
from ikdsim.resident import stages as s
from ikdsim.resident.tables import Tables
from ikdsim.resident.traits import Traits

MOST_SPELLS: Final = 7
"""So many entries into a stage have attempt numbers of their own, 0-6 in a first life and 8-14 in a second."""
AFTER_SPELLS: Final = 16
"""Later entries are numbered from here on by their week."""
SECOND_LIFE: Final = 0x8888_8888
"""The spells of a newcomer before any stage is entered."""


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
        return implementation.own_factor(slot, who, tables)
    if stage == s.ACTIVE:
        return confirmation.active_factor(slot, who, tables)
    if stage == s.CONFIRMED:
        return confirmation.confirmed_factor(slot, who, tables)
    if stage == s.REFUSING:
        return decision.reconsideration_factor(who, tables)
    return 1.0


@rule
def spell(spells: int, stage: int) -> int:
    """How often `stage` was entered, 0-7, and 8 more in a second life: the four bits of `spells` kept for it."""
    return (spells >> (4 * stage)) & 15


@rule
def with_spell(spells: int, stage: int) -> int:
    """`spells` with one more entry into `stage` (at most MOST_SPELLS in a life are told apart)."""
    if spell(spells, stage) & MOST_SPELLS == MOST_SPELLS:
        return spells
    return spells + (1 << (4 * stage))


@rule
def life(spells: int) -> int:
    """0 for the first resident who stands in a row, 1 for the newcomer: the attempt number of what is drawn once."""
    return (spells >> 3) & 1


@rule
def attempt_of(spells: int, stage: int, week: int) -> int:
    """Attempt number of the thresholds of somebody who enters `stage` in `week`; from the eighth entry on by week."""
    before = spell(spells, stage)
    return AFTER_SPELLS + week if before & MOST_SPELLS == MOST_SPELLS else before
