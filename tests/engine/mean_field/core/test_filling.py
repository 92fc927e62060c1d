"""Somebody counts in a stratum as what she or he is, from the day on which she or he is 17."""

import numpy as np

from ikdsim.clock import WEEKS_PER_YEAR
from ikdsim.engine.mean_field.core.filling import adults, fill_strata
from ikdsim.engine.mean_field.core.strata import LIFE, READY_POOL, WAITING_POOL, Strata
from ikdsim.resident import stages as s
from ikdsim.resident.columns import NO_WEEK, PERSON
from ikdsim.resident.confirmation import DISENCHANTMENT_SLOT
from ikdsim.resident.implementation import adult_week
from ikdsim.resident.tables import as_record, build_tables
from tests.engine.mean_field.factories import make_strata
from tests.factories import HIGH, LOW, MIDDLE, make_parameters

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


def filled(*people: np.ndarray, together: bool = False) -> Strata:
    """The sums of a stratum of these people, each in a household alone or all in one."""
    strata = make_strata(WEEKS[1], TABLES.most_tries)
    for array in (strata.means, strata.places, strata.start, strata.card):
        array[:] = np.zeros((), array.dtype)
    rows = np.concatenate(people)
    opens = np.zeros(len(rows), np.uint8) if together else np.ones(len(rows), np.uint8)
    lives = np.zeros(len(rows), LIFE)
    lives["until"], lives["inclination"] = NO_WEEK, MIDDLE
    fill_strata(strata, WEEKS, rows, lives, opens, as_record(TABLES))
    assert strata.means["occupation"][0, 0].sum() == len(rows)
    return strata


def test_seventeen_is_adult():
    people = np.concatenate([somebody(17.0), somebody(16.9)])
    assert adults(people, 1).tolist() == [True, False]
    assert adults(people, 9).tolist() == [True, True]


def test_an_adult_with_record_and_phone_is_ready_from_the_start():
    strata = filled(somebody(card=1), somebody())
    assert strata.start[0, 0].tolist() == [0.0, 2.0]
    assert strata.card[0, 0, 0].tolist() == [0.0, 1.0]
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
    entered = strata.enter[week, 0, 0]
    assert np.allclose(entered[[WAITING_POOL, READY_POOL]].sum(axis=-1), 1.0)
    assert np.allclose(entered[:, s.REFUSING], TABLES.opposed_by_trust[MIDDLE])
    assert np.flatnonzero(strata.ready[:, 0, 0]).tolist() == [15 - WEEKS[0]]
    assert not strata.start.any()


def test_disappointments_make_disenchantment_more_likely_and_new_decisions_less():
    means = filled(somebody()).means[0, 0]
    assert (np.diff(means["disenchanted"]) > 0.0).all()
    assert means["disenchanted"][0] == means["factor"][s.ACTIVE, DISENCHANTMENT_SLOT]
    assert means["given_up"][0] < means["factor"][s.FAVOURABLE, 0]


def test_whoever_grows_old_turns_up_less_and_runs_fewer_errands_at_the_end():
    young, old = filled(somebody(30.0)).means[0, 0], filled(somebody(64.8)).means[0, 0]
    assert young["turn_up_growth"] == young["errand_growth"] == 0.0
    assert max(old["turn_up_growth"], old["errand_growth"]) < 0.0


def test_reconsideration_is_that_of_the_opposed():
    trust = [HIGH, LOW]
    weighed = (TABLES.decides_by_trust * TABLES.opposed_by_trust)[trust].sum()
    assert np.isclose(filled(*(somebody(trust=level) for level in trust)).means["factor"][0, 0, s.REFUSING, 0], weighed)


def test_a_record_in_the_week_of_the_17th_birthday_counts_the_week_after():
    birthday = int(adult_week(somebody(16.9)[0]["birth_week"]))
    strata = filled(somebody(16.9, recorded=birthday), somebody(recorded=5))
    assert np.flatnonzero(strata.recorded[:, 0, 0]).tolist() == sorted([5 - WEEKS[0], birthday + 1 - WEEKS[0]])


def test_cards_follow_those_who_hold_them():
    strata = filled(somebody(card=1, supported=8))
    assert strata.card[:, 0, 0].cumsum(axis=0)[[0, 7, 8]].tolist() == [[1.0, 0.0], [1.0, 0.0], [0.0, 1.0]]


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
