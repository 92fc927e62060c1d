"""An officer's diary tells where the weeks went, and stretches of weeks alike in one line."""

from datetime import date

import pytest

from ikdsim.errors import BadInput
from ikdsim.policy.ikd_team import IkdTeam
from ikdsim.policy.service_vehicle import ServiceVehicle
from ikdsim.result.officer_diary import officer_diary
from ikdsim.setup import Setup
from tests.factories import COARSE, make_scenario

START = date(2023, 3, 6)
TOUR = ServiceVehicle(
    name="tour", start=START, end=date(2023, 3, 12), vehicles=3, days_per_week=5.0, places=("Desa Hurip Jaya",)
)
TEAM = IkdTeam(name="team", start=START, officers=1, visits_per_week=1.0, places=("Desa Teluk Mati",))


def told(row, policies=(TOUR,), lang="en"):
    return officer_diary(Setup(make_scenario(policies, end=date(2023, 4, 2)), scale=COARSE), "columns", row, lang)


def test_somebody_goes_on_the_road_and_comes_back():
    stories = [told(row) for row in range(20)]
    sent = [story for story in stories if len(story) == 4]
    assert len(sent) == 3  # the crew of the vehicle
    assert sent[0][0].startswith("Officer ")
    assert "district office (Disdukcapil)" in sent[0][0]
    assert sent[0][1].startswith("Weeks of 2 January 2023 to 27 February 2023: IKD at the own desk for")
    assert "service vehicle in Desa Hurip Jaya for 360 minutes" in sent[0][2]
    assert "other services" in sent[0][3]
    assert [len(story) for story in stories if story not in sent] == [2] * 17


def test_whoever_is_hired_has_no_duties_before():
    story = told(29, (TEAM,))
    assert f"hired by the policy “{TEAM.title['en']}”" in story[0]
    assert story[1] == "Weeks of 2 January 2023 to 27 February 2023: has no duties."
    assert "visit of the IKD team in Desa Teluk Mati for 360 minutes" in story[2]


def test_it_is_told_in_indonesian_too():
    assert told(0, lang="id")[0].startswith("Petugas nomor 0 (rekaan, bukan orang sungguhan)")


@pytest.mark.parametrize("row", [-1, 29])
def test_an_officer_who_is_not_there_is_refused(row):
    with pytest.raises(BadInput) as refused:
        told(row, ())
    assert refused.value.faults[0].text("en").endswith("choose one from 0 to 28.")
