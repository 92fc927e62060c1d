"""Service vehicle: a car of the regency with its own connection tours remote places.

The regency has 23 kecamatan: Babelan gets a declared share of the days and bears that share of the cost.
"""

from dataclasses import dataclass

from ikdsim import language
from ikdsim.agency.assignment import REASSIGNED, STAFF, Task, send
from ikdsim.agency.conditions import Conditions, Visit
from ikdsim.clock import WEEKS_PER_YEAR, week_of
from ikdsim.policy.catchment import VisitsInTurn
from ikdsim.region.region import Region
from ikdsim.schema import choice, number, share, whole
from ikdsim.service.kinds import KINDS, SERVICE_VEHICLE


@dataclass(frozen=True, kw_only=True)
class ServiceVehicle(VisitsInTurn):
    """Days on tour, in turn over the places."""

    kind = "service_vehicle"
    title = {"id": "Mobil layanan keliling", "en": "Service vehicle"}
    decided_by = "regency"

    vehicles: int = whole(1, 20, "vehicles of the regency")
    days_per_week: float = number(0, 7, "days a week for each vehicle")
    region_share: float | None = share(default=None)
    staff: str = choice(STAFF, default=REASSIGNED)

    def share_of(self, region: Region) -> float:
        """Share of days and cost that is the region's, 0-1."""
        return region.regency_share.value if self.region_share is None else self.region_share

    def means_here(self, region: Region, lang: str) -> str:
        """Days a year in the region."""
        days = self.vehicles * self.days_per_week * WEEKS_PER_YEAR * self.share_of(region)
        facts = {
            "vehicles": self.vehicles,
            "days": language.number(days, lang),
            "region": region.short_title,
            "share": language.percent(self.share_of(region), lang, decimals=2),
        }
        return language.text("policy.vehicle_here" if self.vehicles == 1 else "policy.vehicles_here", lang, facts)

    def change(self, conditions: Conditions, week: int) -> None:
        """Plan this week's stops, and pay."""
        value = conditions.parameters.value
        ours = self.share_of(conditions.region)
        if week == week_of(self.start):
            conditions.buy_vehicles(self.kind, self.vehicles * ours * value("cost.vehicle_price"))
        officers, day = value("resources.vehicle_officers"), value("resources.visit_minutes")
        for stop in self.stops(self.vehicles * self.days_per_week * ours, conditions):
            crew = send(
                Task(self.name, KINDS[SERVICE_VEHICLE], stop.place, officers, day, self.staff), self.kind, conditions
            )
            visit = Visit(SERVICE_VEHICLE, stop.place, stop.wards, officers * day, own_vehicle=True, crew=crew)
            conditions.visits.append(visit)
            self.pay_stop(value("cost.vehicle_day"), stop, conditions)
