"""What the twin expects under every setting."""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pytest

from ikdsim.errors import BadInput
from ikdsim.experiment.expected import Expected
from ikdsim.experiment.settings import all_settings
from ikdsim.policy.adaptive_tour import AdaptiveTour
from ikdsim.policy.school_visit import SchoolVisit
from ikdsim.setup import Setup
from ikdsim.twin import Twin
from tests import factories
from tests.experiment.factories import make_scenario

BASELINE = make_scenario("baseline")
TODAY, FEW, MANY, LITTLE_CONTAGION, MUCH_CONTAGION, LITTLE, MUCH, NO_DESK = range(len(all_settings()))


@pytest.fixture(scope="module")
def expected():
    """What the twin expects of a scenario, on the people of the first seed."""
    twins, first = Expected(all_settings()), Setup(BASELINE, scale=factories.COARSE)
    return lambda scenario: twins.users(first.under(scenario))


def test_today_is_what_the_twin_says_of_the_scenario_as_it_is(expected):
    twin = Twin(BASELINE, seed=1, scale=factories.COARSE)
    agents = np.diff(twin.setup.residents.place_start)
    residents = np.array([place.residents for place in twin.setup.region.places])
    assert expected(BASELINE)[TODAY].tolist() == (twin.run().users @ (residents / agents)).tolist()


def test_more_use_ikd_where_more_are_willing_or_desks_have_more_time(expected):
    last = expected(BASELINE)[:, -1]
    assert last[LITTLE] < last[TODAY] < last[MUCH]
    assert last[FEW] != last[TODAY] != last[MANY]
    assert last[LITTLE_CONTAGION] < last[TODAY] < last[MUCH_CONTAGION]
    assert last[NO_DESK] < last[TODAY]


def test_a_scenario_that_changes_nothing_gains_nothing_under_any_setting(expected):
    assert np.array_equal(expected(make_scenario("unchanged")), expected(BASELINE))
    assert not np.array_equal(expected(make_scenario("campaign", posts=20)), expected(BASELINE))


@dataclass(frozen=True, kw_only=True)
class Watcher(AdaptiveTour):
    """Looks at the queues, desk by desk."""

    def answer(self, seen):
        assert seen.stations
        return self


def test_nothing_is_known_of_a_policy_that_the_twin_cannot_follow(expected):
    places = ("Desa Hurip Jaya",)
    watcher = Watcher(name="watcher", start=date(2024, 1, 1), vehicles=1, days_per_week=4.0, places=places)
    scenario = factories.make_scenario((watcher,), BASELINE.end, "watcher")
    assert np.isnan(expected(scenario)).all()


@dataclass(frozen=True, kw_only=True)
class Overdrawing(AdaptiveTour):
    """Asks at its review for more officers than there are."""

    def answer(self, seen):
        return replace(self, days_per_week=7.0, vehicles=20, region_share=1.0)


def test_another_mistake_of_a_policy_is_told(expected):
    policy = Overdrawing(name="all", start=date(2024, 1, 1), vehicles=1, days_per_week=4.0, places=("Desa Hurip Jaya",))
    with pytest.raises(BadInput) as raised:
        expected(factories.make_scenario((policy,), BASELINE.end, "all"))
    assert [fault.code for fault in raised.value.faults] == ["officers_missing"]


def test_pupils_who_are_activated_at_school_are_not_followed(expected):
    days = SchoolVisit(name="school", start=date(2024, 1, 1), visits_per_week=1.0, places=("Kelurahan Bahagia",))
    assert np.isnan(expected(factories.make_scenario((days,), BASELINE.end, "school"))).all()
