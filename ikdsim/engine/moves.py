"""What happens to one row when a resident enters a stage: marks are drawn, counters pushed, the household told."""

from ikdsim import randomness
from ikdsim.engine.world import World
from ikdsim.kernel import rule
from ikdsim.resident import causes as c
from ikdsim.resident import decisions as d
from ikdsim.resident import stages as s
from ikdsim.resident.ages import age_band
from ikdsim.resident.columns import NO_WEEK
from ikdsim.resident.factors import own_factor, spell, with_spell
from ikdsim.resident.implementation import ready_week, trust_after_disappointment
from ikdsim.resident.meters import position


@rule
def note(i: int, week: int, event: int, station: int, w: World) -> None:
    """Write an event into the diary if resident `i` is watched."""
    if i == w.diary.resident and w.diary.length[0] < len(w.diary.rows):
        row = w.diary.rows[w.diary.length[0]]
        row[0], row[1], row[2], row[3] = week, event, station, w.state.stage[i]
        w.diary.length[0] += 1


@rule
def week_when_ready(i: int, w: World) -> int:
    """First week in which resident `i` can be activated at all."""
    r = w.residents
    return ready_week(r.birth_week[i], r.recorded_week[i], r.supported_week[i])


@rule
def set_marks(i: int, week: int, w: World) -> None:
    """Draw the marks with which resident `i` waits in his stage; if he cannot act yet, let him wait for the week."""
    r, st = w.residents, w.state
    stage = int(st.stage[i])
    st.due[i, :] = randomness.NEVER
    ready = week_when_ready(i, w)
    if stage == s.INTENDING and ready > week:
        st.wake[i] = ready
        return
    st.wake[i] = NO_WEEK
    attempt = spell(int(st.spells[i]), stage)
    st.spells[i] = with_spell(int(st.spells[i]), stage)
    band = age_band(r.birth_week[i], week)
    for slot in range(c.RIVAL_COUNT[stage]):
        cause = c.RIVALS[stage, slot]
        factor = own_factor(stage, slot, r.online[i], band, r.literacy[i], st.trust[i], st.compelled[i], w.tables)
        drawn = randomness.mark(w.seed, i, cause + d.STAGE_MARKS * stage, attempt)
        at = position(w.meters, cause, r.place[i], r.occupation[i], r.neighbourhood[i])
        st.due[i, slot] = randomness.due(w.meters.reading[at], drawn, factor)


@rule
def set_errand_mark(i: int, week: int, w: World) -> None:
    """Draw when resident `i` will next have an errand at an office."""
    factor = w.tables.errands_by_age[age_band(w.residents.birth_week[i], week)]
    drawn = randomness.mark(w.seed, i, d.ERRAND_MARK, w.state.errands[i])
    at = position(w.meters, c.ERRAND, w.residents.place[i], 0, 0)
    w.state.errand_due[i] = randomness.due(w.meters.reading[at], drawn, factor)


@rule
def uses_ikd(stage: int) -> bool:
    """Whether the official figure counts a resident of this stage."""
    return stage in (s.ACTIVE, s.CONFIRMED)


@rule
def count_user(i: int, change: int, w: World) -> None:
    """Add `change` (1 or -1) to the stocks of users that resident `i` belongs to."""
    r, counters = w.residents, w.counters
    counters.contacts[r.neighbourhood[i]] += change
    counters.active_by_age[age_band(r.birth_week[i], w.table_week)] += change
    counters.active_by_sex[r.sex[i]] += change
    counters.active_by_device[r.device[i]] += change
    counters.active_by_occupation[r.occupation[i]] += change


@rule
def count_move(i: int, before: int, after: int, w: World) -> None:
    """Push the counters when resident `i` goes from stage `before` to stage `after`."""
    place, neighbourhood = w.residents.place[i], w.residents.neighbourhood[i]
    w.counters.stage_by_place[place, before] -= 1
    w.counters.stage_by_place[place, after] += 1
    if uses_ikd(before) != uses_ikd(after):
        count_user(i, 1 if uses_ikd(after) else -1, w)
        if uses_ikd(before):
            w.counters.lapses[0 if after == s.LAPSED else 1] += 1
    if after == s.LAPSED:
        w.counters.contacts[neighbourhood] -= 1
    if before == s.LAPSED:
        w.counters.contacts[neighbourhood] += 1


@rule
def move(i: int, week: int, after: int, event: int, station: int, w: World) -> None:
    """Bring resident `i` into stage `after` because of `event` (at `station`, -1 for none)."""
    before = int(w.state.stage[i])
    if before != after:
        count_move(i, before, after, w)
        w.state.stage[i] = after
        w.state.entered[i] = week
    set_marks(i, week, w)
    note(i, week, event, station, w)


@rule
def tell_household(i: int, w: World) -> None:
    """If resident `i` is the first user of his household, the others hear of it next week."""
    r, st = w.residents, w.state
    first, last = i, i
    while first > 0 and r.household[first - 1] == r.household[i]:
        first -= 1
    while last + 1 < len(r.household) and r.household[last + 1] == r.household[i]:
        last += 1
    for k in range(first, last + 1):
        if k != i and uses_ikd(int(st.stage[k])):
            return
    for k in range(first, last + 1):
        if k != i:
            st.news[k] = 1


@rule
def activate(i: int, week: int, station: int, w: World) -> None:
    """Resident `i` is verified and leaves `station` with an active IKD."""
    w.state.tries[i] = 0
    w.state.channel[i] = w.board.kind[station]
    w.state.compelled[i] = 1 if w.board.cards_missing[0] and not w.residents.card[i] else 0
    w.counters.compelled[0] += w.state.compelled[i]
    w.counters.activations_by_channel[w.board.kind[station]] += 1
    move(i, week, s.ACTIVE, c.ACTIVATED, station, w)
    tell_household(i, w)


@rule
def disappoint(i: int, week: int, event: int, station: int, w: World) -> None:
    """Resident `i` goes home without IKD: less trust, and after the last try no intention."""
    st = w.state
    st.tries[i] += 1
    st.trust[i] = trust_after_disappointment(int(st.trust[i]), w.tables)
    if st.tries[i] >= w.tables.most_tries:
        st.tries[i] = 0
        note(i, week, event, station, w)
        move(i, week, s.FAVOURABLE, c.GAVE_UP, station, w)
    else:
        move(i, week, s.INTENDING, event, station, w)
