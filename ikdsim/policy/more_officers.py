"""More officers: people who are hired for a desk, for all services or for IKD alone.

The Babelan study finds few officers, who do conventional and digital services at once. Who is hired for all services
works as those do whose desk it is; who does nothing but IKD works as one of a dedicated team.
"""

from dataclasses import dataclass, replace

from ikdsim.agency.assignment import ADDED, Task, assign
from ikdsim.agency.conditions import Conditions, ExtraOfficers
from ikdsim.agency.officers import HIRED_AT_DESK
from ikdsim.agency.resources import MINUTES_PER_HOUR
from ikdsim.clock import week_of
from ikdsim.policy.at_desks import AtDesks
from ikdsim.schema import share, truth, whole
from ikdsim.service.kinds import KINDS


@dataclass(frozen=True, kw_only=True)
class MoreOfficers(AtDesks):
    """Officers hired for each of the desks; a desk of the regency has them, and pays them, for the whole regency."""

    kind = "more_officers"
    title = {"id": "Petugas tambahan di loket", "en": "More officers at a desk"}
    decided_by = "regency"

    officers: int = whole(1, 40, "officers at each desk")
    part_of_week: float = share(default=1.0)
    """Of a full working week, for which they are hired."""
    only_ikd: bool = truth()

    def change(self, conditions: Conditions, week: int) -> None:
        """Put them at their desks, and pay: by the week, in the first week also for what they work with."""
        value, places, ours = conditions.parameters.value, self.stand_at(conditions), self.ours(conditions)
        for place in places:
            self._hire(place, ours, conditions)
        paid = len(places) * ours * self.officers
        if week == week_of(self.start):
            conditions.pay(self.kind, paid * value("cost.team_setup"))
        conditions.pay(self.kind, paid * self.part_of_week * value("cost.officer_week"))

    def _hire(self, place: int, ours: float, conditions: Conditions) -> None:
        value = conditions.parameters.value
        minutes = self.part_of_week * value("resources.officer_hours") * MINUTES_PER_HOUR
        task = Task(self.name, HIRED_AT_DESK, place, self.officers, minutes, ADDED, self.only_ikd)
        extra = ExtraOfficers(KINDS.index(self.desk), place, ours * self.officers * minutes)
        if self.only_ikd:
            activating, time_factor = 1.0 - value("structure.team_explaining"), value("structure.team_handling")
            extra = replace(extra, ikd_share=activating, time_factor=time_factor)
        conditions.extra_officers.append(replace(extra, crew=assign(task, conditions)))
