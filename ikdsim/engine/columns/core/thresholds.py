"""How a resident waits: the marks he draws when he enters a stage or has run an errand, and his next alarm."""

from ikdsim import randomness
from ikdsim.engine.columns.core.contacts import await_contact, contact_key
from ikdsim.engine.columns.core.next_event import week_when_ready
from ikdsim.engine.columns.core.state import NO_CONTACT, Records, neighbourhood_of
from ikdsim.kernel import inner
from ikdsim.resident import causes as c
from ikdsim.resident import decisions as d
from ikdsim.resident import stages as s
from ikdsim.resident.ages import age_band
from ikdsim.resident.factors import own_factor, spell, with_spell
from ikdsim.resident.meters import position

NOTHING, MARKS, ERRAND, ALARM = 0, 1, 2, 4
"""What is to be drawn anew after a look at a resident, as bits; with ALARM alone, he has to be given an alarm."""


@inner
def count_spell(i: int, w: Records) -> int:
    """How often resident `i` was in his stage before; he is in it once more."""
    standing = w.standing[i]
    before = spell(standing.spells, standing.stage)
    standing.spells = with_spell(standing.spells, standing.stage)
    return before


@inner
def draw_marks(i: int, week: int, w: Records) -> None:
    """Draw the marks with which resident `i` waits in his stage, if he can act by now."""
    person, standing = w.people[i], w.standing[i]
    stage = standing.stage
    for slot in range(s.MOST_RIVALS):
        standing.due[slot] = randomness.NEVER
    w.contact_due[i] = NO_CONTACT
    if stage == s.INTENDING and week_when_ready(i, w) > week:
        return
    attempt = count_spell(i, w)
    band = age_band(person.birth_week, week)
    for slot in range(c.RIVAL_COUNT[stage]):
        cause = c.RIVALS[stage, slot]
        factor = own_factor(
            stage, slot, person.online, band, person.literacy, standing.trust, standing.compelled, w.tables
        )
        drawn = randomness.mark(w.seed, i, cause + d.STAGE_MARKS * stage, attempt)
        at = position(w.meters, cause, person.place, person.occupation, neighbourhood_of(i, w))
        standing.due[slot] = randomness.due(w.meters.reading[at], drawn, factor)
        if c.GROUPS[cause] == c.NEIGHBOURHOOD:
            await_contact(i, contact_key(cause, standing.due[slot]), w)


@inner
def draw_errand(i: int, week: int, w: Records) -> None:
    """Draw when resident `i` will next have an errand at an office."""
    person, standing = w.people[i], w.standing[i]
    factor = w.tables.errands_by_age[age_band(person.birth_week, week)]
    drawn = randomness.mark(w.seed, i, d.ERRAND_MARK, standing.errands)
    at = position(w.meters, c.ERRAND, person.place, 0, 0)
    standing.errand_due = randomness.due(w.meters.reading[at], drawn, factor)


@inner
def draw(i: int, week: int, drawn: int, w: Records) -> None:
    """Draw anew for resident `i` what is to be `drawn` (see MARKS)."""
    if drawn & ERRAND:
        draw_errand(i, week, w)
    if drawn & MARKS:
        draw_marks(i, week, w)
