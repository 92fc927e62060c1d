"""School visits: officers record pupils who are about to turn 17, and explain IKD to them, place by place in turn.

The Babelan study names talks in schools; in Sidoarjo school visits brought 150 and more activations a day. Who has been
recorded at school can activate IKD from the 17th birthday on, and needs no errand for the record.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ikdsim.agency.assignment import REASSIGNED, STAFF, Task, send
from ikdsim.agency.conditions import Conditions
from ikdsim.agency.session import Session
from ikdsim.agency.visit_plan import places_in_turn
from ikdsim.clock import week_of
from ikdsim.policy.base import Policy
from ikdsim.provenance import Parameters
from ikdsim.region.region import Region
from ikdsim.schema import choice, number, place_names

AGE: Final = 16
"""Pupils who turn 17 within a year, completed years."""


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
        for place in self._in_week(week, conditions.region):
            send(Task(self.name, "school", place, officers, day, self.staff), self.kind, conditions)
            conditions.pay(self.kind, value("cost.village_visit"))

    def sessions(self, region: Region, parameters: Parameters, last_week: int) -> Sequence[Session]:
        """As many pupils as the officers' minutes allow are recorded, and have IKD explained."""
        value = parameters.value
        minutes = value("resources.visit_officers") * value("resources.visit_minutes")
        pupils = minutes / (value("implementation.recording_minutes") + value("implementation.explaining_minutes"))
        share = value("knowledge.favourable_after_talk")
        return [
            Session(week, place, pupils, AGE, AGE, records=True, explains=share)
            for week in range(week_of(self.start), last_week + 1)
            if self.in_force(week)
            for place in self._in_week(week, region)
        ]

    def _in_week(self, week: int, region: Region) -> list[int]:
        return places_in_turn(self.visits_per_week, week - week_of(self.start), self.places, region)
