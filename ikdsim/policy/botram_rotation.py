"""Rotating Botram schedule: every listed place is visited in turn, on dates known beforehand.

Today's Botram visits go on as they were; the rotation comes on top. Visits either are added and paid for, or are taken
from the other kecamatan: those are paid for already, and are counted as taken from elsewhere. Officers of added visits
leave their desks, or are hired; those of visits taken from elsewhere would have been on the road anyway.
"""

from dataclasses import dataclass

from ikdsim.agency.assignment import ADDED, REASSIGNED, STAFF, Task, assign
from ikdsim.agency.conditions import Conditions, Visit
from ikdsim.clock import WEEKS_PER_MONTH
from ikdsim.policy.catchment import VisitsInTurn
from ikdsim.schema import choice, number
from ikdsim.service.kinds import BOTRAM_VILLAGE, KINDS


@dataclass(frozen=True, kw_only=True)
class BotramRotation(VisitsInTurn):
    """So many village visits a month, in turn over the places."""

    kind = "botram_rotation"
    title = {"id": "Jadwal Botram bergilir", "en": "Rotating Botram schedule"}
    decided_by = "regency"

    visits_per_month: float = number(0, 60, "visits a month, all places together")
    crews: str = choice(("added", "from_elsewhere"))
    staff: str = choice(STAFF, default=REASSIGNED)

    def change(self, conditions: Conditions, week: int) -> None:
        """Plan this week's visits, place by place in turn."""
        value = conditions.parameters.value
        officers, day = value("resources.visit_officers"), value("resources.visit_minutes")
        staff = self.staff if self.crews == "added" else ADDED
        for place, wards in self.stops(self.visits_per_month / WEEKS_PER_MONTH, conditions):
            crew = assign(Task(self.name, KINDS[BOTRAM_VILLAGE], place, officers, day, staff), conditions)
            conditions.visits.append(Visit(BOTRAM_VILLAGE, place, wards, officers * day, crew=crew))
            if self.crews == "added":
                conditions.pay(self.kind, value("cost.village_visit"))
            else:
                conditions.visits_from_elsewhere += 1
