"""IKD before any service: officers at desks begin every errand with IKD, and then serve the resident anyway.

Kota Surabaya and Kabupaten Cirebon report more activations under such a rule, without a control; its legal ground is
weak, since no law makes IKD a condition of a service. Nobody is refused. It takes minutes of officers, and where they
come from decides what it brings, so a scenario has to say it.
"""

from dataclasses import dataclass
from typing import Final

from ikdsim.agency.conditions import Conditions, ExtraOfficers
from ikdsim.agency.officers import EVERYWHERE
from ikdsim.agency.resources import MINUTES_PER_HOUR
from ikdsim.clock import week_of
from ikdsim.policy.base import Misfit, Policy
from ikdsim.provenance import Parameters
from ikdsim.region.region import Region
from ikdsim.schema import choice, number
from ikdsim.service.kinds import KINDS

OTHER_SERVICES: Final = "other_services"
ADDED_HOURS: Final = "added_hours"
IKD_TIME: Final = "ikd_time"
SOURCES: Final = (OTHER_SERVICES, ADDED_HOURS, IKD_TIME)
"""Where the minutes come from: other services wait, officers work longer, or IKD has what it has today."""


@dataclass(frozen=True, kw_only=True)
class BeforeAnyService(Policy):
    """Every errand at a desk begins with IKD; where hours are added, so many a week at each desk, for IKD alone."""

    kind = "before_any_service"
    title = {"id": "IKD sebelum layanan apa pun", "en": "IKD before any service"}
    decided_by = "regency"

    minutes_from: str = choice(SOURCES)
    added_hours: float = number(0, 200, "hours a week at each desk", default=0.0)

    def misfits(self, region: Region, parameters: Parameters) -> list[Misfit]:
        """Hours that are added by name and not by number, or the other way round."""
        fits = (self.minutes_from == ADDED_HOURS) == (self.added_hours > 0.0)
        return [] if fits else [Misfit("hours_misfit", "added_hours", {"value": self.minutes_from})]

    def change(self, conditions: Conditions, week: int) -> None:
        """Begin with IKD, and pay for telling everybody and for the hours that are added."""
        value = conditions.parameters.value
        conditions.structure.ikd_first = True
        conditions.structure.others_wait |= self.minutes_from == OTHER_SERVICES
        conditions.pay(self.kind, value("cost.new_rule") if week == week_of(self.start) else 0.0)
        if self.added_hours:
            desks = _desks(conditions)
            minutes = self.added_hours * MINUTES_PER_HOUR
            conditions.extra_officers += [
                ExtraOfficers(*desk, minutes, ikd_share=1.0, time_factor=1.0) for desk in desks
            ]
            hour = value("cost.officer_week") / value("resources.officer_hours")
            conditions.pay(self.kind, len(desks) * self.added_hours * hour)


def _desks(conditions: Conditions) -> list[tuple[int, int]]:
    """Kind and place of every desk that is open."""
    names, points = conditions.region.place_names, conditions.region.service_points
    places = {point.id: [names.index(place) for place in point.places] for point in points}
    return [
        (KINDS.index(point.id), place)
        for point in points
        if point.id in conditions.open_points
        for place in (places[point.id] if point.site is None else [EVERYWHERE])
    ]
