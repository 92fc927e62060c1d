"""What happens when a resident enters a stage: counters are pushed, the diary written, the household told."""

from typing import Any

from ikdsim.engine.columns.core.event_queue import part_of
from ikdsim.engine.columns.core.next_event import set_alarm
from ikdsim.engine.columns.core.state import Records, neighbourhood_of
from ikdsim.kernel import inner
from ikdsim.resident import causes as c
from ikdsim.resident import stages as s
from ikdsim.resident.ages import age_band
from ikdsim.resident.home import listens_at_home
from ikdsim.resident.implementation import adult_week, trust_after_disappointment


@inner
def note(i: int, week: int, event: int, station: int, w: Records) -> None:
    """Write an event into the diary if resident `i` is watched."""
    if i == w.diary.resident and w.diary.length[0] < len(w.diary.rows):
        row = w.diary.rows[w.diary.length[0]]
        row[0], row[1], row[2], row[3] = week, event, station, w.standing[i].stage
        w.diary.length[0] += 1


@inner
def uses_ikd(stage: int) -> bool:
    """Whether the official figure counts a resident of this stage."""
    return stage in (s.ACTIVE, s.CONFIRMED)


@inner
def totals_of(i: int, w: Records) -> Any:
    """The totals that the thread of resident `i` adds to."""
    return w.totals[part_of(i, w.calendar)]


@inner
def count_user(i: int, change: int, w: Records) -> None:
    """Add `change` (1 or -1) to the stocks of users that resident `i` belongs to."""
    person, totals = w.people[i], totals_of(i, w)
    w.contacts[neighbourhood_of(i, w)] += change
    totals.active_by_age[age_band(person.birth_week, w.table_week)] += change
    totals.active_by_sex[person.sex] += change
    totals.active_by_device[person.device] += change
    totals.active_by_occupation[person.occupation] += change


@inner
def count_move(i: int, before: int, after: int, w: Records) -> None:
    """Push the counters when resident `i` goes from stage `before` to stage `after`."""
    person = w.people[i]
    here = w.moved[part_of(i, w.calendar), person.place]
    here[before] -= 1
    here[after] += 1
    if uses_ikd(before) != uses_ikd(after):
        count_user(i, 1 if uses_ikd(after) else -1, w)
        if uses_ikd(before):
            totals_of(i, w).lapses[0 if after == s.LAPSED else 1] += 1
    if after == s.LAPSED:
        w.contacts[neighbourhood_of(i, w)] -= 1
    if before == s.LAPSED:
        w.contacts[neighbourhood_of(i, w)] += 1


@inner
def move(i: int, week: int, after: int, event: int, station: int, w: Records) -> None:
    """Bring resident `i` into stage `after` because of `event` (at `station`, -1 for none); no marks are drawn yet."""
    standing = w.standing[i]
    if standing.stage != after:
        count_move(i, standing.stage, after, w)
        standing.stage = after
        standing.entered = week
    note(i, week, event, station, w)


@inner
def tell_household(i: int, week: int, w: Records) -> None:
    """If resident `i` is the first user of his household, those who listen hear of it next week."""
    first, end = i, i + 1
    while not w.opens_household[first]:
        first -= 1
    while end < len(w.people) and not w.opens_household[end]:
        end += 1
    for k in range(first, end):
        if k != i and uses_ikd(w.standing[k].stage):
            return
    for k in range(first, end):
        adult = adult_week(w.people[k].birth_week) <= week + 1
        if k != i and adult and listens_at_home(w.seed, k, w.standing[k].stage, w.tables):
            w.standing[k].news = 1
            if w.standing[k].alarm > week + 1:
                set_alarm(k, week + 1, w)


@inner
def activate(i: int, week: int, station: int, w: Records) -> None:
    """Resident `i` is verified and leaves `station` with an active IKD."""
    standing, totals = w.standing[i], totals_of(i, w)
    standing.tries = 0
    standing.channel = w.stations[station].kind
    standing.compelled = 1 if w.cards_missing[0] and not w.people[i].card else 0
    totals.compelled[0] += standing.compelled
    totals.activations_by_channel[standing.channel] += 1
    move(i, week, s.ACTIVE, c.ACTIVATED, station, w)
    tell_household(i, week, w)


@inner
def disappoint(i: int, week: int, event: int, station: int, w: Records) -> None:
    """Resident `i` goes home without IKD: less trust, and after the last try no intention."""
    standing = w.standing[i]
    standing.tries += 1
    standing.trust = trust_after_disappointment(standing.trust, w.tables)
    note(i, week, event, station, w)
    if standing.tries >= w.tables.most_tries:
        standing.tries = 0
        move(i, week, s.FAVOURABLE, c.GAVE_UP, station, w)
