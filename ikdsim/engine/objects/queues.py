"""The end of the week: those who turned up meet the officers, in the order of the queues."""

from collections.abc import Sequence

from ikdsim import randomness
from ikdsim.engine.objects.resident import PlainResident
from ikdsim.resident import causes as c
from ikdsim.resident import draw_numbers as d
from ikdsim.resident import implementation, persuasion
from ikdsim.resident import stages as s
from ikdsim.service.queue import gets_turn


def serve_queues(residents: Sequence[PlainResident], week: int) -> None:
    """Let all who are bound for a station have their turn there; chance orders each queue."""
    queue = [
        (resident.bound_for, resident.uniform_draw(d.QUEUE_DRAW, week), resident.row)
        for resident in residents
        if resident.bound_for is not None
    ]
    for station, _, row in sorted(queue):
        residents[row].bound_for = None
        meet_officer(residents[row], week, station)


def meet_officer(resident: PlainResident, week: int, station: int) -> None:
    """The turn of `resident` at `station` has come."""
    if resident.stage == s.INTENDING and resident.ready_week <= week:
        attempt(resident, week, station)
    elif not is_offered(resident, week, station):
        resident.note(week, c.NOT_OFFERED, station)
    elif not take_turn(resident, week, d.TURN_DRAW, resident.world.tables.explaining_ms, station):
        resident.note(week, c.NO_TIME, station)
    else:
        answer_offer(resident, week, station)


def is_offered(resident: PlainResident, week: int, station: int) -> bool:
    """Whether an officer would offer IKD."""
    supply = resident.world.supply
    chance = supply.offer if resident.has_card else supply.offer_without_card
    return resident.uniform_draw(d.OFFER_DRAW, week) < int(chance[station])


def answer_offer(resident: PlainResident, week: int, station: int) -> None:
    """Take IKD at once, hear of it for the first time, or decline."""
    resident.world.counters.offered[station] += 1
    if accepts(resident, week, station):
        if resident.stage != s.INTENDING:
            resident.move(week, s.INTENDING, c.ACCEPTED_OFFER, station)
        attempt(resident, week, station)
    elif resident.stage == s.UNAWARE:
        resident.move(week, s.AWARE, c.EXPLAINED, station)
    else:
        resident.note(week, c.DECLINED, station)


def accepts(resident: PlainResident, week: int, station: int) -> bool:
    """Whether `resident` can and will take IKD at once."""
    if resident.ready_week > week:
        return False
    supply, tables = resident.world.supply, resident.world.tables
    factor = float(supply.station_factor[station] * supply.useful[resident.occupation])
    chance = persuasion.accepts_on_the_spot(resident.stage, resident.trust, resident.literacy, factor, tables)
    return resident.uniform_draw(d.ACCEPT_DRAW, week) < randomness.as_draw(chance)


def attempt(resident: PlainResident, week: int, station: int) -> None:
    """Stand in the queue to activate: served, failed or sent home."""
    supply, counters = resident.world.supply, resident.world.counters
    counters.came[station] += 1
    needed = implementation.handling_ms(resident.literacy, float(supply.speed[station]), resident.world.tables)
    if not take_turn(resident, week, d.ACTIVATION_TURN_DRAW, needed, station):
        counters.turned_away[station] += 1
        resident.go_home(week, c.TURNED_AWAY, station)
    elif resident.uniform_draw(d.FAILURE_DRAW, week) < int(supply.failure[station]):
        counters.failed[station] += 1
        resident.go_home(week, c.FAILED, station)
    else:
        counters.served[station] += 1
        resident.activate(week, station)


def take_turn(resident: PlainResident, week: int, decision: int, needed: int, station: int) -> bool:
    """Take officers' time for `resident`, for the last one what is left of it; returns whether it does."""
    used = resident.world.counters.used_ms
    left = int(resident.world.supply.capacity_ms[station] - used[station])
    used[station] += min(left, needed)
    return gets_turn(left, needed, resident.uniform_draw(decision, week))
