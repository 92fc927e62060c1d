"""School visits: officers record pupils who are about to turn 17, and activate those who are 17 or 18, place by place.

The Babelan study names talks in schools; in Sidoarjo school visits brought 150 and more activations a day. Who has been
recorded at school can activate IKD from the 17th birthday on, and needs no errand for the record. Older pupils who are
recorded and have a phone have IKD explained, and whoever wants it is activated there and then.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ikdsim.agency.assignment import REASSIGNED, STAFF, Task, send
from ikdsim.agency.conditions import Conditions, Visit
from ikdsim.agency.session import Session
from ikdsim.agency.visit_plan import places_in_turn
from ikdsim.clock import week_of
from ikdsim.policy.base import Policy
from ikdsim.provenance import Parameters
from ikdsim.region.region import Region
from ikdsim.schema import choice, number, place_names
from ikdsim.service.kinds import SCHOOL_VISIT

ABOUT_TO_TURN_17: Final = (16, 16)
ADULT_PUPILS: Final = (17, 18)
"""Completed years: youngest, oldest."""


@dataclass(frozen=True, kw_only=True)
class SchoolVisit(Policy):
    """Days at schools a week, in turn over the places."""

    kind = "school_visit"
    title = {"id": "Kunjungan ke sekolah", "en": "School visits"}
    decided_by = "regency"

    visits_per_week: float = number(0, 20, "days at schools a week, all places together")
    places: tuple[str, ...] = place_names("all")
    staff: str = choice(STAFF, default=REASSIGNED)

    def change(self, conditions: Conditions, week: int) -> None:
        """Send officers to the week's schools, and pay."""
        value = conditions.parameters.value
        officers, day = value("resources.visit_officers"), value("resources.visit_minutes")
        _, explaining, activating = self._minutes(conditions.parameters)
        for place in self._in_week(week, conditions.region):
            crew = send(Task(self.name, self.kind, place, officers, day, self.staff), self.kind, conditions)
            minutes = explaining + activating
            conditions.visits.append(Visit(SCHOOL_VISIT, place, (), minutes, activating / minutes, crew=crew))
            conditions.pay(self.kind, value("cost.village_visit"))

    def sessions(self, region: Region, parameters: Parameters, last_week: int) -> Sequence[Session]:
        """As many as the officers' minutes allow: the younger are recorded, the older can be activated."""
        value = parameters.value
        recording, explaining, _ = self._minutes(parameters)
        younger = recording / (value("implementation.recording_minutes") + value("implementation.explaining_minutes"))
        older, share = explaining / value("implementation.explaining_minutes"), value("knowledge.favourable_after_talk")
        days = [
            (week, place)
            for week in range(week_of(self.start), last_week + 1)
            if self.in_force(week)
            for place in self._in_week(week, region)
        ]
        return [Session(*day, younger, *ABOUT_TO_TURN_17, records=True, explains=share) for day in days] + [
            Session(*day, older, *ADULT_PUPILS, station=(SCHOOL_VISIT, day[1])) for day in days
        ]

    def _minutes(self, parameters: Parameters) -> tuple[float, float, float]:
        """Officer minutes of a day: for recording and what goes with it, then for adult pupils: explaining, activating.

        Of those to whom it is explained as many are expected to want it as come away favourable from a talk.
        """
        value = parameters.value
        minutes = value("resources.visit_officers") * value("resources.visit_minutes")
        recording = minutes * value("structure.school_recording")
        explaining = value("implementation.explaining_minutes")
        activating = value("knowledge.favourable_after_talk") * value("implementation.handling_minutes")
        each = (minutes - recording) / (explaining + activating)
        return recording, each * explaining, each * activating

    def _in_week(self, week: int, region: Region) -> list[int]:
        return places_in_turn(self.visits_per_week, week - week_of(self.start), self.places, region)
