"""Adoption is remembered week by week and place by place."""

import numpy as np

from ikdsim.resident.stages import ACTIVE, CONFIRMED, UNAWARE


def test_every_resident_is_in_one_stage_every_week(finished):
    stages = finished.observations.adoption.stages
    people = np.diff(finished.residents.place_start)
    assert (stages.sum(axis=2) == people).all()


def test_the_last_week_is_where_the_residents_stand(finished):
    stage, place = finished.engine.state().stage, finished.residents.place
    last = finished.observations.adoption.stages[-1]
    for number in range(len(last)):
        assert np.array_equal(np.bincount(stage[place == number], minlength=8), last[number])
    assert last[:, [ACTIVE, CONFIRMED]].sum() == finished.activated > 0


def test_earlier_weeks_are_not_overwritten(finished):
    stages = finished.observations.adoption.stages
    assert stages[0, :, UNAWARE].sum() > stages[-1, :, UNAWARE].sum()
