"""The columns engine: compiled loops over columns, for everything real."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

from numpy.typing import NDArray

from ikdsim.engine.columns.core import start
from ikdsim.engine.columns.core.state import State
from ikdsim.engine.columns.core.week import run_week
from ikdsim.engine.columns.look_ahead import hazards_ahead
from ikdsim.engine.columns.state import add_totals, new_event_queue, new_state, write_supply
from ikdsim.engine.columns.threads import share_week
from ikdsim.engine.world import World
from ikdsim.resident.changes import people_at
from ikdsim.resident.records import copied, copy_into
from ikdsim.resident.state import ResidentState
from ikdsim.service.programme import PlannedWeek, Programme
from ikdsim.service.supply import Supply
from ikdsim.snapshot import Arrays

PARTS_OF_A_THREAD: Final = 2
"""Residents of some parts do more than others: whichever thread is done takes the next part."""


class ColumnsEngine:
    """Runs weeks on the records of a world."""

    def __init__(self, world: World, programme: Programme) -> None:
        self.world = world
        self._programme = programme
        self._threads: ThreadPoolExecutor | None = None
        self._thread_count = 1
        self._week: int
        """The last week that was run."""
        self.core: State
        """Made when the run starts or is resumed."""

    def __getstate__(self) -> tuple[World, Programme, int]:
        return self.world, self._programme, self._week

    def __setstate__(self, kept: tuple[World, Programme, int]) -> None:
        """A copy goes on in one thread, from where the columns stand."""
        self.world, self._programme, week = kept
        self._threads = None
        self.resume(week)

    def _look_ahead(self, week: int, threads: int) -> None:
        self._week = week
        ahead = hazards_ahead(self._programme, self.world.cumulative, week)
        parts = threads * PARTS_OF_A_THREAD if threads > 1 else 1
        event_queue = new_event_queue(self.world.residents, parts, ahead.value.shape[1])
        self.core = new_state(self.world, ahead, event_queue)

    def start(self, before: int) -> None:
        """Set all residents as they stand in week `before` the first."""
        self._look_ahead(before, threads=1)
        start.start_residents(before, self.core)

    def resume(self, week: int, threads: int = 1) -> None:
        """Go on from columns and cumulative hazards as they stood at the end of `week`, in so many threads at most.

        RTs are shared out among threads, and results do not depend on their number; they pay from some 100,000
        residents each.
        """
        if self._threads is not None:
            self._threads.shutdown()
        self._threads = ThreadPoolExecutor(threads) if threads > 1 else None
        self._thread_count, self._week = threads, week
        self.follow(self._programme)

    def follow(self, programme: Programme) -> None:
        """Go on by another programme, which holds from the end of the week that was run last."""
        self._programme = programme
        self._look_ahead(self._week, self._thread_count)
        start.resume_residents(self._week, self.core)

    def run_week(self, planned: PlannedWeek, supply: Supply) -> None:
        """Let all residents live one week, then serve the queues."""
        self._week = week = planned.conditions.week
        self.world = self.world._replace(supply=supply)
        self.core = write_supply(self.core, supply)
        if self._threads is None:
            run_week(week, self.core)
        else:
            share_week(week, self.core, self._threads)
        add_totals(self.core, self.world)

    def kept(self) -> dict[str, NDArray[Any]]:
        """Copies of everything that changes in a run, for a snapshot."""
        counters, cumulative = self.world.counters, self.world.cumulative
        return {
            "standing": copied(self.world.state.standing),
            "totals": copied(counters.totals),
            "stage_by_place": counters.stage_by_place.copy(),
            "contacts": counters.contacts.copy(),
            "cumulative": cumulative.value.copy(),
            "increment": cumulative.increment.copy(),
        }

    def restore(self, kept: Arrays, week: int) -> None:
        """Go on from what was kept at the end of `week`."""
        counters, cumulative = self.world.counters, self.world.cumulative
        people_at(week, self.world.residents.people, self.world.changes)
        copy_into(self.world.state.standing, kept["standing"])
        copy_into(counters.totals, kept["totals"])
        counters.stage_by_place[:] = kept["stage_by_place"]
        counters.contacts[:] = kept["contacts"]
        cumulative.value[:] = kept["cumulative"]
        cumulative.increment[:] = kept["increment"]
        self.resume(week)

    def stage_of(self, row: int) -> int:
        """Stage of a resident now."""
        return int(self.world.state.stage[row])

    def trust_of(self, row: int) -> int:
        """Trust of a resident now, 0-255."""
        return int(self.world.state.trust[row])

    def write_stage(self, row: int, week: int, stage: int) -> None:
        """Set a resident into a stage by hand at the end of `week`, who draws new thresholds there."""
        start.write_stage(row, week, stage, self.core)
        add_totals(self.core, self.world)

    def write_trust(self, row: int, level: int) -> None:
        """Set a resident's trust (0-255) by hand, which is felt from the next stage on."""
        self.world.state.trust[row] = level

    def state(self) -> ResidentState:
        """The columns themselves."""
        return self.world.state
