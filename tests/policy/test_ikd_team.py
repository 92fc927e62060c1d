"""A dedicated team does nothing but IKD, at the desk and on its visits, and has only its own hours."""

from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from ikdsim.agency.officers import EVERYWHERE
from ikdsim.clock import week_of
from ikdsim.policy.ikd_team import IkdTeam
from ikdsim.provenance import load_parameters
from ikdsim.region.load import load_region
from ikdsim.service.kinds import VILLAGE_DESK
from tests.factories import COAST, make_conditions

START = date(2027, 1, 4)
FIRST = week_of(START)
HOURS, DAY = load_parameters()["resources.officer_hours"], load_parameters()["resources.visit_minutes"]


def team(officers=4, visits_per_week=1.0):
    return IkdTeam(name="x", start=START, officers=officers, visits_per_week=visits_per_week, places=("Town", "Coast"))


def week_under(policy, week=FIRST, numbers=None):
    conditions = make_conditions(numbers, week=week)
    policy.change(conditions, week)
    return conditions


@settings(max_examples=60)
@given(
    officers=st.integers(1, 100),
    visits_per_week=st.floats(0, 5),
    later=st.integers(0, 200),
    hours=st.floats(HOURS.low, HOURS.high),
    day=st.floats(DAY.low, DAY.high),
)
@example(officers=4, visits_per_week=5.0, later=0, hours=35.0, day=480.0)
def test_the_team_never_works_more_than_its_hours(officers, visits_per_week, later, hours, day):
    numbers = {"resources.officer_hours": hours, "resources.visit_minutes": day}
    week = week_under(team(officers, visits_per_week), FIRST + later, numbers)
    worked = sum(visit.minutes for visit in week.visits) + sum(desk.minutes for desk in week.extra_officers)
    assert worked <= officers * hours * 60.0 + 1e-6


def test_the_team_visits_the_places_in_turn():
    places = [visit.place for week in range(6) for visit in week_under(team(), FIRST + week).visits]
    assert places == [0, 1, 0, 1, 0, 1]


def test_a_region_whose_kecamatan_may_not_activate_has_no_desk_for_the_team():
    assert team().misfits(load_region("babelan"), load_parameters()) == []
    [misfit] = team().misfits(load_region("babelan", {"kecamatan_desk.exists": 0}), load_parameters())
    assert (misfit.code, misfit.key, misfit.facts) == ("closed_desk", "kind", {"value": "kecamatan_desk"})


def test_where_its_desk_is_closed_the_team_makes_its_visits_only():
    conditions = make_conditions(week=FIRST)
    conditions.open_points = ()
    team().change(conditions, FIRST)
    assert len(conditions.visits) == 1
    assert conditions.extra_officers == []
    assert {duty.activity for duty in conditions.duties} == {"team_visit"}


class VillageTeam(IkdTeam):
    """A team at the desk of Coast."""

    @property
    def desk(self):
        return VILLAGE_DESK, COAST


def test_a_team_may_sit_at_another_desk():
    here, there = week_under(team()), week_under(VillageTeam(**vars(team())))
    assert [(extra.kind, extra.place) for extra in there.extra_officers] == [(VILLAGE_DESK, COAST)]
    assert here.extra_officers[0].place == EVERYWHERE
