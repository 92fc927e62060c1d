"""Errands come from needs: desks share them, distance deters a part."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ikdsim.agency.conditions import ExtraOfficers
from ikdsim.agency.disposition import warmth
from ikdsim.agency.officers import EVERYWHERE, person
from ikdsim.clock import WEEKS_PER_YEAR
from ikdsim.randomness import ONE
from ikdsim.region.age_mix import share_below
from ikdsim.region.region import DEMAND
from ikdsim.resident.ages import AGE_BANDS
from ikdsim.service.errands import by_a_resident, visitors
from ikdsim.service.kinds import DISTRICT_OFFICE, KECAMATAN_DESK
from tests.factories import (
    COAST,
    ONE_WARD,
    TOWN,
    make_conditions,
    make_parameters,
    open_week,
    region_where,
    stations_of,
)

YEARLY = 0.4


def team_at_the_desk(minutes):
    """Conditions with a team that has so many minutes, a quarter of them for explaining."""
    conditions = make_conditions(
        {**ONE_WARD, "implementation.explaining_minutes": 2.0, "disposition.attitude_spread": 0.0}
    )
    crew = (person(1, "team", EVERYWHERE, 0, 37.5, dedicated=True),)
    team = ExtraOfficers(KECAMATAN_DESK, EVERYWHERE, minutes, 0.75, time_factor=1.0, crew=crew)
    conditions.extra_officers.append(team)
    return conditions


def offers_at_the_desk(conditions):
    """Share of visitors who are offered IKD, how well explanations persuade, and the visitors."""
    opening, (desk,) = open_week(conditions), stations_of(KECAMATAN_DESK, conditions)
    return opening.supply.offer[desk] / ONE, opening.persuasion[desk], visitors(desk, opening)


def test_a_team_approaches_as_many_as_its_own_minutes_for_explaining_last():
    usual, little, more = (offers_at_the_desk(team_at_the_desk(minutes))[0] for minutes in (0.0, 8.0, 16.0))
    wanted = offers_at_the_desk(team_at_the_desk(0.0))[2] * 2.0
    assert little - usual == pytest.approx(2.0 / wanted)
    assert more - usual == pytest.approx(4.0 / wanted)


def test_a_team_with_time_for_everybody_approaches_those_to_whom_others_do_not_offer_it():
    conditions = team_at_the_desk(100_000.0)
    offer, persuasion, _ = offers_at_the_desk(conditions)
    own, team = conditions.disposition.attitude, conditions.parameters.value("disposition.team_attitude")
    assert offer == pytest.approx(own + (1.0 - own) * team)
    assert 1.0 < persuasion < warmth(team, conditions.parameters)


def test_in_a_shortage_nobody_is_offered_more_than_always():
    conditions = team_at_the_desk(100_000.0)
    conditions.cards_missing = True
    (desk,) = stations_of(KECAMATAN_DESK, conditions)
    assert open_week(conditions).supply.offer_without_card[desk] == ONE


def test_a_resident_of_any_age_brings_fewer_errands_than_a_young_adult():
    alike = dict.fromkeys((f"implementation.errands_age_{band}" for band in AGE_BANDS[2:]), 1.0)
    assert by_a_resident(make_parameters(alike)) == pytest.approx(1.0 - share_below(17, make_parameters()))
    assert 0.4 < by_a_resident(make_parameters()) < 0.7


def errands(deterred, office=1.0, desk=1.0):
    numbers = {
        "implementation.errands_per_year": YEARLY,
        "implementation.errands_deterred": deterred,
        "implementation.attraction_district_office": office,
        "implementation.attraction_kecamatan_desk": desk,
        **ONE_WARD,
    }
    return open_week(make_conditions(numbers)).supply.errand * WEEKS_PER_YEAR


@settings(max_examples=30)
@given(office=st.floats(0.0, 5.0), desk=st.floats(0.1, 5.0))
def test_needs_that_nothing_deters_are_the_same_everywhere(office, desk):
    assert errands(0.0, office, desk).sum(axis=1) == pytest.approx([YEARLY, YEARLY])


def test_a_place_that_asks_for_more_has_more_errands_at_the_same_desks():
    usual, asking = (make_conditions(ONE_WARD, region=region_where(intensity_acts_on=DEMAND)) for _ in range(2))
    asking.places[COAST].intensity = 2.0
    before, after = (open_week(conditions).supply.errand for conditions in (usual, asking))
    assert after[COAST] == pytest.approx(2.0 * before[COAST])
    assert after[TOWN] == pytest.approx(before[TOWN])


def test_distance_deters_a_part_of_the_errands():
    by_place = errands(0.5).sum(axis=1)
    assert by_place[TOWN] == pytest.approx(YEARLY)  # the place that the desks draw most
    assert 0.5 * YEARLY < by_place[COAST] < by_place[TOWN]


def test_what_nothing_can_deter_remains_however_far_the_desk():
    assert errands(0.5).sum(axis=1)[COAST] > errands(0.9).sum(axis=1)[COAST] > 0.1 * YEARLY


def test_a_desk_that_draws_twice_as_strongly_gets_twice_as_many():
    conditions = make_conditions()
    office, desk = (stations_of(kind, conditions)[0] for kind in (DISTRICT_OFFICE, KECAMATAN_DESK))
    here = errands(0.4, office=1.0, desk=2.0)[TOWN]
    assert here[desk] == pytest.approx(2.0 * here[office])
