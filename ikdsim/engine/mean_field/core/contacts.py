"""The start of a week: people around reach out, and hazards are this week's."""

from ikdsim.engine.mean_field.core.state import State
from ikdsim.kernel import inner
from ikdsim.resident import causes as c


@inner
def contacts_around(place: int, state: State) -> float:
    """Weighted share of users around the residents of a place at the end of last week, 0-1.

    Of the RT it is not known who uses IKD, only who left it: near contacts are the users of the place less the lapsed.
    """
    here, near = state.places[place], state.tables.near
    users_near = max(here.users - here.lapsed, 0.0)
    return float((near * users_near + (1.0 - near) * here.users) / state.strata.places[place].residents)


@inner
def expose(week: int, place: int, state: State) -> None:
    """Services and people around reach out: this week's hazards in a place, but for those of an occupation."""
    here, planned, contacts = state.places[place], state.supply.weeks[week], contacts_around(place, state)
    for cause in range(len(c.CAUSES)):
        here.hazard[cause] = planned.hazard[place, cause] + planned.per_user[cause] * contacts
