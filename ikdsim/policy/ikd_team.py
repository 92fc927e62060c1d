"""Dedicated IKD team: officers who do nothing but IKD, at the kecamatan desk and on visits they plan themselves.

The Babelan study finds no unit for IKD and recommends a team that answers to the regional secretary. Its minutes go
to IKD first, it handles an activation quicker, and nothing of its time is lost between units.
"""

from dataclasses import dataclass

from ikdsim.agency.conditions import Conditions, ExtraOfficers, Visit
from ikdsim.agency.resources import officer_minutes
from ikdsim.agency.visit_plan import places_in_turn
from ikdsim.clock import week_of
from ikdsim.policy.base import Policy
from ikdsim.schema import number, place_names, whole
from ikdsim.service.kinds import KECAMATAN_DESK, TEAM_VISIT

ALL_FOR_IKD = 1.0


@dataclass(frozen=True, kw_only=True)
class IkdTeam(Policy):
    """Officers of the team, and the visits a week they make together."""

    kind = "ikd_team"
    title = {"id": "Tim khusus IKD", "en": "Dedicated IKD team"}
    decided_by = "regency"

    officers: int = whole(1, 100, "officers of the team in Babelan")
    visits_per_week: float = number(0, 5, "visits a week, the whole team together")
    places: tuple[str, ...] = place_names("all")

    def change(self, conditions: Conditions, week: int) -> None:
        """Put the team at the desk and on the road, and pay it."""
        value = conditions.parameters.value
        if week == week_of(self.start):
            conditions.pay(self.kind, self.officers * value("cost.team_setup"))
        conditions.pay(self.kind, self.officers * value("cost.officer_week"))
        self._share_out(conditions, week)

    def _share_out(self, conditions: Conditions, week: int) -> None:
        """Divide the team's week between its visits and the desk; it has no more than its hours."""
        value = conditions.parameters.value
        speed = value("structure.team_handling")
        left = officer_minutes(self.officers, value("resources.officer_hours"))
        turn = places_in_turn(self.visits_per_week, week - week_of(self.start), self.places, conditions.region)
        for place in turn:
            minutes = min(left, self.officers * value("resources.visit_minutes"))
            left -= minutes
            conditions.visits.append(Visit(TEAM_VISIT, place, minutes, ALL_FOR_IKD, speed=speed))
            conditions.pay(self.kind, value("cost.team_visit_day"))
        conditions.extra_officers.append(ExtraOfficers(KECAMATAN_DESK, left, speed))
