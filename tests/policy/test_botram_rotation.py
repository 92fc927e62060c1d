"""The rotating schedule visits every place in turn, on top of what comes anyway."""

from collections import Counter
from datetime import date

import pytest

from ikdsim.clock import week_of
from ikdsim.policy.botram_rotation import BotramRotation
from ikdsim.service.kinds import BOTRAM_VILLAGE
from tests.factories import COAST, TOWN, make_conditions

START = date(2027, 1, 4)
FIRST = week_of(START)
NUMBERS = {"resources.visit_officers": 4.0, "resources.visit_minutes": 300.0, "cost.village_visit": 7.0}


def rotation(visits_per_month=2.0, places=("Town", "Coast"), crews="added"):
    return BotramRotation(name="x", start=START, visits_per_month=visits_per_month, places=places, crews=crews)


def weeks_under(policy, weeks):
    """The conditions of the first weeks."""
    made = [make_conditions(NUMBERS, week=FIRST + week) for week in range(weeks)]
    for conditions in made:
        policy.change(conditions, conditions.week)
    return made


def visits_of(weeks):
    return [visit for conditions in weeks for visit in conditions.visits]


def test_every_place_is_visited_equally_often():
    turns = Counter(visit.place for visit in visits_of(weeks_under(rotation(), 209)))  # four years
    assert turns[TOWN] == turns[COAST] == 48


def test_a_visit_is_a_village_visit_with_the_usual_crew_and_car():
    visit = visits_of(weeks_under(rotation(), 10))[0]
    assert visit.kind == BOTRAM_VILLAGE
    assert visit.minutes == 1_200.0
    assert visit.ikd_share is None and not visit.own_vehicle


def test_places_that_are_not_listed_are_not_visited():
    assert {visit.place for visit in visits_of(weeks_under(rotation(places=("Coast",)), 50))} == {COAST}


def test_every_visit_costs_its_price():
    weeks = weeks_under(rotation(), 52)
    assert sum(week.costs.get("botram_rotation", 0.0) for week in weeks) == 7.0 * len(visits_of(weeks))


@pytest.mark.parametrize(("crews", "taken"), [("added", 0.0), ("from_elsewhere", 1.0)])
def test_visits_taken_from_other_kecamatan_are_counted(crews, taken):
    weeks = weeks_under(rotation(crews=crews), 52)
    assert sum(week.visits_from_elsewhere for week in weeks) == taken * len(visits_of(weeks)) >= 0.0
    assert len(visits_of(weeks)) > 20


def test_usual_visits_go_on():
    conditions = make_conditions(NUMBERS, week=FIRST)
    conditions.visits.append("a usual visit")
    rotation(visits_per_month=10.0).change(conditions, FIRST)
    assert conditions.visits[0] == "a usual visit"
    assert len(conditions.visits) == 3
