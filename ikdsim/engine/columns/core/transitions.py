"""What happens when a resident enters a stage: counters are pushed, the diary written, the household told."""

from typing import Any

from ikdsim import randomness
from ikdsim.engine.columns.core.event_queue import part_of
from ikdsim.engine.columns.core.next_event import schedule
from ikdsim.engine.columns.core.state import State, neighbourhood_of
from ikdsim.kernel import inner
from ikdsim.resident import causes as c
from ikdsim.resident import draw_numbers as d
from ikdsim.resident import stages as s
from ikdsim.resident.ages import age_band
from ikdsim.resident.columns import APPOINTMENT, NEWS
from ikdsim.resident.factors import life
from ikdsim.resident.household import listens_at_home
from ikdsim.resident.implementation import adult_week, trust_after_disappointment, turns_against
from ikdsim.resident.persuasion import is_opposed
from ikdsim.resident.stages import is_user


@inner
def note(i: int, week: int, event: int, station: int, state: State) -> None:
    """Write an event into the diary if resident `i` is watched."""
    if i == state.diary.resident and state.diary.length[0] < len(state.diary.rows):
        row = state.diary.rows[state.diary.length[0]]
        row[0], row[1], row[2], row[3] = week, event, station, state.standing[i].stage
        state.diary.length[0] += 1


@inner
def totals_of(i: int, state: State) -> Any:
    """The totals that the thread of resident `i` adds to."""
    return state.totals[part_of(i, state.event_queue)]


@inner
def count_user(i: int, change: int, state: State) -> None:
    """Add `change` (1 or -1) to the stocks of users that resident `i` belongs to."""
    person, totals = state.people[i], totals_of(i, state)
    state.contacts[neighbourhood_of(i, state)] += change
    totals.active_by_age[age_band(person.birth_week, state.table_week)] += change
    totals.active_by_sex[person.sex] += change
    totals.active_by_device[person.device] += change
    totals.active_by_occupation[person.occupation] += change


@inner
def count_stage(i: int, before: int, after: int, state: State) -> None:
    """Take resident `i` from the stocks of stage `before` to those of stage `after`."""
    person = state.people[i]
    here = state.moved[part_of(i, state.event_queue), person.place]
    here[before] -= 1
    here[after] += 1
    if is_user(before) != is_user(after):
        count_user(i, 1 if is_user(after) else -1, state)
    if after == s.LAPSED:
        state.contacts[neighbourhood_of(i, state)] -= 1
    if before == s.LAPSED:
        state.contacts[neighbourhood_of(i, state)] += 1


@inner
def count_move(i: int, before: int, after: int, state: State) -> None:
    """Push the counters when resident `i` goes from stage `before` to stage `after`."""
    count_stage(i, before, after, state)
    if is_user(before) and not is_user(after):
        totals_of(i, state).lapses[0 if after == s.LAPSED else 1] += 1


@inner
def enter_stage(i: int, week: int, after: int, event: int, station: int, state: State) -> None:
    """Bring resident `i` into stage `after` because of `event` (at `station`, -1 for none); draws no thresholds."""
    standing = state.standing[i]
    if standing.stage != after:
        count_move(i, standing.stage, after, state)
        standing.stage = after
        standing.entered = week
    note(i, week, event, station, state)


@inner
def is_against(i: int, state: State) -> bool:
    """Whether resident `i` is against IKD from the start."""
    drawn = randomness.uniform_draw(state.seed, i, d.OPPOSED_DRAW, life(state.standing[i].spells))
    return is_opposed(state.people[i].trust, drawn, state.tables)


@inner
def listens(i: int, state: State) -> bool:
    """Whether news at home can do anything to resident `i` next week."""
    standing = state.standing[i]
    invited = int(state.invited[0])
    return listens_at_home(state.seed, i, life(standing.spells), standing.stage, invited, state.tables)


@inner
def tell_household(i: int, week: int, state: State) -> None:
    """If resident `i` is the first user at home, or brings an invitation, those who listen hear of it next week."""
    first, end = i, i + 1
    while not state.opens_household[first]:
        first -= 1
    while end < len(state.people) and not state.opens_household[end]:
        end += 1
    for k in range(first, end):
        if k != i and is_user(state.standing[k].stage) and state.invited[0] == 0:
            return
    for k in range(first, end):
        adult = adult_week(state.people[k].birth_week) <= week + 1
        if k != i and adult and listens(k, state):
            state.standing[k].awaits = NEWS
            if state.standing[k].next_event > week + 1:
                schedule(k, week + 1, state)


@inner
def is_compelled(i: int, state: State) -> bool:
    """Whether resident `i` has no card while none is to be had."""
    return bool(state.cards_missing[0] and not state.people[i].card)


@inner
def activate(i: int, week: int, station: int, pressed: bool, state: State) -> None:
    """Resident `i` is verified and leaves `station` with an active IKD, `pressed` to it on an errand or not."""
    standing, totals = state.standing[i], totals_of(i, state)
    standing.tries, standing.avoids = 0, 0
    standing.channel = state.stations[station].kind
    totals.compelled[0] += pressed or is_compelled(i, state)
    totals.activations_by_channel[standing.channel] += 1
    enter_stage(i, week, s.ACTIVE, c.ACTIVATED, station, state)
    tell_household(i, week, state)


@inner
def disappoint(i: int, week: int, event: int, station: int, state: State) -> None:
    """Resident `i` goes home without IKD: less trust, perhaps against it now, and after the last try no intention."""
    standing = state.standing[i]
    standing.tries += 1
    standing.trust = trust_after_disappointment(standing.trust, state.tables)
    standing.avoids = station + 1 if event == c.TURNED_AWAY else 0
    note(i, week, event, station, state)
    drawn = randomness.uniform_draw(state.seed, i, d.EMBITTERED_DRAW, week)
    if turns_against(standing.trust, drawn, state.tables):
        leave_off(i, week, s.REFUSING, c.EMBITTERED, station, state)
    elif standing.tries >= state.tables.most_tries:
        leave_off(i, week, s.FAVOURABLE, c.GAVE_UP, station, state)


@inner
def be_refused(i: int, week: int, station: int, state: State) -> None:
    """Resident `i` goes home without the service they came for: less trust, and perhaps against IKD now."""
    standing = state.standing[i]
    state.refused[state.people[i].place] += 1
    standing.trust = trust_after_disappointment(standing.trust, state.tables)
    note(i, week, c.REFUSED_SERVICE, station, state)
    if turns_against(standing.trust, randomness.uniform_draw(state.seed, i, d.EMBITTERED_DRAW, week), state.tables):
        leave_off(i, week, s.REFUSING, c.EMBITTERED, station, state)


@inner
def leave_off(i: int, week: int, after: int, event: int, station: int, state: State) -> None:
    """Resident `i` does not try any more."""
    state.standing[i].tries, state.standing[i].avoids = 0, 0
    enter_stage(i, week, after, event, station, state)


@inner
def make_appointment(i: int, week: int, station: int, state: State) -> None:
    """Resident `i` finds no time left at `station` and will have a turn there next week."""
    state.standing[i].bound_for = station + 1
    state.standing[i].awaits = APPOINTMENT
    note(i, week, c.APPOINTED, station, state)
