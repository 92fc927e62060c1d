"""Rotating Botram schedule: every listed place is visited in turn, on dates known beforehand.

Today's Botram visits go on as they were; the rotation comes on top. Visits either are added and paid for, or are taken
from the other kecamatan: those are paid for already, and are counted as taken from elsewhere. Officers of added visits
leave their desks, or are hired; those of visits taken from elsewhere would have been on the road anyway.
"""

from dataclasses import dataclass

from ikdsim.agency.assignment import ADDED, REASSIGNED, STAFF, Task, assign
from ikdsim.agency.conditions import Conditions, Visit
from ikdsim.agency.visit_plan import stops_in_turn
from ikdsim.clock import WEEKS_PER_MONTH, week_of
from ikdsim.policy.base import Misfit, Policy
from ikdsim.policy.catchment import catchment_misfits
from ikdsim.region.region import Region
from ikdsim.schema import choice, number, place_names
from ikdsim.service.kinds import BOTRAM_VILLAGE, KINDS


@dataclass(frozen=True, kw_only=True)
class BotramRotation(Policy):
    """So many village visits a month, in turn over the places."""

    kind = "botram_rotation"
    title = {"id": "Jadwal Botram bergilir", "en": "Rotating Botram schedule"}
    decided_by = "regency"

    visits_per_month: float = number(0, 60, "visits a month, all places together")
    places: tuple[str, ...] = place_names("all")
    catchment: float | None = number(100, 100_000, "residents whom a visit addresses", default=None)
    crews: str = choice(("added", "from_elsewhere"))
    staff: str = choice(STAFF, default=REASSIGNED)

    def misfits(self, region: Region) -> list[Misfit]:
        """A catchment above the smallest of the places."""
        return catchment_misfits(self.catchment, self.places, region)

    def change(self, conditions: Conditions, week: int) -> None:
        """Plan this week's visits, place by place in turn."""
        value = conditions.parameters.value
        officers, day = value("resources.visit_officers"), value("resources.visit_minutes")
        staff = self.staff if self.crews == "added" else ADDED
        per_week = self.visits_per_month / WEEKS_PER_MONTH
        turn = stops_in_turn(per_week, week - week_of(self.start), self.places, self.catchment, conditions)
        for place, wards in turn:
            crew = assign(Task(self.name, KINDS[BOTRAM_VILLAGE], place, officers, day, staff), conditions)
            conditions.visits.append(Visit(BOTRAM_VILLAGE, place, wards, officers * day, crew=crew))
            if self.crews == "added":
                conditions.pay(self.kind, value("cost.village_visit"))
            else:
                conditions.visits_from_elsewhere += 1
