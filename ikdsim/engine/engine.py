"""What the model asks of an engine."""

from typing import Protocol

from ikdsim.engine.world import World
from ikdsim.resident.columns import State
from ikdsim.service.board import Board
from ikdsim.service.programme import PlannedWeek


class Engine(Protocol):
    """A way to run the rulebook."""

    world: World

    def start(self, before: int) -> None:
        """Set all residents as they stand in week `before` the first."""

    def run_week(self, planned: PlannedWeek, board: Board) -> None:
        """Let all residents live the planned week and serve the queues; `board` is what services offer."""

    def state(self) -> State:
        """Where the residents stand now, as columns."""
