"""Implementation (Rogers' fourth stage): an intending resident reaches an officer, who verifies face and QR code.

She or he must be 17 or over, recorded, and have a supported phone. Residents turn up at a desk by themselves, at a
visit in their place, or on an errand (KTP-el, KK, birth, move); who is online may call a remote desk, if there is one.
Turning up is not activation: see service/queue.py.
The Sambas study finds the elderly and the technology-illiterate stuck here, so age and literacy enter here.
"""

from ikdsim import randomness
from ikdsim.kernel import rule
from ikdsim.resident.ages import week_of_age
from ikdsim.resident.columns import ADULT_AGE, NO_WEEK
from ikdsim.resident.tables import Tables
from ikdsim.resident.traits import Traits

WALK_IN_SLOT, VISIT_SLOT, REMOTE_SLOT = range(3)


@rule
def own_factor(slot: int, who: Traits, tables: Tables) -> float:
    """How readily a resident turns up, by age and literacy (no unit); nobody who is offline calls a remote desk."""
    if slot == REMOTE_SLOT and not who.online:
        return 0.0
    return float(tables.turns_up_by_age[who.band] * tables.turns_up_by_literacy[who.literacy])


@rule
def ready_week(birth_week: int, recorded_week: int, supported_week: int) -> int:
    """First week in which a resident is adult, recorded and has a supported phone; NO_WEEK if that never comes."""
    adult = adult_week(birth_week)
    return min(max(adult, recorded_week, supported_week), NO_WEEK)


@rule
def adult_week(birth_week: int) -> int:
    """Week of the 17th birthday."""
    return week_of_age(birth_week, ADULT_AGE)


@rule
def handling_ms(literacy: int, station_speed: float, tables: Tables) -> int:
    """Officer time for one activation, milliseconds: longer with low literacy, shorter with skilled officers."""
    return int(tables.handling_ms[literacy] * station_speed)


@rule
def trust_after_disappointment(trust: int, tables: Tables) -> int:
    """Trust (0-255) after being sent home or after a failed attempt."""
    return max(trust - tables.trust_lost, 0)


@rule
def turns_against(trust: int, drawn: int, tables: Tables) -> bool:
    """Whether a disappointment makes a resident of this trust (0-255) an opponent of IKD, by a uniform draw."""
    return drawn < randomness.as_draw(tables.embittered_by_trust[trust])
