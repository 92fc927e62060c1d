"""The columns engine: results do not depend on the number of threads, nor on when it changes."""

from datetime import date

import numpy as np
import pytest

from ikdsim.agents.resident import Resident
from ikdsim.branch import branch_from
from ikdsim.engine.columns.engine import PARTS_OF_A_THREAD
from ikdsim.model import IkdModel
from tests.factories import LIVELY, assert_same_world, make_model, make_scenario, run_to

END = date(2025, 6, 29)
SCALE = 100.0
HALFWAY = 60


def two_years_and_a_half():
    return make_model(end=END, scale=SCALE, parameters=LIVELY)


@pytest.fixture(scope="module")
def in_one_thread():
    model = two_years_and_a_half()
    model.run()
    return model


def in_threads(count):
    model = two_years_and_a_half()
    model.engine.resume(model.week, threads=count)
    assert len(model.engine.core.event_queue.parts) == (1 if count == 1 else count * PARTS_OF_A_THREAD)
    return model


@pytest.mark.parametrize("count", [1, 2, 3])
def test_any_number_of_threads_gives_the_same_run(count, in_one_thread):
    model = in_threads(count)
    model.run()
    assert_same_world(model, in_one_thread)
    assert np.array_equal(model.observations.adoption.stages, in_one_thread.observations.adoption.stages)
    assert np.array_equal(model.observations.service_load.counts, in_one_thread.observations.service_load.counts)
    assert model.activated > 100


def test_totals_are_added_up_every_week():
    alone, shared = two_years_and_a_half(), in_threads(3)
    while alone.week < alone.last_week:
        alone.step()
        shared.step()
        assert np.array_equal(alone.engine.world.counters.totals, shared.engine.world.counters.totals)
        assert np.array_equal(alone.engine.world.counters.stage_by_place, shared.engine.world.counters.stage_by_place)
        assert not shared.engine.core.totals.view(np.int64).any()
        assert not shared.engine.core.moved.any()
    assert alone.engine.world.counters.totals["lapses"].any()


def test_a_run_may_change_its_number_of_threads_on_the_way(in_one_thread):
    model = in_threads(2)
    for week, threads in ((HALFWAY, 3), (HALFWAY + 10, 1)):
        run_to(model, week)
        model.engine.resume(week, threads)
    model.run()
    assert_same_world(model, in_one_thread)


def test_a_snapshot_of_two_threads_goes_on_in_one_and_the_other_way_round(in_one_thread):
    for before, after in ((2, 1), (1, 2)):
        model = in_threads(before)
        run_to(model, HALFWAY)
        branched = branch_from(model.snapshot(), model.setup)
        branched.engine.resume(HALFWAY, after)
        branched.run()
        assert_same_world(branched, in_one_thread)


def test_a_stage_written_between_weeks_counts_in_any_number_of_threads():
    alone, shared = two_years_and_a_half(), in_threads(2)
    for model in (alone, shared):
        run_to(model, HALFWAY)
        for row in range(0, len(model.residents.place), 4):
            Resident.at(model, row).stage = "confirmed"
    assert_same_world(shared, alone)
    for model in (alone, shared):
        model.run()
    assert_same_world(shared, alone)


def test_the_diary_is_the_same_in_any_number_of_threads(in_one_thread):
    busy = int(np.argmax(in_one_thread.engine.state().errands))
    diaries = []
    for threads in (1, 2):
        model = IkdModel(make_scenario(end=END, parameters=LIVELY), scale=SCALE, watch=busy)
        model.engine.resume(model.week, threads)
        model.run()
        diary = model.engine.world.diary
        diaries.append(diary.rows[: diary.length[0]].tolist())
    assert len(diaries[0]) > 1
    assert diaries[0] == diaries[1]
