"""Signal tower: more homes of a place have signal, and visits there find a connection.

The Sambas study finds the internet missing in remote areas. Residents with data whose home had no signal are online
from then on; who has no data stays offline.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ikdsim.agency.conditions import Conditions
from ikdsim.agency.session import Session
from ikdsim.clock import WEEKS_PER_YEAR, week_of
from ikdsim.policy.base import Misfit, Policy
from ikdsim.provenance import Parameters
from ikdsim.region.region import Region
from ikdsim.schema import place_names, share


@dataclass(frozen=True, kw_only=True)
class SignalTower(Policy):
    """A tower in each of the places, and the share of homes with signal that they reach."""

    kind = "signal_tower"
    title = {"id": "Menara sinyal", "en": "Signal tower"}
    decided_by = "centre"

    places: tuple[str, ...] = place_names()
    signal: float = share()

    def misfits(self, region: Region, parameters: Parameters) -> list[Misfit]:
        """An end: nobody takes a tower down."""
        return [] if self.end is None else [Misfit("tower_stays", "end", {})]

    def change(self, conditions: Conditions, week: int) -> None:
        """Connect visits, and pay for building in the first week and for running in all."""
        value = conditions.parameters.value
        part = (week == week_of(self.start)) + value("cost.tower_upkeep") / WEEKS_PER_YEAR
        conditions.pay(self.kind, len(self.places) * part * value("cost.signal_tower"))
        for name, here in zip(conditions.region.place_names, conditions.places, strict=True):
            if name in self.places:
                here.signal = max(here.signal, self.signal)

    def sessions(self, region: Region, parameters: Parameters, last_week: int) -> Sequence[Session]:
        """As many more are online as there are more homes with signal."""
        week = week_of(self.start)
        return [
            Session(week, number, 0.0, 0, 100, more_online=self.signal / place.signal)
            for number, place in enumerate(region.places)
            if place.name in self.places and place.signal < self.signal
        ]
