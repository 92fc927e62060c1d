from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ikdsim.errors import BadInput
from ikdsim.population import synthesise

TABLE_WEEK = 107
TURNS_17 = 887


def by_place(residents, chosen):
    return [int(chosen[start:end].sum()) for start, end in zip(*bounds(residents.place_start), strict=True)]


def bounds(starts):
    return starts[:-1].tolist(), starts[1:].tolist()


def test_every_place_has_the_residents_of_the_table(babelan, residents):
    assert np.diff(residents.place_start).tolist() == [place.residents for place in babelan.places]
    assert len(residents.place) == 245_330


def test_every_place_has_the_recorded_residents_of_the_table(babelan, residents):
    recorded = by_place(residents, residents.recorded_week <= TABLE_WEEK)
    assert recorded == [place.recorded for place in babelan.places]


def test_nobody_is_recorded_before_turning_17(residents):
    assert (residents.recorded_week >= residents.birth_week + TURNS_17).all()


def test_every_column_has_a_row_for_each_resident(residents):
    assert {len(column) for column in residents[:13]} == {245_330}


def test_residents_stand_in_the_order_place_neighbourhood_household(residents):
    for column in (residents.place, residents.neighbourhood, residents.household):
        steps = np.diff(column.astype(np.int64))
        assert column[0] == 0 and set(np.unique(steps)) == {0, 1}
    changes = [
        np.flatnonzero(np.diff(column)) for column in (residents.place, residents.neighbourhood, residents.household)
    ]
    assert np.isin(changes[0], changes[1]).all() and np.isin(changes[1], changes[2]).all()


def test_neighbourhoods_are_ranges_of_rows_in_one_place(residents):
    starts = residents.neighbourhood_start
    assert starts[0] == 0 and starts[-1] == len(residents.place)
    for number, (start, end) in enumerate(zip(*bounds(starts), strict=True)):
        assert set(residents.neighbourhood[start:end]) == {number}
        assert set(residents.place[start:end]) == {residents.neighbourhood_place[number]}


def test_every_household_has_an_adult(residents):
    eldest = np.zeros(residents.household[-1] + 1, np.int64)
    np.minimum.at(eldest, residents.household, residents.birth_week)
    assert (eldest + TURNS_17 <= TABLE_WEEK).all()


def test_literacy_falls_with_age_and_rises_with_city_and_internet(residents):
    adult = residents.birth_week <= TABLE_WEEK - TURNS_17
    literacy = residents.literacy[adult].astype(float)
    for column, sign in ((residents.birth_week, 1), (residents.online, 1), (residents.place >= 2, -1)):
        assert sign * np.corrcoef(column[adult].astype(float), literacy)[0, 1] > 0.1


def test_the_same_seed_gives_the_same_people(babelan, parameters):
    first, second = (synthesise(babelan, parameters, seed=5, scale=10) for _ in range(2))
    assert all(np.array_equal(one, other) for one, other in zip(first, second, strict=True))


def test_another_seed_gives_other_people_under_the_same_counts(babelan, parameters, residents):
    other = synthesise(babelan, parameters, seed=2)
    assert (other.place_start == residents.place_start).all()
    for name in ("sex", "birth_week", "occupation", "recorded_week", "device", "online", "literacy", "trust"):
        assert (getattr(other, name) != getattr(residents, name)).any(), name


@settings(max_examples=15, deadline=None)
@given(scale=st.floats(1, 3000), seed=st.integers(0, 2**40))
def test_any_scale_keeps_counts_by_rounding(babelan, parameters, scale, seed):
    residents = synthesise(babelan, parameters, seed, scale)
    totals = [max(1, round(place.residents / scale)) for place in babelan.places]
    recorded = [min(n, round(p.recorded / scale)) for n, p in zip(totals, babelan.places, strict=True)]
    assert np.diff(residents.place_start).tolist() == totals
    assert by_place(residents, residents.recorded_week <= TABLE_WEEK) == recorded
    assert (residents.recorded_week >= residents.birth_week + TURNS_17).all()


def test_a_population_smaller_than_the_places_has_one_resident_in_each(babelan, parameters):
    residents = synthesise(babelan, parameters, seed=1, scale=1e6)
    assert residents.place.tolist() == list(range(len(babelan.places)))


def test_more_residents_than_the_table_are_possible(babelan, parameters):
    assert len(synthesise(babelan, parameters, seed=1, scale=0.5).place) == 2 * 245_330


def test_other_recorded_counts_replace_those_of_the_table(babelan, parameters):
    recorded = {"Desa Teluk Mati": 9000, "Desa Hurip Jaya": 0}
    residents = synthesise(babelan, parameters, seed=1, recorded=recorded)
    found = by_place(residents, residents.recorded_week <= TABLE_WEEK)
    assert found[6:8] == [9000, 0] and found[0] == 68_412


def test_a_place_where_everybody_is_recorded_has_no_children(babelan, parameters):
    residents = synthesise(babelan, parameters, seed=1, recorded={"Desa Hurip Jaya": 4719})
    assert residents.birth_week[residents.place == 7].max() <= TABLE_WEEK - TURNS_17


@pytest.mark.parametrize(
    ("recorded", "sentence"),
    [
        ({"Desa Hurip Jaya": 4720}, "Desa Hurip Jaya cannot have 4720 recorded people"),
        ({"Desa Hurip Jaya": -1}, "Desa Hurip Jaya cannot have -1 recorded people"),
        (
            {"Desa Hurip Jay": 10},
            "no place of this region is called “Desa Hurip Jay” (perhaps “Desa Hurip Jaya”",
        ),
    ],
)
def test_recorded_counts_that_cannot_be_are_refused(babelan, parameters, recorded, sentence):
    with pytest.raises(BadInput) as refused:
        synthesise(babelan, parameters, seed=1, recorded=recorded)
    assert sentence in str(refused.value)


@pytest.mark.parametrize("scale", [0, -1, float("nan")])
def test_a_scale_not_above_zero_is_refused(babelan, parameters, scale):
    with pytest.raises(BadInput, match="scale"):
        synthesise(babelan, parameters, seed=1, scale=scale)


def test_a_scale_that_gives_a_place_more_rts_than_can_be_numbered_is_refused(babelan, parameters):
    with pytest.raises(BadInput, match="RT"):
        synthesise(babelan, parameters, seed=1, scale=0.001)


def test_all_faults_are_named_at_once(babelan, parameters):
    with pytest.raises(BadInput) as refused:
        synthesise(babelan, parameters, seed=1, scale=0, recorded={"Nowhere": 1, "Desa Hurip Jaya": 9999})
    assert len(refused.value.faults) == 3


def test_wards_are_whole_rts_side_by_side_of_one_place_and_hold_what_a_hall_serves(residents):
    wards = residents.ward
    assert (np.diff(wards.astype(int)) >= 0).all()
    for first, end in pairwise(residents.neighbourhood_start):
        assert len(set(wards[first:end].tolist())) == 1
    places = np.repeat(np.arange(len(residents.place_start) - 1), np.diff(residents.ward_start))
    assert (places[wards] == residents.place).all()
    sizes = np.bincount(wards)
    assert 1_000 < np.median(sizes) < 1_500


def test_a_scaled_place_with_fewer_rts_than_wards_shares_out_its_rows(babelan, parameters):
    few = synthesise(babelan, parameters, seed=1, scale=50.0)
    assert len(few.neighbourhood_place) < few.ward_start[-1]
    sizes = np.bincount(few.ward, minlength=few.ward_start[-1])
    assert sizes.min() > 0
