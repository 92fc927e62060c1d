"""A diary of one watched resident, or of nobody."""

import numpy as np

from ikdsim.engine.diary import DIARY_LENGTH, NOBODY, new_diary
from ikdsim.model import IkdModel
from tests.factories import COARSE, make_model, make_scenario


def test_a_diary_that_nobody_keeps_takes_no_room():
    assert len(new_diary(NOBODY).rows) == 1
    assert len(new_diary(3).rows) == DIARY_LENGTH


def test_only_the_watched_resident_is_written_down():
    busy = make_model()
    busy.run()
    row = int(np.argmax(busy.engine.state().errands))
    watching = IkdModel(make_scenario(), scale=COARSE, watch=row)
    watching.run()
    diary = watching.engine.world.diary
    assert (diary.resident, diary.length[0] > 1) == (row, True)
    assert busy.engine.world.diary.length[0] == 0


def test_watching_changes_nobody():
    plain, watching = make_model(), IkdModel(make_scenario(), scale=COARSE, watch=7)
    for model in (plain, watching):
        model.run()
    assert np.array_equal(plain.engine.state().standing, watching.engine.state().standing)
