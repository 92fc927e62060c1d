"""Arrays of records: the columns of a resident side by side in memory."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

CACHE_LINE: Final = 64
"""Bytes that memory brings at once: records do not lie across two of them if it can be helped."""


def new_records(count: int, record: np.dtype[np.void]) -> NDArray[np.void]:
    """`count` records of zeros, which begin where a line of cache begins."""
    memory = np.zeros(count * record.itemsize + CACHE_LINE, np.uint8)
    first = -memory.ctypes.data % CACHE_LINE
    records: NDArray[np.void] = memory[first : first + count * record.itemsize].view(record)
    return records


def columns_of(records: NDArray[np.void]) -> dict[str, NDArray[Any]]:
    """The columns of an array of records by name, as views."""
    return {name: records[name] for name in records.dtype.names or ()}


def copied(records: NDArray[np.void]) -> NDArray[np.void]:
    """A copy of an array of records as bytes: numpy would copy them field by field."""
    copy: NDArray[np.void] = records.view(np.uint8).copy().view(records.dtype)
    return copy


def copy_into(records: NDArray[np.void], kept: NDArray[np.void]) -> None:
    """Write `kept` over `records` of the same shape, as bytes."""
    np.copyto(records.view(np.uint8), kept.view(np.uint8))
