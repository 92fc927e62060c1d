"""Visits that a dedicated IKD team plans by itself: all its minutes go to IKD."""

from ikdsim.service.kinds import TEAM_VISIT
from ikdsim.service.visit import VisitingService


class TeamVisit(VisitingService):
    """A day of the team in a place."""

    kind = TEAM_VISIT
