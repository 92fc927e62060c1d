"""A day at a school: IKD is explained to all pupils who attend, and they can be activated there and then.

Who attends is known before a run (population/sessions.py); the day is for nobody else.
"""

from ikdsim.agency.conditions import Visit
from ikdsim.randomness import ONE
from ikdsim.service.kinds import SCHOOL_VISIT
from ikdsim.service.service import Opening
from ikdsim.service.visit import VisitingService


class SchoolDay(VisitingService):
    """Officers at a school of a place."""

    kind = SCHOOL_VISIT

    def draw_residents(self, position: int, visit: Visit, opening: Opening) -> None:
        """Nobody comes who does not attend, and everybody who does is offered IKD."""
        opening.supply.offer[position] = opening.supply.offer_without_card[position] = ONE
