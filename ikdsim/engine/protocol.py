"""What the model asks of an engine."""

from typing import Protocol

from ikdsim.engine.world import World
from ikdsim.resident.state import ResidentState
from ikdsim.service.programme import PlannedWeek, Programme
from ikdsim.service.supply import Supply


class Engine(Protocol):
    """A way to run the rulebook."""

    @property
    def world(self) -> World:
        """What it works on, in the current week."""

    def start(self, before: int) -> None:
        """Set all residents as they stand in week `before` the first."""

    def follow(self, programme: Programme) -> None:
        """Go on by another programme, which holds from the end of the week that was run last."""

    def run_week(self, planned: PlannedWeek, supply: Supply) -> None:
        """Let all residents live the planned week and serve the queues; `supply` is what services offer."""

    def stage_of(self, row: int) -> int:
        """Stage of a resident now."""

    def trust_of(self, row: int) -> int:
        """Trust of a resident now, 0-255."""

    def write_stage(self, row: int, week: int, stage: int) -> None:
        """Set a resident into a stage by hand at the end of `week`, who draws new thresholds there."""

    def write_trust(self, row: int, level: int) -> None:
        """Set a resident's trust (0-255) by hand, which is felt from the next stage on."""

    def state(self) -> ResidentState:
        """Where the residents stand now, as columns."""
