"""A policy is dated, and found by its file."""

import inspect
from dataclasses import dataclass
from datetime import date

import pytest

from ikdsim.clock import week_of
from ikdsim.language import LANGUAGES
from ikdsim.policy import policy_kinds
from ikdsim.policy.base import Policy


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
