"""Literacy class: residents learn to handle apps on their phones, place by place in turn.

The Sambas study finds the elderly and those not at home with technology stuck at implementation. A class changes
those who attend it and nobody else.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ikdsim.agency.conditions import Conditions
from ikdsim.agency.session import Session
from ikdsim.agency.visit_plan import places_in_turn
from ikdsim.clock import week_of
from ikdsim.policy.base import Misfit, Policy, ages_misfits
from ikdsim.provenance import Parameters
from ikdsim.region.region import Region
from ikdsim.schema import number, place_names, whole


@dataclass(frozen=True, kw_only=True)
class LiteracyClass(Policy):
    """Classes a week, in turn over the places, and the seats of each."""

    kind = "literacy_class"
    title = {"id": "Kelas literasi digital", "en": "Digital literacy class"}
    decided_by = "regency"

    classes_per_week: float = number(0, 50, "classes a week, all places together")
    seats: int = whole(1, 500, "residents in a class")
    places: tuple[str, ...] = place_names("all")
    youngest: int = whole(17, 100, "years of age", default=17)
    oldest: int = whole(17, 100, "years of age", default=100)

    def misfits(self, region: Region, parameters: Parameters) -> list[Misfit]:
        """Ages that nobody has."""
        return ages_misfits(self.youngest, self.oldest)

    def change(self, conditions: Conditions, week: int) -> None:
        """Pay for the week's classes."""
        classes = len(self._in_week(week, conditions.region))
        if classes:
            conditions.pay(self.kind, classes * conditions.parameters.value("cost.literacy_class"))

    def sessions(self, region: Region, parameters: Parameters, last_week: int) -> Sequence[Session]:
        """Those who attend gain literacy."""
        gain = parameters.value("population.literacy_gain")
        return [
            Session(week, place, self.seats, self.youngest, self.oldest, literacy=gain)
            for week in range(week_of(self.start), last_week + 1)
            if self.in_force(week)
            for place in self._in_week(week, region)
        ]

    def _in_week(self, week: int, region: Region) -> list[int]:
        return places_in_turn(self.classes_per_week, week - week_of(self.start), self.places, region)
