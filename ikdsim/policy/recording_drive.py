"""Recording drive: officers record adults who have not been, in their own kelurahan or desa.

Nobody can activate IKD without the record. The drive records and does nothing else: whoever is recorded has the errand
that every newly recorded adult has, at a desk in the same week, and may be offered IKD there.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ikdsim.agency.assignment import REASSIGNED, STAFF, Task, send
from ikdsim.agency.conditions import Conditions
from ikdsim.agency.session import Session
from ikdsim.agency.visit_plan import places_in_turn
from ikdsim.clock import week_of
from ikdsim.policy.base import Policy
from ikdsim.provenance import Parameters
from ikdsim.region.region import Region
from ikdsim.schema import choice, number, place_names

AGES = (17, 100)
"""Completed years: youngest, oldest."""


@dataclass(frozen=True, kw_only=True)
class RecordingDrive(Policy):
    """Days of recording a week, in turn over the places."""

    kind = "recording_drive"
    title = {"id": "Perekaman keliling", "en": "Recording drive"}
    decided_by = "regency"

    days_per_week: float = number(0, 20, "days of recording a week, all places together")
    places: tuple[str, ...] = place_names("all")
    staff: str = choice(STAFF, default=REASSIGNED)

    def change(self, conditions: Conditions, week: int) -> None:
        """Send officers to the places of the week, and pay as for a visit."""
        value = conditions.parameters.value
        officers, day = value("resources.visit_officers"), value("resources.visit_minutes")
        for place in self._in_week(week, conditions.region):
            send(Task(self.name, self.kind, place, officers, day, self.staff), self.kind, conditions)
            conditions.pay(self.kind, value("cost.village_visit"))

    def sessions(self, region: Region, parameters: Parameters, last_week: int) -> Sequence[Session]:
        """As many of those who would come are recorded as the officers have time for."""
        value = parameters.value
        minutes = value("resources.visit_officers") * value("resources.visit_minutes")
        seats, willing = minutes / value("implementation.recording_minutes"), value("implementation.drive_turnout")
        return [
            Session(week, place, seats, *AGES, willing=willing, records=True)
            for week in range(week_of(self.start), last_week + 1)
            if self.in_force(week)
            for place in self._in_week(week, region)
        ]

    def _in_week(self, week: int, region: Region) -> list[int]:
        return places_in_turn(self.days_per_week, week - week_of(self.start), self.places, region)
