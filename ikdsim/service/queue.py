"""The queue at a service point: officer time runs out, and the rest go home.

Those who turn up are served in an order drawn at random. Capacities are never rounded away: the last resident is served
with the probability of the fraction that is left, and then the time is gone, served or not.
"""

from ikdsim.kernel import rule
from ikdsim.randomness import ONE

ROW_BITS = 22
DRAW_BITS = 32
LAST_ROW = (1 << ROW_BITS) - 1
"""The bits of a queue key that hold the arrival; a week has fewer arrivals than this."""


@rule
def gets_turn(left_ms: int, needed_ms: int, drawn: int) -> bool:
    """Whether a resident who needs `needed_ms` of officer time is served when `left_ms` are left, by a uniform draw."""
    if left_ms >= needed_ms:
        return True
    return drawn * needed_ms < left_ms * float(ONE)


@rule
def queue_key(station: int, drawn: int, arrival: int) -> int:
    """Number by which a week's arrivals are ordered: by station, then at random, then by row."""
    return (station << (DRAW_BITS + ROW_BITS)) | (drawn << ROW_BITS) | arrival
