"""All observers of a run."""

from typing import Any

from numpy.typing import NDArray

from ikdsim.observe.adoption import Adoption
from ikdsim.observe.channels import Channels
from ikdsim.observe.equity import Equity
from ikdsim.observe.observer import Observer, WeekSeen
from ikdsim.observe.service_load import ServiceLoad
from ikdsim.observe.spending import Spending
from ikdsim.observe.travel import Travel
from ikdsim.setup import Setup
from ikdsim.snapshot import Snapshot, owned


class Observations:
    """What the observers of one run remember."""

    def __init__(self, setup: Setup) -> None:
        """Be ready for the weeks, places and stations of a set-up."""
        weeks = setup.last_week - setup.first_week + 1
        self.adoption = Adoption(weeks, len(setup.region.places))
        self.equity = Equity(weeks)
        self.channels = Channels(weeks)
        self.service_load = ServiceLoad(weeks, [station.kind for station in setup.services.stations])
        self.spending = Spending(weeks)
        self.travel = Travel(weeks, setup.services.stations, setup.region)
        self._observers: dict[str, Observer] = {
            "adoption": self.adoption,
            "equity": self.equity,
            "channels": self.channels,
            "service_load": self.service_load,
            "spending": self.spending,
            "travel": self.travel,
        }

    def look(self, week: WeekSeen) -> None:
        """Let every observer look at the end of a week."""
        for observer in self._observers.values():
            observer.look(week)

    def kept(self, weeks: int) -> dict[str, NDArray[Any]]:
        """Copies of what every observer remembers of the first `weeks`, for a snapshot."""
        return {
            name: array
            for owner, observer in self._observers.items()
            for name, array in owned(owner, observer.kept(weeks)).items()
        }

    def restore(self, snapshot: Snapshot) -> None:
        """Remember what `snapshot` has kept."""
        for owner, observer in self._observers.items():
            observer.restore(snapshot.of(owner))
