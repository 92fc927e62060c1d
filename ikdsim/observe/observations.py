"""All observers of a run."""

from typing import Any

from numpy.typing import NDArray

from ikdsim.agency.review import Seen
from ikdsim.observe.adoption import Adoption
from ikdsim.observe.channels import Channels
from ikdsim.observe.equity import Equity
from ikdsim.observe.observer import Observer, WeekSeen
from ikdsim.observe.refusals import Refusals
from ikdsim.observe.review import places_seen, stations_seen
from ikdsim.observe.service_load import ServiceLoad
from ikdsim.observe.spending import Spending
from ikdsim.observe.travel import Travel
from ikdsim.resident.stages import USERS
from ikdsim.setup import Setup
from ikdsim.snapshot import Snapshot, owned


class Observations:
    """What the observers of one run remember."""

    def __init__(self, setup: Setup) -> None:
        """Be ready for the weeks, places and stations of a set-up."""
        weeks = setup.last_week - setup.first_week + 1
        self._setup = setup
        self._weeks_seen = 0
        self.adoption = Adoption(weeks, len(setup.region.places))
        self.equity = Equity(weeks)
        self.channels = Channels(weeks)
        self.service_load = ServiceLoad(weeks, [station.kind for station in setup.services.stations])
        self.refusals = Refusals(weeks, len(setup.region.places))
        self.spending = Spending(weeks)
        self.travel = Travel(weeks, setup.services.stations, setup.region)
        self._observers: dict[str, Observer] = {
            "adoption": self.adoption,
            "equity": self.equity,
            "channels": self.channels,
            "service_load": self.service_load,
            "refusals": self.refusals,
            "spending": self.spending,
            "travel": self.travel,
        }

    def look(self, week: WeekSeen) -> None:
        """Let every observer look at the end of a week."""
        self._weeks_seen += 1
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
        self._weeks_seen = snapshot.week - self._setup.first_week + 1
        for owner, observer in self._observers.items():
            observer.restore(snapshot.of(owner))

    def seen(self, week: int, weeks: int) -> Seen | None:
        """What the office sees at the end of `week`, looking back on so many weeks; None if it has not come so far."""
        index = week - self._setup.first_week
        if not 0 <= index < self._weeks_seen:
            return None
        users = self.adoption.stages[index][:, USERS].sum(axis=1)
        looked_back_on = slice(max(0, index + 1 - weeks), index + 1)
        return Seen(
            week=week,
            places=places_seen(self._setup, users),
            spent={item: float(rupiah[: index + 1].sum()) for item, rupiah in self.spending.by_item.items()},
            stations=stations_seen(self._setup, self.service_load, looked_back_on),
        )
