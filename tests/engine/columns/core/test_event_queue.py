"""Rows come out of the event queue in their week, once; stale rows are swept out when it is full."""

from datetime import date
from types import SimpleNamespace

import numpy as np
import pytest

from ikdsim.engine.columns.core import event_queue as pages
from ikdsim.engine.columns.core import next_event as alarms
from ikdsim.engine.columns.core.event_queue import CHUNK, NO_CHUNK
from ikdsim.engine.columns.state import new_event_queue
from ikdsim.resident.columns import NO_WEEK
from ikdsim.resident.stages import AWARE, STAGES, UNAWARE
from tests.factories import LIVELY, called, make_model

schedule = called(alarms.schedule)
clear, enter, take_week = called(pages.clear), called(pages.enter), called(pages.take_week)
part_of = called(pages.part_of)

FIRST_PART = 0
ROWS_OF_PLACES = (100, 60, 140)
STARTS_OF_RTS = (0, 50, 100, 125, 160, 235, 300)
WEEKS = 4


def three_places():
    """Two RTs in each of three places of 100, 60 and 140 residents."""
    return SimpleNamespace(neighbourhood_start=np.array(STARTS_OF_RTS, np.int32))


@pytest.fixture
def event_queue():
    made = new_event_queue(three_places(), 1, WEEKS)
    clear(FIRST_PART, made)
    return made


def taken(event_queue, week):
    """The rows of a week, which is empty afterwards."""
    rows = np.zeros(event_queue.chunks[FIRST_PART].size * CHUNK, np.uint32)
    return rows[: take_week(FIRST_PART, week, rows, event_queue)].tolist()


def fill(event_queue, week=0):
    """Enter rows in one week until there is no room; returns how many there was room for."""
    count = 0
    while enter(FIRST_PART, week, UNAWARE, count, event_queue):
        count += 1
    return count


def test_a_row_comes_out_in_its_week_and_in_no_other(event_queue):
    assert enter(FIRST_PART, 2, UNAWARE, 17, event_queue)
    assert [taken(event_queue, week) for week in range(WEEKS)] == [[], [], [17], []]


def test_a_week_that_was_taken_is_empty(event_queue):
    enter(FIRST_PART, 2, UNAWARE, 17, event_queue)
    assert taken(event_queue, 2) == [17]
    assert taken(event_queue, 2) == []


def test_a_week_of_many_chunks_comes_out_stage_by_stage_and_each_row_once(event_queue):
    rows = np.random.default_rng(1).permutation(sum(ROWS_OF_PLACES))
    stages = rows % 3
    for row, stage in zip(rows.tolist(), stages.tolist(), strict=True):
        enter(FIRST_PART, 1, stage, row, event_queue)
    out = np.array(taken(event_queue, 1))
    assert sorted(out.tolist()) == list(range(sum(ROWS_OF_PLACES)))
    assert (np.diff(out % 3) >= 0).all()


def test_a_week_can_be_filled_again_after_it_was_taken(event_queue):
    for row in (1, 2, 3):
        enter(FIRST_PART, 1, AWARE, row, event_queue)
        assert taken(event_queue, 1) == [row]


def test_everybody_has_room_even_if_each_week_and_stage_begins_a_chunk(event_queue):
    pages = [(week, stage) for week in range(WEEKS) for stage in range(len(STAGES))]
    rest = sum(ROWS_OF_PLACES) - len(pages)
    for row, (week, stage) in enumerate(pages + [(0, UNAWARE)] * rest):
        assert enter(FIRST_PART, week, stage, row, event_queue)
    assert [len(taken(event_queue, week)) for week in range(WEEKS)] == [len(STAGES) + rest] + [len(STAGES)] * (
        WEEKS - 1
    )


def test_a_full_event_queue_says_so_and_loses_nobody(event_queue):
    count = fill(event_queue)
    assert count >= sum(ROWS_OF_PLACES)
    assert not enter(FIRST_PART, 3, AWARE, 7, event_queue)
    assert sorted(taken(event_queue, 0)) == list(range(count))


def test_rows_that_are_taken_out_make_room(event_queue):
    count = fill(event_queue)
    taken(event_queue, 0)
    assert fill(event_queue, week=3) == count


def test_a_cleared_event_queue_is_empty_and_has_all_its_room(event_queue):
    count = fill(event_queue)
    clear(FIRST_PART, event_queue)
    assert [taken(event_queue, week) for week in range(WEEKS)] == [[]] * WEEKS
    assert fill(event_queue) == count


@pytest.mark.parametrize("count", range(1, 9))
def test_parts_are_ranges_of_whole_rts_that_cover_everybody(count):
    event_queue = new_event_queue(three_places(), count, WEEKS)
    parts = event_queue.parts
    assert 1 <= len(parts) <= min(count, len(STARTS_OF_RTS) - 1)
    assert len(parts) == count or count > 4
    assert parts["first"].tolist() == [STARTS_OF_RTS[rt] for rt in parts["first_neighbourhood"]]
    assert parts["end"].tolist() == [STARTS_OF_RTS[rt] for rt in parts["end_neighbourhood"]]
    assert parts["first"].tolist() == [0, *parts["end"][:-1]]
    assert parts["end"][-1] == sum(ROWS_OF_PLACES)
    by_search = np.searchsorted(parts["end"], np.arange(sum(ROWS_OF_PLACES)), side="right")
    assert [part_of(row, event_queue) for row in range(sum(ROWS_OF_PLACES))] == by_search.tolist()


def test_parts_are_about_alike_in_residents():
    parts = new_event_queue(three_places(), 2, WEEKS).parts
    assert (parts["end"] - parts["first"]).tolist() == [160, 140]


def test_each_part_of_an_event_queue_has_its_own_weeks():
    event_queue = new_event_queue(three_places(), 2, WEEKS)
    for part in (0, 1):
        clear(part, event_queue)
    enter(1, 0, UNAWARE, 299, event_queue)
    assert taken(event_queue, 0) == []
    assert take_week(1, 0, np.zeros(CHUNK, np.uint32), event_queue) == 1


def crowd(model):
    """Take all room of the weeks after next week for somebody who is not due in any of them."""
    event_queue = model.engine.core.event_queue
    nobody = int(np.flatnonzero(model.engine.state().next_event == NO_WEEK)[0])
    for week in range(event_queue.pages.shape[1] - 1, model.week + 1, -1):
        for stage in range(len(STAGES)):
            while enter(FIRST_PART, week, stage, nobody, event_queue):
                pass


def is_swept(event_queue):
    """Whether the last week, which a crowd fills first, has one chunk at most."""
    top = event_queue.pages[FIRST_PART, -1, UNAWARE]["chunk"]
    return top == NO_CHUNK or event_queue.chunks[FIRST_PART, top]["below"] == NO_CHUNK


def test_an_event_queue_full_of_stale_rows_is_swept_and_changes_nothing():
    usual, crowded = (make_model(end=date(2024, 12, 29), scale=100.0, parameters=LIVELY) for _ in range(2))
    for week in range(1, usual.last_week + 1):
        if week in (10, 20, 30):
            crowd(crowded)
            assert not is_swept(crowded.engine.core.event_queue)
        usual.step()
        crowded.step()
        assert np.array_equal(usual.engine.state().standing, crowded.engine.state().standing), f"week {week}"
        assert is_swept(crowded.engine.core.event_queue)


def test_a_next_event_set_where_there_is_no_room_finds_room():
    model = make_model()
    crowd(model)
    somebody = int(np.flatnonzero(model.engine.state().next_event == NO_WEEK)[-1])
    schedule(somebody, 5, model.engine.core)
    week = taken(model.engine.core.event_queue, 5)
    assert sorted(week) == np.flatnonzero(model.engine.state().next_event == 5).tolist()
    assert somebody in week
