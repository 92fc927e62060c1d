"""Longer hours: a desk is open in the evening or at the weekend, for those who cannot come by day.

In Jakarta desks have opened on Wednesday evenings, in Jembrana on Saturdays and Sundays. An hour outside office hours
draws more residents than one in office hours. Its officers are paid overtime; or the desk's own work less by day.
"""

from dataclasses import dataclass

from ikdsim.agency.assignment import ADDED, STAFF, Task, assign, take_away
from ikdsim.agency.conditions import Conditions, ExtraOfficers
from ikdsim.agency.officers import LATE_HOURS, Officer
from ikdsim.agency.resources import MINUTES_PER_HOUR
from ikdsim.policy.at_desks import AtDesks
from ikdsim.schema import choice, number, whole
from ikdsim.service.kinds import KINDS


@dataclass(frozen=True, kw_only=True)
class LongerHours(AtDesks):
    """Hours a week outside office hours, and how many officers stand at each desk then."""

    kind = "longer_hours"
    title = {"id": "Jam layanan lebih panjang", "en": "Longer hours"}
    decided_by = "regency"

    hours_per_week: float = number(0, 30, "hours a week outside office hours")
    officers: int = whole(1, 10, "officers at each desk in those hours")
    staff: str = choice(STAFF)

    def change(self, conditions: Conditions, week: int) -> None:
        """Open the desks, and pay overtime; the region has its share of a desk of the regency, and pays it."""
        ours, kind = self.ours(conditions), KINDS.index(self.desk)
        for place in self.stand_at(conditions):
            crew, minutes = self._crew(place, conditions)
            conditions.extra_officers.append(
                ExtraOfficers(kind, place, ours * minutes, crew=crew, late_hours=self.hours_per_week)
            )
            if self.staff == ADDED:
                overtime = conditions.parameters.value("cost.overtime_hour")
                conditions.pay(self.kind, ours * minutes / MINUTES_PER_HOUR * overtime)

    def _crew(self, place: int, conditions: Conditions) -> tuple[tuple[Officer, ...], float]:
        """Who stands at the desk, and their minutes in all: of the desk's own at most those that they have left."""
        minutes = self.hours_per_week * MINUTES_PER_HOUR
        if self.staff == ADDED:
            task = Task(self.name, LATE_HOURS, place, self.officers, minutes, ADDED)
            return assign(task, conditions), self.officers * minutes
        own = tuple(officer for officer in conditions.roster if officer[:2] == (self.desk, place))[: self.officers]
        return own, sum(take_away(officer, LATE_HOURS, minutes, conditions) for officer in own)
