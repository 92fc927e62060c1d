"""The rotating schedule visits every place in turn, on top of what comes anyway."""

from collections import Counter
from datetime import date

import pytest

from ikdsim.clock import week_of
from ikdsim.policy.botram_rotation import BotramRotation
from tests.factories import COAST, TOWN, make_conditions

START = date(2027, 1, 4)
FIRST = week_of(START)


def places_visited(places, weeks):
    """How often each place is visited in the first weeks."""
    rotation = BotramRotation(name="x", start=START, visits_per_month=2.0, places=places, crews="added")
    turns = Counter()
    for week in range(weeks):
        conditions = make_conditions(week=FIRST + week)
        rotation.change(conditions, conditions.week)
        turns.update(visit.place for visit in conditions.visits)
    return turns


def test_every_place_is_visited_equally_often():
    assert places_visited(("Town", "Coast"), 209) == {TOWN: 48, COAST: 48}  # four years


def test_places_that_are_not_listed_are_not_visited():
    assert set(places_visited(("Coast",), 50)) == {COAST}


@pytest.mark.parametrize(
    ("crews", "staff", "taken"),
    [("added", "reassigned", 4), ("added", "added", 0), ("from_elsewhere", "reassigned", 0)],
)
def test_officers_of_added_visits_leave_their_desks_unless_they_are_hired(crews, staff, taken):
    rotation = BotramRotation(name="x", start=START, visits_per_month=5.0, places=("Coast",), crews=crews, staff=staff)
    conditions = make_conditions({"resources.visit_officers": 4.0}, week=FIRST)
    rotation.change(conditions, FIRST)
    (visit,) = conditions.visits
    assert len(visit.crew) == 4
    assert sum(officer in conditions.roster for officer in visit.crew) == taken
