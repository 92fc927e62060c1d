"""Knowledge: whom the news reaches."""

import numpy as np
import pytest

from ikdsim.resident import knowledge
from ikdsim.resident.ages import AGE_BANDS
from ikdsim.resident.knowledge import ANNOUNCEMENT_SLOT, MEDIA_SLOT, WORD_OF_MOUTH_SLOT
from tests.factories import make_traits

YOUNG_ONLINE = make_traits()
OFFLINE = make_traits(online=0)
OLD = make_traits(band=AGE_BANDS.index("65_and_over"))


def test_media_reach_the_online_and_the_young_first(tables):
    reached = knowledge.own_factor(MEDIA_SLOT, YOUNG_ONLINE, tables)
    assert reached == 1.0
    assert knowledge.own_factor(MEDIA_SLOT, OFFLINE, tables) < reached
    assert knowledge.own_factor(MEDIA_SLOT, OLD, tables) < reached


@pytest.mark.parametrize("slot", [ANNOUNCEMENT_SLOT, WORD_OF_MOUTH_SLOT])
def test_neighbours_and_notices_reach_everybody_alike(slot, tables):
    assert {knowledge.own_factor(slot, who, tables) for who in (YOUNG_ONLINE, OFFLINE, OLD)} == {1.0}


def test_word_of_mouth_grows_with_the_users_around():
    around = np.array([0.0, 0.1, 0.4])
    assert knowledge.word_of_mouth(0.5).at(around) == pytest.approx([0.0, 0.05, 0.2])
