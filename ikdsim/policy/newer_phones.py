"""Newer phones: residents whose phone cannot run the app, or who have none, get one that can.

Both studies name phones among what keeps residents from activating. The office pays for every phone that is taken; who
would have bought one later takes one all the same.
"""

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from ikdsim.agency.conditions import Conditions
from ikdsim.agency.session import Session
from ikdsim.clock import week_of
from ikdsim.policy.base import Misfit, Policy, ages_misfits
from ikdsim.provenance import Parameters
from ikdsim.region.region import Region
from ikdsim.schema import number, place_names, share, whole


@dataclass(frozen=True, kw_only=True)
class NewerPhones(Policy):
    """Phones a week at most, shared out among the places by their residents, and who takes one."""

    kind = "newer_phones"
    title = {"id": "Ponsel yang lebih baru", "en": "Newer phones"}
    decided_by = "regency"

    phones_per_week: float = number(0, 10_000, "phones a week, all places together")
    willing: float = share()
    places: tuple[str, ...] = place_names("all")
    youngest: int = whole(17, 100, "years of age", default=17)
    oldest: int = whole(17, 100, "years of age", default=100)
    taken: Mapping[int, float] = dataclasses.field(default_factory=dict, repr=False, compare=False)
    """Phones by week; no key of a scenario file."""

    def misfits(self, region: Region, parameters: Parameters) -> list[Misfit]:
        """Ages that nobody has."""
        return ages_misfits(self.youngest, self.oldest)

    def attended(self, came: Callable[[], Mapping[int, float]]) -> Self:
        """The same policy, which knows how many phones it pays for."""
        return dataclasses.replace(self, taken=came())

    def change(self, conditions: Conditions, week: int) -> None:
        """Pay for the phones that are taken this week."""
        phones = self.taken.get(week, 0.0)
        if phones:
            conditions.pay(self.kind, phones * conditions.parameters.value("cost.newer_phone"))

    def sessions(self, region: Region, parameters: Parameters, last_week: int) -> Sequence[Session]:
        """In every place, every week: phones for those of the willing who have no supported one."""
        residents = {k: place.residents for k, place in enumerate(region.places) if place.name in self.places}
        seats = {place: self.phones_per_week * count / sum(residents.values()) for place, count in residents.items()}
        return [
            Session(week, place, phones, self.youngest, self.oldest, willing=self.willing, phones=True)
            for week in range(week_of(self.start), last_week + 1)
            if self.in_force(week)
            for place, phones in seats.items()
        ]
