"""Officers are people with a week: at a desk, on the road, or hired by a policy."""

import dataclasses
import math
from dataclasses import dataclass
from datetime import date

import pytest

from ikdsim.agents.officer import Officer
from ikdsim.branch import branch_from
from ikdsim.clock import MILLISECONDS_PER_MINUTE
from ikdsim.model import IkdModel
from ikdsim.policy.base import AnsweringPolicy
from ikdsim.policy.botram_rotation import BotramRotation
from ikdsim.policy.ikd_team import IkdTeam
from ikdsim.region.demand import share_of_time
from ikdsim.service.kinds import KINDS
from tests.factories import make_model, make_scenario

START = date(2023, 1, 2)


@pytest.fixture
def model():
    made = make_model(scale=200.0)
    made.step()
    return made


def test_every_desk_has_its_people(model):
    for point in model.region.service_points:
        people = [officer for officer in model.officers if officer.post == point.id]
        desks = max(1, len(point.places))
        assert len(people) == desks * math.ceil(point.officers.value)


def test_people_at_a_village_desk_belong_to_its_place(model):
    places = {officer.place for officer in model.officers if officer.post == "village_desk"}
    assert places == set(model.region.service_point("village_desk").places)
    assert {officer.place for officer in model.officers if officer.post == "kecamatan_desk"} == {None}


def test_the_officers_of_a_desk_share_its_minutes(model):
    supply, stations = model.engine.world.supply, model.setup.services.stations
    open_points = model.agency.conditions.open_points
    for point in model.region.service_points:
        people = [officer for officer in model.officers if officer.post == point.id]
        is_open = point.id in open_points
        share = share_of_time(point, model.region, open_points, model.parameters) if is_open else 0.0
        minutes = share * sum(officer.week.get("desk", 0.0) for officer in people)
        here = [k for k, station in enumerate(stations) if station.kind == KINDS.index(point.id)]
        capacity = model.setup.scale * supply.capacity_ms[here].sum() / MILLISECONDS_PER_MINUTE
        assert minutes == pytest.approx(capacity, abs=0.1)


def test_an_officer_reads_the_week(model):
    assert len({officer.attitude for officer in model.officers}) == len(model.officers)
    assert len({officer.skill for officer in model.officers}) == 2  # with IT skill, and with less
    at_the_mall = [officer for officer in model.officers if officer.post == "mall_outlet"]
    assert all(list(officer.week) == ["other_services"] for officer in at_the_mall)  # not open yet


def test_crews_and_the_team_are_officers_too():
    rotation = BotramRotation(
        name="tour", start=START, visits_per_month=9.0, places=("Desa Hurip Jaya",), crews="added", staff="added"
    )
    team = IkdTeam(name="team", start=START, officers=3, visits_per_week=1.0, places=("Desa Hurip Jaya",))
    model = make_model((rotation, team))
    people = model.agents_by_type[Officer]
    assert [sum(officer.post == post for officer in people) for post in ("tour", "team")] == [4, 3]
    model.step()
    member = next(officer for officer in people if officer.post == "team")
    assert list(member.week) == ["team_visit", "team_desk"]
    assert member.attitude > 0.8


def test_officers_are_the_same_whatever_is_planned(model):
    other = make_model((IkdTeam(name="team", start=START, officers=3, visits_per_week=0.0, places=()),))
    assert [officer.person for officer in other.officers[: len(model.officers)]] == [o.person for o in model.officers]


@dataclass(frozen=True, kw_only=True)
class TeamOnDemand(IkdTeam, AnsweringPolicy):
    """A team of one more officer after every review."""

    def answer(self, seen):
        return dataclasses.replace(self, officers=2 + seen.week // self.review_weeks)


ON_DEMAND = TeamOnDemand(
    name="team", start=date(2023, 2, 6), officers=1, visits_per_week=0.0, places=(), review_weeks=5
)


def test_whom_only_a_review_hires_becomes_an_agent_and_nobody_elses_number_changes():
    model = make_model((ON_DEMAND,))
    before = list(model.officers)
    model.run(through=25)
    hired = {duty.officer for duty in model.agency.conditions.duties if duty.officer.post == "team"}
    assert hired <= {officer.person for officer in model.officers}
    assert len(hired) == 6
    assert model.officers[: len(before)] == before
    late = make_model((ON_DEMAND,))
    late.run(through=25)
    assert [officer.person for officer in late.officers] == [officer.person for officer in model.officers]


@pytest.mark.parametrize("policies", [(ON_DEMAND,), ()])
def test_a_branch_has_the_officers_of_the_run(policies):
    crew = BotramRotation(
        name="tour",
        start=START,
        end=date(2023, 2, 26),
        visits_per_month=9.0,
        places=("Desa Hurip Jaya",),
        crews="added",
        staff="added",
    )
    scenario = make_scenario((crew, *policies))
    through = IkdModel(scenario, scale=400.0)
    through.run(through=20)
    branch = branch_from(through.snapshot(), scenario)
    assert [officer.person for officer in branch.officers] == [officer.person for officer in through.officers]
    assert sum(officer.post == "tour" for officer in branch.officers) == 4


def test_an_officer_is_introduced_on_one_line(model):
    told = [repr(officer) for officer in model.officers]
    assert "village_desk, Kelurahan Kebalen Kota" in " ".join(told)
    assert all("all places" in line for line, officer in zip(told, model.officers, strict=True) if not officer.place)
    assert max(map(len, told)) < 120


def test_a_desk_without_officers_has_nobody():
    scenario = dataclasses.replace(make_scenario(), region_numbers={"village_desk.officers": 0})
    model = IkdModel(scenario, scale=400.0)
    model.step()
    assert "village_desk" not in {officer.post for officer in model.officers}
