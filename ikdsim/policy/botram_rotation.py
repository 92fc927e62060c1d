"""Rotating Botram schedule: every listed place is visited in turn, on dates known beforehand.

Today's Botram visits go on as they were; the rotation comes on top. Its crews either are added and paid for, or are
taken from the other kecamatan: those visits are paid for already, and are counted as taken from elsewhere.
"""

from dataclasses import dataclass

from ikdsim.agency.conditions import Conditions, Visit
from ikdsim.agency.visit_plan import places_in_turn
from ikdsim.clock import WEEKS_PER_MONTH, week_of
from ikdsim.policy.base import Policy
from ikdsim.schema import choice, number, place_names
from ikdsim.service.kinds import BOTRAM_VILLAGE


@dataclass(frozen=True, kw_only=True)
class BotramRotation(Policy):
    """So many village visits a month, in turn over the places."""

    kind = "botram_rotation"
    title = {"id": "Jadwal Botram bergilir", "en": "Rotating Botram schedule"}
    decided_by = "regency"

    visits_per_month: float = number(0, 60, "visits a month, all places together")
    places: tuple[str, ...] = place_names("all")
    crews: str = choice(("added", "from_elsewhere"))

    def change(self, conditions: Conditions, week: int) -> None:
        """Plan this week's visits, place by place in turn."""
        value = conditions.parameters.value
        minutes = value("resources.visit_officers") * value("resources.visit_minutes")
        per_week = self.visits_per_month / WEEKS_PER_MONTH
        turn = places_in_turn(per_week, week - week_of(self.start), self.places, conditions.region)
        for place in turn:
            conditions.visits.append(Visit(BOTRAM_VILLAGE, place, minutes))
            if self.crews == "added":
                conditions.pay(self.kind, value("cost.village_visit"))
            else:
                conditions.visits_from_elsewhere += 1
