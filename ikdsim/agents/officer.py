"""Officers as Mesa agents: the people of the office, at the desks, on the road and in a team.

They are the same in every scenario, but for those whom a policy hires. An officer's number is the place in
`model.officers`: first everybody at a desk, then who is hired, in the order of their first week, then whom only a
review brought in.
"""

from collections.abc import Mapping

import mesa

from ikdsim.agency import officers as agency
from ikdsim.agency.assignment import minutes_by_activity
from ikdsim.agency.conditions import Conditions
from ikdsim.agents.agent import IkdAgent


class Officer(IkdAgent):
    """One officer, made up; skill, attitude and minutes are those of the model's week."""

    def __init__(self, model: mesa.Model, person: agency.Officer) -> None:
        super().__init__(model)
        self.person = person
        """Who it is, as the agency's plans name her or him."""

    def __repr__(self) -> str:
        return f"<Officer {self.unique_id}: {self.post}, {self.place or 'all places'}, {self.hours:.1f} hours a week>"

    @property
    def post(self) -> str:
        """Name of the desk, or of the policy that hired the officer."""
        return self.person.post

    @property
    def place(self) -> str | None:
        """Name of the place, None for one who serves all."""
        names: tuple[str, ...] = self.model.region.place_names
        return None if self.person.place == agency.EVERYWHERE else names[self.person.place]

    @property
    def hours(self) -> float:
        """Hours a week, all services together; of the regency's officers also those for other kecamatan."""
        return self.person.hours

    @property
    def skill(self) -> float:
        """IT skill this week, 0-1."""
        conditions = self._conditions
        return conditions.resources.skills_of([self.person], conditions.parameters)[0]

    @property
    def attitude(self) -> float:
        """Share of errands at which the officer offers IKD unasked this week, 0-1."""
        conditions = self._conditions
        return conditions.disposition.attitudes_of([self.person], conditions.parameters)[0]

    @property
    def week(self) -> Mapping[str, float]:
        """Minutes this week by activity, see agency/officers.py, in the real office, whatever the scale of the run."""
        return minutes_by_activity(self.person, self._conditions)

    @property
    def _conditions(self) -> Conditions:
        conditions: Conditions = self.model.agency.conditions
        return conditions


def people_of(model: mesa.Model) -> list[agency.Officer]:
    """Everybody who is at a desk or hired in some week of the run, as it was planned before it and by its reviews."""
    setup, until = model.setup, model.programme.last_week
    reviewed = setup.programme_from(setup.first_week, model.observations.seen, until) if setup.reviews else ()
    weeks = [planned.conditions for planned in (*setup.programme, *reviewed)]
    hired = (duty.officer for conditions in weeks for duty in conditions.duties)
    return list(dict.fromkeys([*weeks[0].roster, *hired]))
