"""The end of the week: those who turned up meet the officers, in the order of the queues."""

from collections.abc import Sequence

from ikdsim.engine.objects.resident import PlainResident
from ikdsim.resident import causes as c
from ikdsim.resident import compulsion, implementation, persuasion
from ikdsim.resident import draw_numbers as d
from ikdsim.resident import stages as s
from ikdsim.resident.columns import APPOINTMENT, NEWS, NOTHING
from ikdsim.service.queue import FOR_IKD, ON_AN_ERRAND, WITH_APPOINTMENT, gets_turn, queue_key
from ikdsim.service.supply import NOWHERE


def serve_queues(residents: Sequence[PlainResident], week: int) -> None:
    """Let all who are bound for a station have their turn there; chance orders each queue."""
    came = [(place_in_queue(resident, week), resident.row) for resident in residents if resident.bound_for is not None]
    for _, row in sorted(came):
        station, residents[row].bound_for = residents[row].bound_for, None
        if station is not None:
            meet_officer(residents[row], week, station)


def place_in_queue(resident: PlainResident, week: int) -> int:
    """The queue key by which `resident` is ordered among those who came."""
    group = ON_AN_ERRAND
    if resident.awaits == APPOINTMENT:
        group = WITH_APPOINTMENT
    elif comes_to_activate(resident, week):
        group = FOR_IKD
    return queue_key(resident.bound_for or 0, group, resident.uniform_draw(d.QUEUE_DRAW, week), 0)


def comes_to_activate(resident: PlainResident, week: int) -> bool:
    """Whether `resident` would be activated; everybody else came on an errand."""
    return resident.stage == s.INTENDING and resident.ready_week <= week


def meet_officer(resident: PlainResident, week: int, station: int) -> None:
    """The turn of `resident` at `station` has come."""
    had_appointment = resident.awaits == APPOINTMENT
    if had_appointment:
        resident.awaits = NOTHING
    if comes_to_activate(resident, week):
        resident.awaits = NOTHING
        attempt(resident, week, station, had_appointment)
    elif service_requires_ikd(resident, week, station):
        if not is_activated_at_once(resident, week, station, others_wait=True):
            be_refused(resident, week, station)
    elif not lets_officer_begin(resident, week, station):
        run_errand(resident, week, station)


def run_errand(resident: PlainResident, week: int, station: int) -> None:
    """Be served, and have IKD explained if an officer offers it and has the time."""
    if not is_offered(resident, week, station):
        resident.note(week, c.NOT_OFFERED, station)
    elif not take_explanation(resident, week, station):
        resident.note(week, c.NO_TIME, station)
    else:
        hear_explanation(resident, week, station)


def service_requires_ikd(resident: PlainResident, week: int, station: int) -> bool:
    """Whether `resident` came for a service that requires IKD."""
    drawn, chance = resident.uniform_draw(d.REQUIRED_DRAW, week), int(resident.world.supply.requires[station])
    return compulsion.is_required(drawn, chance, resident.recorded_week == week)


def lets_officer_begin(resident: PlainResident, week: int, station: int) -> bool:
    """Whether the officer begins with IKD, `resident` lets it happen, and is activated."""
    world = resident.world
    useful, threshold = float(world.supply.useful[resident.occupation]), resident.threshold(d.PRESSED_DRAW, week)
    if not world.supply.begins[station]:
        return False
    if not compulsion.goes_along(resident.stage, resident.traits(week), useful, threshold, world.tables):
        return False
    return is_activated_at_once(resident, week, station, bool(world.supply.waits[station]))


def is_activated_at_once(resident: PlainResident, week: int, station: int, others_wait: bool) -> bool:
    """Be activated before the errand is served, if one can be, there is time, and nothing fails.

    Where `others_wait` that takes the time of other services.
    """
    supply, counters = resident.world.supply, resident.world.counters
    if resident.ready_week > week:
        return False
    needed = implementation.handling_ms(resident.literacy, float(supply.time_factor[station]), resident.world.tables)
    if not take_turn(resident, week, needed, station, others_wait):
        return False
    counters.came[station] += 1
    if fails(resident, week, station):
        counters.failed[station] += 1
        return False
    counters.served[station] += 1
    resident.note(week, c.COMPELLED, station)
    resident.is_pressed = True
    activate(resident, week, station)
    resident.is_pressed = False
    return True


def be_refused(resident: PlainResident, week: int, station: int) -> None:
    """Go home without the service one came for: less trust, and perhaps against IKD now."""
    tables = resident.world.tables
    resident.world.counters.refused[resident.place] += 1
    resident.trust = implementation.trust_after_disappointment(resident.trust, tables)
    resident.note(week, c.REFUSED_SERVICE, station)
    if implementation.turns_against(resident.trust, resident.uniform_draw(d.EMBITTERED_DRAW, week), tables):
        leave_off(resident, week, s.REFUSING, c.EMBITTERED, station)
    else:
        resident.draw_thresholds(week)


def is_offered(resident: PlainResident, week: int, station: int) -> bool:
    """Whether an officer would offer IKD."""
    supply = resident.world.supply
    chance = supply.offer if resident.has_card else supply.offer_without_card
    return resident.uniform_draw(d.OFFER_DRAW, week) < int(chance[station])


def take_explanation(resident: PlainResident, week: int, station: int) -> bool:
    """Have IKD explained in the time of the errand, while that lasts."""
    supply, used = resident.world.supply, resident.world.counters.explained_ms
    needed = resident.world.tables.explaining_ms
    left = int(supply.errand_ms[station] - used[station])
    used[station] += min(left, needed)
    return gets_turn(left, needed, resident.uniform_draw(d.TURN_DRAW, week))


def hear_explanation(resident: PlainResident, week: int, station: int) -> None:
    """Hear an officer explain IKD, and go as far as that leads."""
    resident.world.counters.offered[station] += 1
    after = stage_explained_to(resident, week, station)
    if after == resident.stage:
        resident.note(week, c.DECLINED, station)
        return
    resident.move(week, after, int(c.EVENT_OF_EXPLANATION[after]), station)
    if comes_to_activate(resident, week):
        attempt(resident, week, station, gets_appointment=True)


def stage_explained_to(resident: PlainResident, week: int, station: int) -> int:
    """Where the explanation leaves `resident`."""
    supply, tables, who = resident.world.supply, resident.world.tables, resident.traits(week)
    persuading = persuasion.explanation_dose(resident.stage, who, float(supply.station_factor[station]), tables)
    deciding = persuasion.decision_dose(who, float(supply.useful[resident.occupation]), tables)
    is_persuaded = persuasion.moves(persuading, resident.threshold(d.ACCEPT_DRAW, week))
    decides = persuasion.moves(deciding, resident.threshold(d.DECIDE_DRAW, week))
    return persuasion.stage_after_explanation(resident.stage, is_persuaded, decides)


def attempt(resident: PlainResident, week: int, station: int, gets_appointment: bool) -> None:
    """Stand in the queue to activate: served, failed, given an appointment or sent home."""
    supply, counters = resident.world.supply, resident.world.counters
    counters.came[station] += 1
    needed = implementation.handling_ms(resident.literacy, float(supply.time_factor[station]), resident.world.tables)
    if not take_turn(resident, week, needed, station):
        if gets_appointment:
            counters.appointed[station] += 1
            make_appointment(resident, week, station)
        else:
            counters.turned_away[station] += 1
            go_home(resident, week, c.TURNED_AWAY, station)
    elif fails(resident, week, station):
        counters.failed[station] += 1
        go_home(resident, week, c.FAILED, station)
    else:
        counters.served[station] += 1
        activate(resident, week, station)


def fails(resident: PlainResident, week: int, station: int) -> bool:
    """Whether an attempt fails."""
    return resident.uniform_draw(d.FAILURE_DRAW, week) < int(resident.world.supply.failure[station])


def take_turn(resident: PlainResident, week: int, needed: int, station: int, others_wait: bool = False) -> bool:
    """Take officers' time for `resident`, for the last one what is left of it; returns whether it does.

    Where `others_wait` it is the time of other services.
    """
    supply, counters = resident.world.supply, resident.world.counters
    used, given = (counters.used_ms, supply.capacity_ms)
    if others_wait:
        used, given = counters.explained_ms, supply.errand_ms
    left = int(given[station] - used[station])
    used[station] += min(left, needed)
    return gets_turn(left, needed, resident.uniform_draw(d.ACTIVATION_TURN_DRAW, week))


def go_home(resident: PlainResident, week: int, event: int, station: int) -> None:
    """Go home without IKD: less trust, perhaps against it now, and after the last try no intention."""
    tables = resident.world.tables
    resident.tries += 1
    resident.trust = implementation.trust_after_disappointment(resident.trust, tables)
    resident.avoids = station if event == c.TURNED_AWAY else NOWHERE
    if implementation.turns_against(resident.trust, resident.uniform_draw(d.EMBITTERED_DRAW, week), tables):
        resident.note(week, event, station)
        leave_off(resident, week, s.REFUSING, c.EMBITTERED, station)
    elif resident.tries >= tables.most_tries:
        resident.note(week, event, station)
        leave_off(resident, week, s.FAVOURABLE, c.GAVE_UP, station)
    else:
        resident.move(week, s.INTENDING, event, station)


def leave_off(resident: PlainResident, week: int, after: int, event: int, station: int) -> None:
    """Do not try any more."""
    resident.tries, resident.avoids = 0, NOWHERE
    resident.move(week, after, event, station)


def make_appointment(resident: PlainResident, week: int, station: int) -> None:
    """Find no time left, and have a turn at the same station next week."""
    resident.bound_for, resident.awaits = station, APPOINTMENT
    resident.draw_thresholds(week)
    resident.note(week, c.APPOINTED, station)


def activate(resident: PlainResident, week: int, station: int) -> None:
    """Be verified and leave with an active IKD; if first at home, or invited with the family, the others hear of it."""
    supply, counters = resident.world.supply, resident.world.counters
    resident.tries, resident.avoids = 0, NOWHERE
    resident.channel = int(supply.kind[station])
    counters.compelled[0] += resident.is_compelled
    counters.activations_by_channel[resident.channel] += 1
    resident.move(week, s.ACTIVE, c.ACTIVATED, station)
    if supply.invited[0] > 0 or not any(other.stage in s.USERS for other in resident.family):
        for other in resident.family:
            if other.listens_at_home(week):
                other.awaits = NEWS
