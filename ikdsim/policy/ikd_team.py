"""Dedicated IKD team: officers who do nothing but IKD, at the kecamatan desk and on visits they plan themselves.

Where operators of the kecamatan may not activate, a scenario file with a team is refused; where that is drawn, the team
has no desk and makes its visits only.

The Babelan study finds no unit for IKD and recommends a team that answers to the regional secretary. Its officers are
hired. They offer IKD to nearly everyone they meet, handle an activation quicker and fail less, and nothing of their
time is lost between units.
"""

from dataclasses import dataclass
from datetime import date

from ikdsim.agency.assignment import ADDED, Task, assign
from ikdsim.agency.conditions import Conditions, ExtraOfficers, Visit
from ikdsim.agency.officers import EVERYWHERE, Officer
from ikdsim.agency.resources import MINUTES_PER_HOUR
from ikdsim.clock import week_of
from ikdsim.policy.base import Misfit
from ikdsim.policy.catchment import VisitsInTurn
from ikdsim.provenance import Parameters
from ikdsim.region.region import Region
from ikdsim.schema import number, whole
from ikdsim.service.kinds import KECAMATAN_DESK, KINDS, TEAM_VISIT

TEAM_DESK = "team_desk"


@dataclass(frozen=True, kw_only=True)
class IkdTeam(VisitsInTurn):
    """Officers of the team, and the visits a week they make together."""

    kind = "ikd_team"
    title = {"id": "Tim khusus IKD", "en": "Dedicated IKD team"}
    decided_by = "regency"

    officers: int = whole(1, 100, "officers of the team in Babelan")
    visits_per_week: float = number(0, 5, "visits a week, the whole team together")

    @property
    def desk(self) -> tuple[int, int]:
        """Where the team sits: the kind of the desk, and the number of its place or EVERYWHERE."""
        return KECAMATAN_DESK, EVERYWHERE

    def misfits(self, region: Region, parameters: Parameters) -> list[Misfit]:
        """Those of its visits, and a desk where nobody may activate IKD by the last day of the team."""
        name = KINDS[self.desk[0]]
        is_open = region.service_point(name).is_open(self.end or date.max)
        closed = [] if is_open else [Misfit("closed_desk", "kind", {"value": name})]
        return super().misfits(region, parameters) + closed

    def change(self, conditions: Conditions, week: int) -> None:
        """Put the team at the desk and on the road, and pay it."""
        value = conditions.parameters.value
        if week == week_of(self.start):
            conditions.pay(self.kind, self.officers * value("cost.team_setup"))
        conditions.pay(self.kind, self.officers * value("cost.officer_week"))
        self._share_out(conditions)

    def _share_out(self, conditions: Conditions) -> None:
        """Divide the team's week between its visits and the desk; it has no more than its hours."""
        value = conditions.parameters.value
        time_factor = value("structure.team_handling")
        activating = 1.0 - value("structure.team_explaining")
        left = value("resources.officer_hours") * MINUTES_PER_HOUR
        for stop in self.stops(self.visits_per_week, conditions):
            day = min(left, value("resources.visit_minutes"))
            left -= day
            team = self._assign(KINDS[TEAM_VISIT], stop.place, day, conditions)
            minutes = self.officers * day
            visit = Visit(TEAM_VISIT, stop.place, stop.wards, minutes, activating, time_factor=time_factor, crew=team)
            conditions.visits.append(visit)
            self.pay_stop(value("cost.team_visit_day"), stop, conditions)
        desk, where = self.desk
        if KINDS[desk] in conditions.open_points:
            team = self._assign(TEAM_DESK, where, left, conditions)
            minutes = self.officers * left
            conditions.extra_officers.append(ExtraOfficers(desk, where, minutes, activating, time_factor, team))

    def _assign(self, activity: str, place: int, minutes: float, conditions: Conditions) -> tuple[Officer, ...]:
        task = Task(self.name, activity, place, self.officers, minutes, ADDED, dedicated=True)
        return assign(task, conditions)
