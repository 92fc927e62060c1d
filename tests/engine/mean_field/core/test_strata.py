"""Somebody counts in a stratum as what she or he is, from the day on which she or he is 17."""

import numpy as np
import pytest

from ikdsim.clock import WEEKS_PER_YEAR
from ikdsim.engine.mean_field.core.strata import LIFE, READY_POOL, WAITING_POOL, Strata, adults, fill_strata
from ikdsim.resident import stages as s
from ikdsim.resident.columns import NO_WEEK, PERSON
from ikdsim.resident.confirmation import DISENCHANTMENT_SLOT
from ikdsim.resident.decision import DECISION_SLOT
from ikdsim.resident.factors import own_factor
from ikdsim.resident.implementation import trust_after_disappointment
from ikdsim.resident.persuasion import openness
from ikdsim.resident.tables import as_record, build_tables
from tests.engine.mean_field.factories import make_strata
from tests.factories import HIGH, LOW, MIDDLE, make_parameters, make_traits

WEEKS = (1, 20)
TABLES = build_tables(make_parameters())


def somebody(age: float = 30.0, recorded: int = -1000, supported: int = -1000, **columns: int) -> np.ndarray:
    """A resident of this age in week 1, ready from 17 on unless said otherwise."""
    person = np.zeros(1, PERSON)
    person["birth_week"] = 1 - int(age * WEEKS_PER_YEAR)
    person["recorded_week"], person["supported_week"] = recorded, supported
    for name, value in {"trust": MIDDLE, "literacy": MIDDLE, "online": 1, **columns}.items():
        person[name] = value
    return person


def filled(*people: np.ndarray, together: bool = False, **life: int) -> Strata:
    """The sums of a stratum of these people, each in a household alone or all in one; `life` is that of all of them."""
    strata = make_strata(WEEKS[1], TABLES.most_tries)
    for array in (strata.means, strata.places, strata.start):
        array[:] = np.zeros((), array.dtype)
    rows = np.concatenate(people)
    opens = np.zeros(len(rows), np.uint8) if together else np.ones(len(rows), np.uint8)
    lives = np.zeros(len(rows), LIFE)
    for name, value in {"until": NO_WEEK, "inclination": MIDDLE, **life}.items():
        lives[name] = value
    fill_strata(strata, WEEKS, rows, lives, opens, as_record(TABLES))
    return strata


def test_seventeen_is_adult():
    people = np.concatenate([somebody(17.0), somebody(16.9)])
    assert adults(people, 1).tolist() == [True, False]
    assert adults(people, 9).tolist() == [True, True]


def test_an_adult_with_record_and_phone_is_ready_from_the_start():
    strata = filled(somebody(card=1), somebody())
    assert strata.start[0, 0].tolist() == [0.0, 2.0]
    assert strata.means["card"][0, 0].tolist() == [0.0, 1.0]
    assert not strata.enter.any()
    assert not strata.ready.any()


def test_the_last_of_record_and_phone_decides_when_somebody_is_ready():
    strata = filled(somebody(recorded=5, supported=8))
    assert strata.start[0, 0].tolist() == [1.0, 0.0]
    assert np.flatnonzero(strata.ready[:, 0, 0]).tolist() == [8 - WEEKS[0]]


def test_who_never_gets_a_phone_waits_on():
    strata = filled(somebody(supported=NO_WEEK))
    assert strata.start[0, 0, WAITING_POOL] == 1.0
    assert not strata.ready.any()


def test_a_child_enters_on_the_17th_birthday_ready_or_not():
    strata = filled(somebody(16.9), somebody(16.9, supported=15))
    (week,) = np.flatnonzero(strata.enter.sum(axis=(1, 2, 3, 4)))
    assert strata.enter[week, 0, 0].sum(axis=-1)[[WAITING_POOL, READY_POOL]].tolist() == pytest.approx([1.0, 1.0])
    assert np.flatnonzero(strata.ready[:, 0, 0]).tolist() == [15 - WEEKS[0]]
    assert not strata.start.any()


def test_whoever_arrives_joins_then_in_her_or_his_stage_and_whoever_leaves_is_missing_from_then_on():
    strata = filled(somebody(), since=6, until=15, stage=s.ACTIVE)
    assert not strata.start.any()
    ((week, _, _, pool, stage),) = np.argwhere(strata.enter).tolist()
    assert (week + WEEKS[0], pool, stage) == (6 - 1, READY_POOL, s.ACTIVE)
    ((week, _, _, pool),) = np.argwhere(strata.leave).tolist()
    assert (week + WEEKS[0], pool) == (15 - 1, READY_POOL)


def test_whoever_leaves_before_the_17th_birthday_or_arrives_after_the_end_never_counts():
    for life in ({"until": 5}, {"since": WEEKS[1] + 2}):
        strata = filled(somebody(16.9), **life)
        assert not strata.start.any()
        assert not strata.enter.any()
        assert not strata.leave.any()


def test_those_who_become_ready_leave_from_among_the_ready():
    strata = filled(somebody(supported=8), until=15)
    assert strata.ready.sum() == 1.0
    assert strata.leave[..., READY_POOL].sum() == 1.0
    strata = filled(somebody(supported=18), until=15)
    assert not strata.ready.any()
    assert strata.leave[..., WAITING_POOL].sum() == 1.0


def test_a_record_of_an_adult_is_made_at_a_desk_in_its_week():
    strata = filled(somebody(recorded=9), somebody(recorded=9), somebody(recorded=NO_WEEK), somebody(recorded=-5))
    assert np.argwhere(strata.recorded)[:, 0].tolist() == [9 - WEEKS[0]]
    assert strata.recorded.max() == 2.0


def test_some_of_those_who_join_are_against_it_but_no_users():
    doubtful = somebody(16.9, trust=LOW)
    against = TABLES.opposed_by_trust[LOW]
    enter = filled(doubtful).enter.sum(axis=(0, 1, 2, 3))
    assert enter[[s.UNAWARE, s.REFUSING]].tolist() == [1.0 - against, against]
    assert 0.0 < against < 1.0
    assert filled(doubtful, stage=s.ACTIVE).enter.sum(axis=(0, 1, 2, 3))[s.ACTIVE] == 1.0


def test_answers_are_summed_with_their_squares_and_products():
    one, other = make_traits(trust=HIGH), make_traits(trust=LOW)
    means = filled(somebody(trust=HIGH), somebody(trust=LOW)).means[0, 0]
    opens = np.array([openness(who, TABLES) for who in (one, other)])
    decides = np.array([own_factor(s.FAVOURABLE, DECISION_SLOT, who, TABLES) for who in (one, other)])
    assert means["openness"] == pytest.approx(opens.sum())
    assert means["openness_spread"] == pytest.approx((opens**2).sum())
    assert means["decisiveness"] == pytest.approx(decides.sum())
    assert means["decisiveness_spread"] == pytest.approx((decides**2).sum())
    assert means["link"] == pytest.approx((opens * decides).sum())
    assert means["opposed"] == pytest.approx(TABLES.opposed_by_trust[[HIGH, LOW]].sum())


def test_those_of_little_trust_are_more_often_embittered():
    trusting, doubtful = (filled(somebody(trust=trust)).means[0, 0]["embittered"] for trust in (HIGH, LOW))
    assert doubtful > trusting
    assert doubtful == TABLES.embittered_by_trust[trust_after_disappointment(LOW, TABLES)]


def test_disappointments_make_disenchantment_more_likely_and_new_decisions_less():
    means = filled(somebody()).means[0, 0]
    assert (np.diff(means["disenchanted"]) > 0.0).all()
    assert means["disenchanted"][0] == means["factor"][s.ACTIVE, DISENCHANTMENT_SLOT]
    assert means["given_up"][0] < means["factor"][s.FAVOURABLE, 0]


def test_whoever_grows_old_turns_up_less_at_the_end():
    assert filled(somebody(30.0)).means[0, 0]["turn_up_growth"] == 0.0
    assert filled(somebody(64.8)).means[0, 0]["turn_up_growth"] < 0.0


def test_mates_are_counted_at_home_and_by_the_ready():
    alone, together = filled(somebody(), somebody()), filled(somebody(), somebody(), together=True)
    assert (alone.means[0, 0]["mates"], together.means[0, 0]["mates"]) == (0.0, 2.0)
    assert alone.places[0]["mates"][:2].tolist() == [2.0, 0.0]
    assert together.places[0]["mates"][:2].tolist() == [0.0, 2.0]
    assert together.places[0]["ready"] == 2.0


def test_a_mate_without_a_phone_listens_and_is_not_listened_for():
    strata = filled(somebody(), somebody(supported=NO_WEEK), together=True)
    assert strata.means[0, 0]["mates"] == 1.0
    assert strata.places[0]["mates"][0] == strata.places[0]["ready"] == 1.0
