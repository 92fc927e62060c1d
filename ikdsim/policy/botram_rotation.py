"""Rotating Botram schedule: every listed place is visited in turn, on dates known beforehand.

Today's Botram visits go on as they were; the rotation comes on top. Visits either are added and paid for, or are taken
from the other kecamatan: those are paid for already, and are counted as taken from elsewhere. Officers of added visits
leave their desks, or are hired by the day; those of visits taken from elsewhere would have been on the road anyway. A
larger crew costs as much more.
"""

from dataclasses import dataclass

from ikdsim.agency.assignment import ADDED, REASSIGNED, STAFF, Task, assign, send
from ikdsim.agency.conditions import Conditions, Visit
from ikdsim.agency.officers import Officer
from ikdsim.clock import WEEKS_PER_MONTH
from ikdsim.policy.catchment import VisitsInTurn
from ikdsim.schema import choice, number, whole
from ikdsim.service.kinds import BOTRAM_VILLAGE, KINDS


@dataclass(frozen=True, kw_only=True)
class BotramRotation(VisitsInTurn):
    """So many village visits a month, in turn over the places."""

    kind = "botram_rotation"
    title = {"id": "Jadwal Botram bergilir", "en": "Rotating Botram schedule"}
    decided_by = "regency"

    visits_per_month: float = number(0, 60, "visits a month, all places together")
    officers: int | None = whole(1, 40, "officers on a visit", default=None)
    crews: str = choice(("added", "from_elsewhere"))
    staff: str = choice(STAFF, default=REASSIGNED)

    def change(self, conditions: Conditions, week: int) -> None:
        """Plan this week's visits, place by place in turn."""
        value = conditions.parameters.value
        usual, day = value("resources.visit_officers"), value("resources.visit_minutes")
        officers = self.officers or usual
        for stop in self.stops(self.visits_per_month / WEEKS_PER_MONTH, conditions):
            crew = self._crew(stop.place, officers, day, conditions)
            conditions.visits.append(Visit(BOTRAM_VILLAGE, stop.place, stop.wards, officers * day, crew=crew))
            if self.crews == "added":
                self.pay_stop(value("cost.village_visit") * officers / usual, stop, conditions)
            else:
                self.pay_stop(0.0, stop, conditions)
                conditions.visits_from_elsewhere += 1

    def _crew(self, place: int, officers: float, day: float, conditions: Conditions) -> tuple[Officer, ...]:
        """Officers of the office or hired for the day; or those who would have been in another kecamatan."""
        activity = KINDS[BOTRAM_VILLAGE]
        if self.crews == "added":
            return send(Task(self.name, activity, place, officers, day, self.staff), self.kind, conditions)
        return assign(Task(self.name, activity, place, officers, day, ADDED), conditions)
