"""The agency as a Mesa agent: every week it hands out what the programme of the run holds for the week."""

from ikdsim.agency.conditions import Conditions
from ikdsim.agents.agent import IkdAgent
from ikdsim.service.programme import PlannedWeek, Programme


class Agency(IkdAgent):
    """The civil registry office of the regency, as far as the region meets it."""

    @property
    def programme(self) -> Programme:
        """The weeks as they are planned now: reviews change those to come."""
        programme: Programme = self.model.programme
        return programme

    def __repr__(self) -> str:
        weeks = len(self.programme)
        return f"<Agency {self.unique_id}: a programme of {weeks} weeks from week {self.programme.first_week} on>"

    def plan(self, week: int) -> PlannedWeek:
        """What is planned for `week`; KeyError for a week that the programme does not hold."""
        return self.programme.week(week)

    @property
    def this_week(self) -> PlannedWeek:
        """What is planned for the model's current week; before the run, for its first."""
        return self.plan(max(self.model.week, self.model.first_week))

    @property
    def conditions(self) -> Conditions:
        """The conditions of this week."""
        return self.this_week.conditions
