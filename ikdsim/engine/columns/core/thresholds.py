"""How residents wait: the thresholds they draw when they enter a stage or have run an errand."""

from ikdsim import randomness
from ikdsim.engine.columns.core.contacts import await_contact, contact_key
from ikdsim.engine.columns.core.next_event import week_when_ready
from ikdsim.engine.columns.core.state import NO_CONTACT, State, groups_of
from ikdsim.engine.columns.core.transitions import is_compelled
from ikdsim.kernel import inner
from ikdsim.resident import causes as c
from ikdsim.resident import draw_numbers as d
from ikdsim.resident import stages as s
from ikdsim.resident.ages import age_band
from ikdsim.resident.cumulative_hazards import position
from ikdsim.resident.factors import attempt_of, life, own_factor, with_spell
from ikdsim.resident.traits import Traits, inclination_of, traits_of

RENEW_NOTHING, RENEW_STAGE, RENEW_ERRAND, RENEW_EVENT, RENEW_COMPELLED = 0, 1, 2, 4, 8
"""What is to be drawn anew after a look at a resident, as bits; RENEW_EVENT alone: only the next event is found;
RENEW_COMPELLED beside RENEW_STAGE: as somebody who was activated because it was asked for on an errand."""


@inner
def next_spell(i: int, week: int, state: State) -> int:
    """Count resident `i` into the stage once more; returns the attempt number of its thresholds."""
    standing = state.standing[i]
    attempt = attempt_of(standing.spells, standing.stage, week)
    standing.spells = with_spell(standing.spells, standing.stage)
    return attempt


@inner
def traits_now(i: int, week: int, pressed: bool, state: State) -> Traits:
    """What resident `i` is like in `week`, `pressed` if activated because it was asked for on an errand."""
    person, standing = state.people[i], state.standing[i]
    band, inclination = age_band(person.birth_week, week), inclination_of(state.seed, i, life(standing.spells))
    return traits_of(person, band, standing.trust, inclination, pressed or is_compelled(i, state))


@inner
def draw_thresholds(i: int, week: int, pressed: bool, state: State) -> None:
    """Draw the thresholds with which resident `i`, `pressed` into the stage or not, waits in it if they can act."""
    standing = state.standing[i]
    stage = standing.stage
    for slot in range(s.MOST_RIVALS):
        standing.due[slot] = randomness.NEVER
    state.contact_due[i] = NO_CONTACT
    if stage == s.INTENDING and week_when_ready(i, state) > week:
        return
    attempt = next_spell(i, week, state)
    who = traits_now(i, week, pressed, state)
    for slot in range(c.RIVAL_COUNT[stage]):
        cause = c.RIVALS[stage, slot]
        factor = own_factor(stage, slot, who, state.tables)
        drawn = randomness.threshold(state.seed, i, cause + d.STAGE_THRESHOLDS * stage, attempt)
        at = position(state.cumulative, cause, groups_of(i, state))
        standing.due[slot] = randomness.due(state.cumulative.value[at], drawn, factor)
        if c.GROUPS[cause] == c.NEIGHBOURHOOD:
            await_contact(i, contact_key(cause, standing.due[slot]), state)


@inner
def draw_errand(i: int, week: int, state: State) -> None:
    """Draw when resident `i` will next have an errand at an office."""
    person, standing = state.people[i], state.standing[i]
    factor = state.tables.errands_by_age[age_band(person.birth_week, week)]
    drawn = randomness.threshold(state.seed, i, d.ERRAND_THRESHOLD, standing.errands)
    at = position(state.cumulative, c.ERRAND, groups_of(i, state))
    standing.errand_due = randomness.due(state.cumulative.value[at], drawn, factor)


@inner
def renew(i: int, week: int, what: int, state: State) -> None:
    """Draw anew for resident `i` `what` is to be drawn (RENEW_STAGE, RENEW_ERRAND)."""
    if what & RENEW_ERRAND:
        draw_errand(i, week, state)
    if what & RENEW_STAGE:
        draw_thresholds(i, week, bool(what & RENEW_COMPELLED), state)
