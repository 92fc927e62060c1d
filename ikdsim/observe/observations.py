"""All observers of a run."""

from collections.abc import Sequence

from ikdsim.observe.adoption import Adoption
from ikdsim.observe.channels import Channels
from ikdsim.observe.equity import Equity
from ikdsim.observe.observer import Observer, WeekSeen
from ikdsim.observe.service_load import ServiceLoad
from ikdsim.observe.spending import Spending


class Observations:
    """What the observers of one run remember."""

    def __init__(self, weeks: int, places: int, kinds: Sequence[int]) -> None:
        """Be ready for so many weeks and places, and for stations of these `kinds`."""
        self.adoption = Adoption(weeks, places)
        self.equity = Equity(weeks)
        self.channels = Channels(weeks)
        self.service_load = ServiceLoad(weeks, kinds)
        self.spending = Spending(weeks)

    def look(self, week: WeekSeen) -> None:
        """Let every observer look at the end of a week."""
        observers: tuple[Observer, ...] = (
            self.adoption,
            self.equity,
            self.channels,
            self.service_load,
            self.spending,
        )
        for observer in observers:
            observer.look(week)
