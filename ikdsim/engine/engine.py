"""What the model asks of an engine."""

from typing import Protocol

from ikdsim.engine.world import Run
from ikdsim.resident.columns import State
from ikdsim.service.board import Board


class Engine(Protocol):
    """A way to run the rulebook."""

    run: Run

    def start(self, before: int) -> None:
        """Set all residents as they stand in week `before` the first."""

    def run_week(self, week: int, board: Board) -> None:
        """Let all residents live one week and serve the queues; `board` is what services offer."""

    def state(self) -> State:
        """Where the residents stand now, as columns."""
