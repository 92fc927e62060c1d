"""Activation by family: it spreads in households, and helps where desks have time for those who are invited."""

import pytest

from ikdsim.policy.family_activation import FamilyActivation
from ikdsim.resident import stages as s
from tests.theory.lever import START, assert_nothing_before_its_start, gain, minutes, under, work_otherwise

INVITED = FamilyActivation(name="x", start=START)
TIME_FOR_ALL = {"structure.desk_share": 0.4, "structure.visit_share": 0.7}
IN_NO_TIME = {"structure.asking_family": 0.0}


def test_where_desks_have_time_more_residents_use_ikd_in_every_place():
    assert (gain(INVITED, **TIME_FOR_ALL) > 0.0).all()


def test_the_stronger_an_invitation_the_more_are_won():
    weak, strong = (gain(INVITED, **TIME_FOR_ALL, **{"persuasion.invited": chance}) for chance in (0.25, 0.8))
    assert 0.0 < weak.sum() < strong.sum()


def test_where_desks_are_full_asking_takes_time_from_those_who_came():
    assert gain(INVITED, **{"structure.asking_family": 0.15}).sum() < gain(INVITED, **IN_NO_TIME).sum()
    assert gain(INVITED, **{"structure.asking_family": 0.15}).sum() < 0.0


def test_invitations_make_more_favourable_and_intending():
    stages = [under(*levers, **IN_NO_TIME).run().stages[-1].sum(axis=0) for levers in ((INVITED,), ())]
    further = [before[[s.FAVOURABLE, s.INTENDING, *s.USERS]].sum() for before in stages]
    assert further[0] > further[1]
    assert stages[0].sum() == pytest.approx(stages[1].sum())


def test_no_desk_has_another_minute_and_only_activations_take_longer():
    assert minutes(INVITED) == minutes()
    assert work_otherwise(INVITED).keys() == {"time_factor"}


def test_nobody_changes_before_it():
    assert_nothing_before_its_start(INVITED)
