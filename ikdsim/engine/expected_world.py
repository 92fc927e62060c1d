"""The mean-field twin's world: expected residents by place, cell and stage, and what happens to them in a week."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.engine.cells import Cells
from ikdsim.engine.offers import Offers
from ikdsim.resident import stages as s
from ikdsim.resident.tables import Tables

GAVE_UP: Final = len(s.STAGES)
"""Favourable again after the last try, with less trust than others."""
ACTIVE_LOSS: Final = GAVE_UP + 1
"""Sum of the own factors of active residents for disenchantment, which disappointments before have raised."""
CONFIRMED_LOSS: Final = ACTIVE_LOSS + 1
"""The same sum for confirmed residents."""
TRIES: Final = CONFIRMED_LOSS + 1
"""Ready and intending with no disappointment so far; those with one, two ... follow. The ready stand in the
compartment of their stage, INTENDING, only in the week in which they came to intend."""

BY_WALK_IN, BY_VISIT, ON_ERRAND = range(3)
NO_CARD, CARD = range(2)


class Expected(NamedTuple):
    """Expected residents, and what happens to them this week."""

    scale: float
    """Residents for whom one of those counted here stands."""
    cells: Cells
    offers: Offers
    tables: Tables
    decision: NDArray[np.float64]
    """Mean hazard of a cell to decide for IKD; shape (weeks, places, cells)."""
    rejection: NDArray[np.float64]
    """The same to reject it."""
    useful: NDArray[np.float64]
    """Mean effect of usefulness."""
    stock: NDArray[np.float64]
    """Shape (places, cells, pools, compartments): the stages, then those above."""
    children: NDArray[np.float64]
    """Residents under 17; shape (places,)."""
    hazard: NDArray[np.float64]
    """This week's hazards of causes that are not an occupation's; shape (places, causes)."""
    users: NDArray[np.float64]
    """Active and confirmed at the end of last week; shape (places,)."""
    lapsed: NDArray[np.float64]
    first_users: NDArray[np.float64]
    """Activated last week as the first of their household, per ready resident; shape (places,)."""
    bound: NDArray[np.float64]
    """Share of the intending who walk in, come to a visit, and of all who run an errand; shape (places, cells, 3)."""
    accept: NDArray[np.float64]
    """Probability to accept IKD on the spot; shape (places, cells, stages)."""
    comers: NDArray[np.float64]
    """Intending and ready residents who turn up, by way; shape (places, 3)."""
    comers_ms: NDArray[np.float64]
    """Officer time they need at a station of speed 1."""
    to_tell: NDArray[np.float64]
    """Others on an errand, without and with a card; shape (places, 2)."""
    to_take: NDArray[np.float64]
    """Those of them who would accept and are ready."""
    to_take_ms: NDArray[np.float64]
    served: NDArray[np.float64]
    """Share of the comers who are activated; shape (places, 3)."""
    told: NDArray[np.float64]
    """Share of those on an errand who have IKD explained, without and with a card; shape (places, 2)."""
    taken: NDArray[np.float64]
    """Share of those on an errand who, if they accept, are activated."""
    stages: NDArray[np.float64]
    """Expected residents after each week; shape (weeks, places, stages)."""
    activations: NDArray[np.float64]
    """Expected activations; shape (weeks, kinds of service points)."""
