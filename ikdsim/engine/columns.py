"""The columns engine: compiled loops over columns, for everything real."""

import numpy as np

from ikdsim.engine import contacts, lives, queues, start
from ikdsim.engine.calendar import new_calendar
from ikdsim.engine.outlook import build_outlook
from ikdsim.engine.records import new_records_of, with_board
from ikdsim.engine.world import World
from ikdsim.resident.columns import State
from ikdsim.service.board import Board
from ikdsim.service.programme import PlannedWeek, Programme


class ColumnsEngine:
    """Runs weeks on the records of a world."""

    def __init__(self, world: World, programme: Programme) -> None:
        self.world = world
        self._programme = programme
        self._arrivals = np.zeros(len(world.state.stage), np.int32)
        self._look_ahead()

    def _look_ahead(self) -> None:
        outlook = build_outlook(self._programme, self.world.meters)
        calendar = new_calendar(self.world.residents, 1, outlook.reading.shape[1])
        self.records = new_records_of(self.world, outlook, calendar)

    def start(self, before: int) -> None:
        """Set all residents as they stand in week `before` the first."""
        start.start_residents(before, self.records)

    def resume(self, week: int) -> None:
        """Go on from columns and meters as they stood at the end of `week`."""
        self._look_ahead()
        start.resume_residents(week, self.records)

    def write_stage(self, row: int, week: int, stage: int) -> None:
        """Set a resident into a stage by hand at the end of `week`: he draws new marks there."""
        start.write_stage(row, week, stage, self.records)

    def write_trust(self, row: int, level: int) -> None:
        """Set a resident's trust (0-255) by hand; he feels it from the next stage on."""
        self.world.state.trust[row] = level

    def run_week(self, planned: PlannedWeek, board: Board) -> None:
        """Let all residents live one week, then serve the queues."""
        week = planned.conditions.week
        self.world = self.world._replace(board=board)
        self.records = with_board(self.records, board)
        contacts.advance_planned(week, self.records)
        count = lives.live(0, week, self._arrivals, self.records)
        queues.serve(week, self._arrivals[:count], self.records)

    def state(self) -> State:
        """The columns themselves."""
        return self.world.state
