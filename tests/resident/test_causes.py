"""The causes that compete in each stage, and where each leads."""

import numpy as np
import pytest

from ikdsim.resident import causes as c
from ikdsim.resident import stages as s


def test_every_event_has_a_name_of_its_own():
    assert len(set(c.EVENTS)) == len(c.EVENTS)
    assert c.EVENTS[c.ERRAND] == "errand"
    assert c.EVENTS[c.ADULT] == "adult"
    assert c.EVENTS[c.GAVE_UP] == "gave_up"


@pytest.mark.parametrize("stage", range(len(s.STAGES)))
def test_the_table_lists_the_rivals_of_a_stage_and_nothing_else(stage):
    count = c.RIVAL_COUNT[stage]
    assert tuple(c.RIVALS[stage, :count]) == c.RIVALS_OF_STAGE[stage]
    assert (c.RIVALS[stage, count:] == -1).all()
    assert count >= 1  # no stage is a dead end


@pytest.mark.parametrize("stage", range(len(s.STAGES)))
def test_a_cause_leads_out_of_its_stage_unless_it_leads_to_a_desk(stage):
    to_a_desk = {c.WALK_IN, c.VISIT, c.REMOTE}
    for cause in set(c.RIVALS_OF_STAGE[stage]) - to_a_desk:
        assert c.TARGETS[cause] != stage


def test_every_cause_but_the_errand_competes_somewhere():
    assert set(np.unique(c.RIVALS)) - {-1} == set(range(len(c.CAUSES))) - {c.ERRAND}


def test_nobody_becomes_active_without_a_desk():
    assert s.ACTIVE not in c.TARGETS


def test_the_way_to_adoption_is_that_of_rogers():
    def leads(stage, target):
        return target in c.TARGETS[list(c.RIVALS_OF_STAGE[stage])]

    assert leads(s.UNAWARE, s.AWARE)
    assert leads(s.AWARE, s.FAVOURABLE)
    assert leads(s.FAVOURABLE, s.INTENDING)
    assert leads(s.ACTIVE, s.CONFIRMED)
    assert leads(s.REFUSING, s.AWARE)  # who reconsiders has still to be persuaded
    assert leads(s.LAPSED, s.INTENDING)
    assert not leads(s.UNAWARE, s.INTENDING)
