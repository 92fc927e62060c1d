"""Car-free day: a stand on Sunday mornings, where officers explain IKD to passers-by and activate whoever wants it.

The Babelan study names car-free days beside the office, the outlet and schools. Officers who stand there have as many
hours off in the week.
"""

from dataclasses import dataclass

from ikdsim.agency.assignment import REASSIGNED, STAFF, Task, send
from ikdsim.agency.conditions import Conditions, Visit
from ikdsim.agency.visit_plan import places_in_turn
from ikdsim.clock import WEEKS_PER_MONTH, week_of
from ikdsim.policy.base import Policy
from ikdsim.schema import choice, number, place_names
from ikdsim.service.kinds import CAR_FREE_DAY


@dataclass(frozen=True, kw_only=True)
class CarFreeDay(Policy):
    """Stands a month, in turn over the places."""

    kind = "car_free_day"
    title = {"id": "Stan hari bebas kendaraan", "en": "Stand on car-free days"}
    decided_by = "regency"

    stands_per_month: float = number(0, 45, "stands a month, all places together")
    places: tuple[str, ...] = place_names()
    staff: str = choice(STAFF, default=REASSIGNED)

    def change(self, conditions: Conditions, week: int) -> None:
        """Send officers to the week's stands, and pay."""
        value = conditions.parameters.value
        officers, morning = value("resources.visit_officers"), value("resources.car_free_day_minutes")
        weekly, since = self.stands_per_month / WEEKS_PER_MONTH, week - week_of(self.start)
        for place in places_in_turn(weekly, since, self.places, conditions.region):
            crew = send(Task(self.name, self.kind, place, officers, morning, self.staff), self.kind, conditions)
            minutes, activating = officers * morning, self._activating(conditions)
            conditions.visits.append(Visit(CAR_FREE_DAY, place, (), minutes, activating, crew=crew))
            conditions.pay(self.kind, value("cost.car_free_day"))

    def _activating(self, conditions: Conditions) -> float:
        """Share of the minutes for activations: as many want IKD as come away favourable from a talk."""
        value = conditions.parameters.value
        activating = value("knowledge.favourable_after_talk") * value("implementation.handling_minutes")
        return activating / (activating + value("implementation.explaining_minutes"))
