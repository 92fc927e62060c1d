"""The keys that every policy with visits has: the places that take turns, and the residents whom a visit addresses."""

from abc import ABC
from dataclasses import dataclass

from ikdsim.agency.conditions import Conditions
from ikdsim.agency.visit_plan import Stop, stops_in_turn
from ikdsim.clock import week_of
from ikdsim.fields import Field, Places
from ikdsim.policy.base import Misfit, Policy
from ikdsim.provenance import Parameters
from ikdsim.region.places import Place
from ikdsim.region.region import Region
from ikdsim.region.wards import wards_of
from ikdsim.schema import declared, number, place_names


class Wards(Field):
    """Wards (RW) of a place by their numbers, the first is 1."""

    example = "[1, 2]"

    def take(self, value: object, places: Places) -> tuple[int, ...]:
        """The numbers in the order in which they are written, each once; at least one."""
        if not isinstance(value, list) or not value or not all(type(ward) is int and ward > 0 for ward in value):
            raise self.refusal("not_wards", value)
        return tuple(dict.fromkeys(value))


@dataclass(frozen=True, kw_only=True)
class VisitsInTurn(Policy, ABC):
    """A policy that sends visits to places in turn, and in each place to one ward (RW) after the other."""

    places: tuple[str, ...] = place_names("all")
    catchment: float | None = number(100, 100_000, "residents whom a visit addresses", default=None)
    wards: tuple[int, ...] | None = declared(Wards(None))
    """Numbers of the only wards of each place that visits address, from 1; None for all."""

    def stops(self, per_week: float, conditions: Conditions) -> list[Stop]:
        """Where the visits of the week are held when there are `per_week` a week from the start on."""
        since = conditions.week - week_of(self.start)
        return stops_in_turn(per_week, since, self.places, self.catchment, self.wards, conditions)

    def pay_stop(self, price: float, stop: Stop, conditions: Conditions) -> None:
        """Pay the `price` of a visit to one ward, and for each ward that it addresses beyond."""
        price += max(0, len(stop.wards) - 1) * conditions.parameters.value("cost.further_ward")
        if price:
            conditions.pay(self.kind, price)

    def misfits(self, region: Region, parameters: Parameters) -> list[Misfit]:
        """A catchment above the smallest of the places, and places without a ward that is named."""
        visited = [place for place in region.places if place.name in self.places]
        last = max(self.wards or (0,))
        few = {place.name: wards for place in visited if last > (wards := wards_of(place, parameters))}
        beyond = [{"value": last, "place": name, "high": wards} for name, wards in few.items()]
        return self._beyond_place(visited) + [Misfit("ward_beyond_place", "wards", facts) for facts in beyond]

    def _beyond_place(self, visited: list[Place]) -> list[Misfit]:
        smallest = min(visited, key=lambda place: place.residents, default=None)
        if self.catchment is None or smallest is None or self.catchment <= smallest.residents:
            return []
        facts = {"value": f"{self.catchment:g}", "place": smallest.name, "high": smallest.residents}
        return [Misfit("catchment_beyond_place", "catchment", facts)]
