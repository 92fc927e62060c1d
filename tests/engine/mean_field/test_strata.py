"""Strata hold every adult once, with the means of those in them."""

from datetime import date

import numpy as np
import pytest

from ikdsim.engine.mean_field.core.strata import NO_CHANGE, READY_POOL, WAITING_POOL, Strata
from ikdsim.engine.mean_field.strata import make_strata
from ikdsim.resident.changes import HEARD, LITERACY, TRUST, Changes, in_order, new_changes, people_at
from ikdsim.resident.columns import NO_WEEK, OCCUPATIONS, PERSON, Residents
from ikdsim.resident.stages import INTENDING, REFUSING
from ikdsim.resident.tables import build_tables
from ikdsim.resident.traits import inclination_of
from tests.factories import make_model, make_parameters

SEED = 1
FIRST, LAST = 1, 200
TABLES = build_tables(make_parameters())
NOBODY_CHANGES = in_order([], np.zeros(0, PERSON))


@pytest.fixture(scope="module")
def people() -> Residents:
    """Some 600 residents of Babelan."""
    return make_model().setup.residents


@pytest.fixture(scope="module")
def adult(people) -> np.ndarray:
    """Week of each resident's 17th birthday."""
    return people.birth_week + int(17 * 365.25 / 7)


@pytest.fixture(scope="module")
def ready(people, adult) -> np.ndarray:
    """First week in which each resident can be activated."""
    return np.maximum(np.maximum(adult, people.recorded_week), people.supported_week)


def strata_of(people: Residents, count: int = 4, changes: Changes | None = None) -> Strata:
    """Strata of a run from the first to the last week."""
    changes = changes or NOBODY_CHANGES
    return make_strata(SEED, people, changes, TABLES, (FIRST, LAST), count)


def test_every_adult_starts_or_turns_17_in_the_run(people, adult):
    strata = strata_of(people)
    assert strata.start.sum() == (adult < FIRST).sum()
    assert strata.enter.sum() == ((adult >= FIRST) & (adult <= LAST)).sum()
    assert np.array_equal(
        strata.enter.sum(axis=(1, 2, 3, 4)), np.bincount(adult[adult >= FIRST], minlength=LAST + 1)[1 : LAST + 1]
    )


def test_who_can_be_activated_from_the_start_is_told_from_who_waits(people, adult, ready):
    strata = strata_of(people)
    from_start = (adult < FIRST) & (ready < FIRST)
    assert strata.start[..., READY_POOL].sum() == from_start.sum()
    assert ready[from_start].max() < NO_WEEK


def test_shares_of_the_waiting_bring_back_the_residents_who_become_ready(people, adult, ready):
    strata = strata_of(people)
    waiting = strata.start[..., WAITING_POOL].copy()
    for week, share in enumerate(strata.ready):
        waiting += strata.enter[week, ..., WAITING_POOL, :].sum(axis=-1) - share * waiting
    assert waiting.sum() == pytest.approx(((adult <= LAST) & (ready > LAST)).sum())


def test_a_stratum_has_the_means_of_its_residents(people, adult):
    (one_a_place,) = strata_of(people, count=1).means.T
    for place, means in enumerate(one_a_place):
        here = (people.place == place) & (adult <= LAST)
        shares = np.bincount(people.occupation[here], minlength=len(OCCUPATIONS)) / here.sum()
        assert means["occupation"] == pytest.approx(shares)
        assert means["handling_ms"] == pytest.approx(np.floor(TABLES.handling_ms[people.literacy[here]]).mean())
        assert means["factor"][7, 0] == 1.0


def test_cards_are_those_of_adults_by_pool(people, adult, ready):
    strata = strata_of(people)
    for pool, inside in ((READY_POOL, ready < FIRST), (WAITING_POOL, ready >= FIRST)):
        held = (strata.card[0, ..., pool] * strata.start[..., pool]).sum()
        assert held == pytest.approx(people.card[inside & (adult < FIRST)].sum())


def test_mates_are_the_others_at_home_who_are_ready_half_way(people, adult, ready):
    (one_a_place,) = strata_of(people, count=1).means.T
    is_ready = ready <= (FIRST + LAST) // 2
    at_home = np.bincount(people.household, weights=is_ready)[people.household]
    for place, means in enumerate(one_a_place):
        here = (people.place == place) & (adult <= LAST)
        assert means["mates"] == pytest.approx((at_home - is_ready)[here].mean())


def test_a_place_knows_how_many_mates_its_ready_residents_have(people, ready):
    strata = strata_of(people)
    is_ready = ready <= (FIRST + LAST) // 2
    mates = (np.bincount(people.household, weights=is_ready)[people.household] - 1)[is_ready].astype(int)
    for place, here in enumerate(strata.places):
        ours = people.place[is_ready] == place
        assert here["residents"] == (people.place == place).sum()
        assert here["ready"] == max(ours.sum(), 1)
        assert here["mates"] == pytest.approx(np.bincount(mates[ours], minlength=16) / here["ready"])


def test_levels_have_the_means_of_their_residents(people, adult):
    (one_a_place,) = strata_of(people, count=1).means.T
    willing = TABLES.willing[[inclination_of(SEED, row, 0) for row in range(len(people.people))]]
    opens = willing * TABLES.persuaded_by_trust[people.trust] * TABLES.persuaded_by_literacy[people.literacy]
    decides = willing * TABLES.decides_by_trust[people.trust]
    for place, means in enumerate(one_a_place):
        here = (people.place == place) & (adult <= LAST)
        assert means["share"].sum() == pytest.approx(1.0)
        assert (means["share"] * means["openness"]).sum() == pytest.approx(opens[here].mean())
        assert (means["share"] * means["decisiveness"]).sum() == pytest.approx(decides[here].mean())


def test_a_stratum_knows_how_promptly_its_residents_come_and_whether_opponents_reconsider(people, adult):
    (one_a_place,) = strata_of(people, count=1).means.T
    for place, means in enumerate(one_a_place):
        here = (people.place == place) & (adult <= LAST)
        trust = people.trust[here]
        opposed = np.average(TABLES.decides_by_trust[trust], weights=TABLES.opposed_by_trust[trust])
        assert means["factor"][REFUSING, 0] == pytest.approx(opposed)
        assert 0.0 < means["factor"][INTENDING, 0] < TABLES.turns_up_by_literacy[people.literacy[here]].mean()
        assert 0.0 < means["turn_up_spread"] < 1.0


def test_whoever_leaves_is_followed_by_whoever_arrives():
    lives = make_model(end=date(2026, 10, 25)).setup.lives
    strata = strata_of(lives.start, changes=lives.changes)
    adults = strata.start.copy()
    for week in range(LAST):
        ready = strata.ready[week] * adults[..., WAITING_POOL]
        adults[..., WAITING_POOL] -= ready
        adults[..., READY_POOL] += ready
        adults *= 1.0 - strata.leave[week]
        adults += strata.enter[week].sum(axis=-1)
    people = lives.start.people.copy()
    people_at(LAST, people, lives.changes)
    assert adults.sum() == pytest.approx((people["birth_week"] + int(17 * 365.25 / 7) <= LAST).sum(), rel=0.02)


def test_who_learns_changes_the_means_of_the_stratum_from_that_week_on(people, adult):
    learners = np.flatnonzero(adult < FIRST)
    learned = new_changes(LITERACY, np.full(len(learners), 50), learners, 40)
    strata = strata_of(people, count=1, changes=in_order([learned], np.zeros(0, PERSON)))
    assert np.flatnonzero(strata.changed != NO_CHANGE).tolist() == [50 - FIRST]
    before, (after,) = strata.means, strata.later_means
    assert (after["handling_ms"] < before["handling_ms"]).all()
    assert (after["factor"][..., INTENDING, 0] > before["factor"][..., INTENDING, 0]).all()
    assert np.allclose(after["occupation"], before["occupation"])


def test_before_anybody_has_learned_nothing_is_different(people, adult):
    learners = np.flatnonzero(adult < FIRST)
    learned = new_changes(TRUST, np.full(len(learners), 50), learners, 40)
    strata, usual = strata_of(people, changes=in_order([learned], np.zeros(0, PERSON))), strata_of(people)
    assert np.array_equal(strata.means, usual.means)
    assert len(usual.later_means) == 0


def test_who_is_told_to_activate_ikd_counts_in_the_stratum_in_that_week(people, adult):
    adults = np.flatnonzero(adult < FIRST)
    told = new_changes(HEARD, np.full(len(adults), 50), adults, stage=INTENDING)
    strata = strata_of(people, changes=in_order([told], np.zeros(0, PERSON)))
    assert np.flatnonzero(strata.instructed.any(axis=(1, 2))).tolist() == [50 - FIRST]
    share = strata.instructed[50 - FIRST]
    assert (
        share.max() == pytest.approx(1.0) and share[strata.start.sum(axis=-1) > 20].min() > 0.8
    )  # others have turned 17 since
    assert not strata_of(people).instructed.any()
