"""The twin: a set-up run in expected values, on strata that scenarios share where their people are alike."""

from dataclasses import fields, replace
from datetime import date

import numpy as np
import pytest

from ikdsim.errors import BadInput
from ikdsim.model import IkdModel
from ikdsim.policy.adaptive_tour import AdaptiveTour
from ikdsim.policy.ikd_team import IkdTeam
from ikdsim.region.load import load_region
from ikdsim.setup import Setup
from ikdsim.twin import Twin
from tests.factories import COARSE, make_scenario

EARLY = date(2023, 2, 6)


@pytest.fixture(scope="module")
def twin():
    return Twin(make_scenario(), seed=2, scale=COARSE)


def under_numbers(**values):
    return replace(make_scenario(), parameters={name.replace("__", "."): value for name, value in values.items()})


def test_a_twin_of_another_scenario_runs_as_if_it_had_been_made_alone(twin):
    places = load_region("babelan").place_names
    scenario = make_scenario((IkdTeam(name="team", start=EARLY, officers=8, visits_per_week=3.0, places=places),))
    shared, alone = twin.under(scenario), Twin(scenario, seed=2, scale=COARSE)
    assert shared.strata is twin.strata
    assert np.array_equal(shared.run().stages, alone.run().stages)
    assert shared.run().users[-1].sum() > twin.run().users[-1].sum()


@pytest.mark.parametrize(
    "scenario",
    [
        under_numbers(population__phone_urban=0.71),
        under_numbers(persuasion__by_trust=3.0),
        make_scenario(end=date(2023, 10, 29)),
    ],
    ids=["other people", "other tables", "other weeks"],
)
def test_strata_are_made_anew_where_they_would_differ(twin, scenario):
    other = twin.under(scenario)
    assert other.strata is not twin.strata
    assert np.array_equal(other.run().stages, Twin(scenario, seed=2, scale=COARSE).run().stages)


def test_a_run_leaves_the_twin_as_it_was(twin):
    assert np.array_equal(twin.run().stages, twin.run().stages)


def test_it_says_what_it_is_in_a_line(twin):
    assert repr(twin) == "Twin of Setup(small in babelan, seed=2, scale=400)"


def tour(**keys):
    return AdaptiveTour(
        name="tour",
        start=date(2023, 7, 3),
        vehicles=2,
        days_per_week=5.0,
        region_share=1.0,
        goes_to=2,
        places=load_region("babelan").place_names,
        **keys,
    )


def test_a_policy_that_answers_answers_to_the_expected_users():
    scenario = make_scenario((tour(review_weeks=26),), end=date(2024, 12, 29))
    twin = Twin(scenario, scale=COARSE)
    asked = []
    programme_from = Setup.programme_from
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            Setup, "programme_from", lambda setup, week, seen: asked.append(seen) or programme_from(setup, week, seen)
        )
        expected = twin.run()
    assert len(asked) == len(twin.setup.reviews) == 3
    for review in twin.setup.reviews:
        seen = asked[-1](review, 26)
        agents = np.diff(twin.setup.residents.place_start)
        users = expected.users[review - 1] / agents * [place.residents for place in seen.places]
        assert [place.users for place in seen.places] == pytest.approx(users.tolist())
        assert seen.spent.get("adaptive_tour", 0.0) > 0.0 or review == min(twin.setup.reviews)
    assert asked[-1](max(twin.setup.reviews) + 1, 26) is None


def test_the_reviewed_twin_follows_the_agents():
    scenario = make_scenario((tour(review_weeks=26),), end=date(2024, 12, 29))
    agents = IkdModel(scenario, scale=4.0)
    agents.run()
    assert Twin(scenario, scale=4.0).run().users[-1].sum() == pytest.approx(agents.activated, rel=0.06)


class Watcher(AdaptiveTour):
    """Looks at the queues."""

    def answer(self, seen):
        assert seen.stations
        return self


def test_a_policy_that_looks_at_single_service_points_is_refused_in_one_sentence():
    watcher = Watcher(**{field.name: getattr(tour(), field.name) for field in fields(Watcher)})
    with pytest.raises(BadInput, match="run it by agents") as raised:
        Twin(make_scenario((watcher,)), scale=COARSE).run()
    assert len(raised.value.faults) == 1
