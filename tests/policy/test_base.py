"""A policy is dated, and found by its file."""

import inspect
from dataclasses import dataclass, replace
from datetime import date

import pytest

from ikdsim.clock import week_of
from ikdsim.language import LANGUAGES
from ikdsim.policy import policy_kinds
from ikdsim.policy.base import AnsweringPolicy, Policy


@dataclass(frozen=True, kw_only=True)
class Nothing(Policy):
    kind = "nothing"

    def change(self, conditions, week):
        """Leave everything as it is."""


def test_a_policy_is_in_force_from_the_week_of_its_start_to_that_of_its_end():
    policy = Nothing(name="nothing", start=date(2027, 1, 6), end=date(2027, 1, 11))
    first = week_of(date(2027, 1, 6))
    assert [policy.in_force(first + week) for week in (-1, 0, 1, 2)] == [False, True, True, False]


def test_a_policy_without_an_end_goes_on():
    policy = Nothing(name="nothing", start=date(2027, 1, 6))
    assert policy.in_force(week_of(date(2050, 1, 1)))


@pytest.mark.parametrize("kind", policy_kinds())
def test_every_kind_says_what_it_is_and_who_decides_it(kind):
    cls = policy_kinds()[kind]
    assert cls.kind == kind
    assert inspect.getdoc(cls) != inspect.getdoc(Policy)
    assert set(cls.title) == set(LANGUAGES)
    assert cls.decided_by in ("regency", "province", "centre", "nobody")
    assert cls.__module__ == f"ikdsim.policy.{kind}"


def test_the_base_is_no_kind_of_its_own():
    assert Policy not in policy_kinds().values()


@dataclass(frozen=True, kw_only=True)
class Follower(AnsweringPolicy):
    kind = "follower"
    told: int = 0

    def change(self, conditions, week):
        """Leave everything as it is."""

    def answer(self, seen):
        return replace(self, told=seen)


FIRST = week_of(date(2027, 1, 4))
FOLLOWER = Follower(name="follower", start=date(2027, 1, 4), end=date(2027, 2, 28), review_weeks=3)


def answers(known):
    """What the follower goes by in each of its first weeks, when reviews up to the end of week `known` took place."""
    look_back = lambda week, weeks: week - FIRST if week <= known else None  # noqa: E731
    return [FOLLOWER.answered(FIRST + week, look_back).told for week in range(8)]


def test_a_policy_is_reviewed_before_it_starts_and_then_every_so_many_weeks_while_it_is_in_force():
    assert [week for week in range(-5, 20) if FOLLOWER.reviews(FIRST + week)] == [-1, 2, 5]


def test_in_every_week_the_answer_to_the_last_review_holds():
    assert answers(FIRST + 100) == [-1, -1, -1, 2, 2, 2, 5, 5]


def test_weeks_after_reviews_to_come_go_by_the_last_that_took_place():
    assert answers(FIRST + 2) == [-1, -1, -1, 2, 2, 2, 2, 2]


def test_of_which_nothing_was_seen_it_is_as_the_scenario_says():
    assert answers(FIRST - 10) == [0] * 8


def test_other_policies_are_never_reviewed():
    policy = Nothing(name="nothing", start=date(2027, 1, 4))
    assert not any(policy.reviews(week) for week in range(FIRST - 5, FIRST + 20))
    assert policy.answered(FIRST, lambda *_: 1) is policy
    assert policy.accounts_from is None
