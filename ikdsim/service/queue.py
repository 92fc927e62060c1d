"""The queue at a service point: officer time runs out, and the rest go home.

Who has an appointment comes first, then those who came for IKD, then those on an errand; chance orders each group.
Capacities are never rounded away: the last resident is served with the probability of the fraction that is left, and
then the time is gone, served or not. Time for IKD and time of other services are two accounts: explaining IKD on an
errand takes the time of that errand's service, never that of those who came for IKD.
"""

from ikdsim.kernel import rule
from ikdsim.randomness import ONE

ROW_BITS = 22
DRAW_BITS = 30
"""Of a draw's 32 bits, the highest so many order a group; those alike go by row."""
GROUP_BITS = 2
WITH_APPOINTMENT, FOR_IKD, ON_AN_ERRAND = range(3)
"""Groups of a queue, in the order in which they are served."""
LAST_ROW = (1 << ROW_BITS) - 1
"""The bits of a queue key that hold the arrival; a week has fewer arrivals than this."""


@rule
def gets_turn(left_ms: int, needed_ms: int, drawn: int) -> bool:
    """Whether a resident who needs `needed_ms` of officer time is served when `left_ms` are left, by a uniform draw."""
    if left_ms >= needed_ms:
        return True
    return drawn * needed_ms < left_ms * float(ONE)


@rule
def queue_key(station: int, group: int, drawn: int, arrival: int) -> int:
    """Number by which a week's arrivals are ordered: by station, by group, then at random, then by row."""
    queue = (station << GROUP_BITS) | group
    return (queue << (DRAW_BITS + ROW_BITS)) | ((drawn >> (32 - DRAW_BITS)) << ROW_BITS) | arrival
