"""Compulsion: a resident on an errand is activated there and then, or is refused the service.

Where officers begin every errand with IKD, whoever can be activated and is not against it decides at once, persuaded or
not, and is served anyway. Where the service requires IKD, whoever can be activated is, and the others go home without
it. Recording, which IKD needs, never requires it. Those who were compelled lapse faster, see confirmation.py.
"""

from ikdsim.kernel import rule
from ikdsim.resident import stages as s
from ikdsim.resident.persuasion import decision_dose, moves
from ikdsim.resident.tables import Tables
from ikdsim.resident.traits import Traits


@rule
def is_required(drawn: int, chance: int, is_recorded_now: bool) -> bool:
    """Whether an errand is for a service that requires IKD, by a uniform draw; `chance` as a draw."""
    return drawn < chance and not is_recorded_now


@rule
def goes_along(stage: int, who: Traits, useful: float, threshold: int, tables: Tables) -> bool:
    """Whether somebody of `stage` lets an officer who begins with IKD go on; opponents do not, who has lapsed does."""
    if stage == s.REFUSING:
        return False
    return stage == s.LAPSED or moves(tables.pressed * decision_dose(who, useful, tables), threshold)
