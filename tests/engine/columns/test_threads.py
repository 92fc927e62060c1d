"""Arrivals of several parts form one queue, and each part gets back what its own people are to draw."""

import numpy as np

from ikdsim.engine.columns.core.queues import Arrivals
from ikdsim.engine.columns.threads import joined, parted
from ikdsim.service.queue import FOR_IKD, LAST_ROW, ROW_BITS, queue_key

STATION = 3


def part(rows, draws):
    """The people in these rows, at one station, with these draws."""
    keys = [queue_key(STATION, FOR_IKD, drawn, k) for k, drawn in enumerate(draws)]
    return Arrivals(np.array(rows, np.uint32), np.sort(np.array(keys, np.int64)), np.zeros(len(rows), np.int64))


NORTH, NOBODY, SOUTH = part([2, 5, 9], [280, 40, 160]), part([], []), part([11, 12], [80, 360])


def test_the_queue_stands_in_the_order_of_all_draws():
    queue = joined([NORTH, NOBODY, SOUTH])
    assert queue.rows[queue.keys & LAST_ROW].tolist() == [5, 11, 9, 2, 12]
    assert ((queue.keys >> ROW_BITS) & 0xFF).tolist() == [10, 20, 40, 70, 90]


def test_each_part_gets_back_its_own():
    queue = joined([NORTH, NOBODY, SOUTH])
    queue.to_renew[:] = queue.rows
    back = parted(queue, [NORTH, NOBODY, SOUTH])
    assert [own.to_renew.tolist() for own in back] == [[2, 5, 9], [], [11, 12]]
    assert [own.rows.tolist() for own in back] == [[2, 5, 9], [], [11, 12]]
