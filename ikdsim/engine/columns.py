"""The columns engine: compiled loops over columns, for everything real."""

import numpy as np

from ikdsim.engine import contacts, lives, queues
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
        outlook = build_outlook(programme)
        self.records = new_records_of(world, outlook, new_calendar(world.residents, 1, outlook.reading.shape[1]))
        self._arrivals = np.zeros(len(world.state.stage), np.int32)

    def start(self, before: int) -> None:
        """Set all residents as they stand in week `before` the first."""
        lives.start_residents(before, self.records)

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
