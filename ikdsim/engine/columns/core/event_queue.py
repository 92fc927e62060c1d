"""The event queue: which residents to look at in which week. Nobody else is touched.

Each week keeps its rows in chunks of a common store, in the order in which they were entered. A row whose next event
has been set to another week in the meantime is stale and is passed over.
"""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.kernel import inner
from ikdsim.resident.stages import STAGES

CHUNK = 32
"""Rows that stand side by side."""
SPARE = 8
"""One chunk more for so many: room for stale rows, swept when it is full."""
NO_CHUNK = -1


PART: Final = np.dtype(
    [
        ("first", np.int32),
        ("end", np.int32),
        ("first_neighbourhood", np.int32),
        ("end_neighbourhood", np.int32),
        ("free", np.int32),
    ]
)
"""A range of RTs that one thread works on: its rows, its RTs, a free chunk."""
PAGE: Final = np.dtype([("chunk", np.int32), ("filled", np.int32)])
"""A week of a part and a stage: the chunk that is being filled, and the rows in it."""
STORE: Final = np.dtype([("below", np.int32), ("rows", np.uint32, (CHUNK,))])
"""A chunk: the full one of the same week below it, or the next free one; its rows."""


class EventQueue(NamedTuple):
    """Weeks count from 0 here."""

    parts: NDArray[np.void]
    """Records of PART, shape (parts,), about alike in residents."""
    pages: NDArray[np.void]
    """Records of PAGE, shape (parts, weeks, stages): residents who do alike are looked at one after the other."""
    chunks: NDArray[np.void]
    """Records of STORE, shape (parts, chunks)."""


@inner
def part_of(row: int, event_queue: EventQueue) -> int:
    """Number of the part that a row belongs to."""
    part = 0
    while row >= event_queue.parts[part].end:
        part += 1
    return part


@inner
def clear(part: int, event_queue: EventQueue) -> None:
    """Take all rows of `part` out."""
    for week in range(event_queue.pages.shape[1]):
        for stage in range(len(STAGES)):
            event_queue.pages[part, week, stage].chunk = NO_CHUNK
    last = event_queue.chunks.shape[1] - 1
    for chunk in range(last):
        event_queue.chunks[part, chunk].below = chunk + 1
    event_queue.chunks[part, last].below = NO_CHUNK
    event_queue.parts[part].free = 0


@inner
def enter(part: int, week: int, stage: int, row: int, event_queue: EventQueue) -> bool:
    """Enter `row` in `week`; False if there is no room left before stale rows are swept out."""
    page = event_queue.pages[part, week, stage]
    if page.chunk == NO_CHUNK or page.filled == CHUNK:
        free = event_queue.parts[part].free
        if free == NO_CHUNK:
            return False
        event_queue.parts[part].free = event_queue.chunks[part, free].below
        event_queue.chunks[part, free].below = page.chunk
        page.chunk = free
        page.filled = 0
    event_queue.chunks[part, page.chunk].rows[page.filled] = row
    page.filled += 1
    return True


@inner
def take_chunk(part: int, week: int, stage: int, rows: NDArray[np.uint32], event_queue: EventQueue) -> int:
    """Take the uppermost chunk of a page out and put its rows into `rows`; returns their number, 0 if none is left."""
    page = event_queue.pages[part, week, stage]
    if page.chunk == NO_CHUNK:
        return 0
    number, count = page.chunk, page.filled
    chunk = event_queue.chunks[part, number]
    for k in range(count):
        rows[k] = chunk.rows[k]
    page.chunk = chunk.below
    page.filled = CHUNK
    chunk.below = event_queue.parts[part].free
    event_queue.parts[part].free = number
    return int(count)


@inner
def take_week(part: int, week: int, rows: NDArray[np.uint32], event_queue: EventQueue) -> int:
    """Take all rows of a week out, stage by stage, and put them into `rows`; returns their number."""
    count = 0
    for stage in range(event_queue.pages.shape[2]):
        taken = take_chunk(part, week, stage, rows[count:], event_queue)
        while taken:
            count += taken
            taken = take_chunk(part, week, stage, rows[count:], event_queue)
    return count
