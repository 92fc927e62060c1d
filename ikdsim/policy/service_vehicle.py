"""Service vehicle: a car of the regency with its own connection tours remote places.

The regency has 23 kecamatan: Babelan gets a declared share of the days and bears that share of the cost.
"""

from dataclasses import dataclass

from ikdsim.agency.assignment import REASSIGNED, STAFF, Task, assign
from ikdsim.agency.conditions import Conditions, Visit
from ikdsim.agency.visit_plan import places_in_turn
from ikdsim.clock import week_of
from ikdsim.policy.base import Policy
from ikdsim.schema import choice, number, place_names, share, whole
from ikdsim.service.kinds import SERVICE_VEHICLE


@dataclass(frozen=True, kw_only=True)
class ServiceVehicle(Policy):
    """Days on tour, in turn over the places."""

    kind = "service_vehicle"
    title = {"id": "Mobil layanan keliling", "en": "Service vehicle"}
    decided_by = "regency"

    vehicles: int = whole(1, 20, "vehicles of the regency")
    days_per_week: float = number(0, 7, "days a week for each vehicle")
    places: tuple[str, ...] = place_names("all")
    region_share: float | None = share(default=None)
    staff: str = choice(STAFF, default=REASSIGNED)

    def change(self, conditions: Conditions, week: int) -> None:
        """Plan this week's stops, and pay."""
        value = conditions.parameters.value
        ours = conditions.region.regency_share.value if self.region_share is None else self.region_share
        if week == week_of(self.start):
            conditions.pay(self.kind, self.vehicles * ours * value("cost.vehicle_price"))
        per_week = self.vehicles * self.days_per_week * ours
        officers, day = value("resources.vehicle_officers"), value("resources.visit_minutes")
        for place in places_in_turn(per_week, week - week_of(self.start), self.places, conditions.region):
            crew = assign(Task(self.name, self.kind, place, officers, day, self.staff), conditions)
            conditions.visits.append(Visit(SERVICE_VEHICLE, place, officers * day, own_vehicle=True, crew=crew))
            conditions.pay(self.kind, value("cost.vehicle_day"))
