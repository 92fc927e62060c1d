"""Counters before the first week, and at the start of every week."""

import numpy as np
import pytest

from ikdsim.engine.counters import clear_week, new_counters
from ikdsim.resident.stages import UNAWARE
from tests.factories import make_model


@pytest.fixture
def residents():
    return make_model().residents


def test_before_the_first_week_everybody_is_unaware(residents):
    stages = new_counters(residents, stations=3).stage_by_place
    assert np.array_equal(stages[:, UNAWARE], np.bincount(residents.place))
    assert stages.sum() == len(residents.place)


def test_a_name_and_a_record_are_the_same_memory(residents):
    counters = new_counters(residents, stations=3)
    counters.totals["lapses"] = 1, 2
    counters.load["served"][2] = 7
    assert counters.lapses.tolist() == [1, 2]
    assert counters.served.tolist() == [0, 0, 7]


def test_a_new_week_clears_what_stations_did_and_leaves_the_sums(residents):
    counters = new_counters(residents, stations=3)
    counters.activations_by_channel[1] = counters.came[0] = counters.used_ms[2] = 5
    clear_week(counters)
    assert (counters.activations_by_channel[1], counters.came[0], counters.used_ms[2]) == (5, 0, 0)
