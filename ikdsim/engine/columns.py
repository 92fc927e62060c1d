"""The columns engine: compiled loops over columns, for everything real."""

import numpy as np

from ikdsim.engine import contacts, lives, queues
from ikdsim.engine.calendar import new_calendar
from ikdsim.engine.outlook import Outlook
from ikdsim.engine.world import Run, new_world, with_board
from ikdsim.resident.columns import State
from ikdsim.service.board import Board


class ColumnsEngine:
    """Runs weeks on the memory of a run."""

    def __init__(self, run: Run, outlook: Outlook) -> None:
        self.run = run
        weeks = outlook.reading.shape[1]
        self.world = new_world(run, outlook, new_calendar(run.residents, 1, weeks))
        self._arrivals = np.zeros(len(run.state.stage), np.int32)

    def start(self, before: int) -> None:
        """Set all residents as they stand in week `before` the first."""
        lives.start_residents(before, self.world)

    def run_week(self, week: int, board: Board) -> None:
        """Let all residents live one week, then serve the queues."""
        self.run = self.run._replace(board=board)
        self.world = with_board(self.world, board)
        contacts.advance_planned(week, self.world)
        count = lives.live(0, week, self._arrivals, self.world)
        queues.serve(week, self._arrivals[:count], self.world)

    def state(self) -> State:
        """The columns themselves."""
        return self.run.state
