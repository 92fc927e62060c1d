"""The columns engine: compiled loops over columns, for everything real."""

import numpy as np

from ikdsim.engine import kernels
from ikdsim.engine.world import World
from ikdsim.resident.columns import State
from ikdsim.service.board import Board


class ColumnsEngine:
    """Runs weeks on the columns of a world."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._arrivals = np.zeros(len(world.state.stage), np.int32)

    def start(self, before: int) -> None:
        """Set all residents as they stand in week `before` the first."""
        kernels.start_residents(before, self.world)

    def run_week(self, week: int, board: Board) -> None:
        """Let all residents live one week, then serve the queues."""
        self.world = self.world._replace(board=board)
        count = kernels.live(week, self._arrivals, self.world)
        kernels.serve(week, self._arrivals, count, self.world)

    def state(self) -> State:
        """The columns themselves."""
        return self.world.state
