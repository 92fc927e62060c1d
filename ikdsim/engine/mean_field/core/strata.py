"""Strata: residents of a place who are alike, in means, and who of them is ready to be activated.

In a stratum two pools are told apart exactly: the ready, who can be activated (17, recorded, with a supported phone),
and those who wait for it. Who turns 17 in the run joins then.
"""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.resident import stages as s
from ikdsim.resident.columns import OCCUPATIONS

POOLS: Final = 2
WAITING_POOL, READY_POOL = range(POOLS)
LEVELS: Final = 6
"""Levels of readiness in a stratum."""
NO_CHANGE: Final = -1
MOST_MATES: Final = 16
"""Of somebody's household members who are ready, those beyond this number are not told apart."""


LIFE: Final = np.dtype(
    [
        ("row", np.uint32),
        ("since", np.int16),
        ("until", np.int16),
        ("stratum", np.int16),
        ("level", np.uint8),
        ("stage", np.uint8),
        ("life", np.uint8),
        ("inclination", np.uint8),
    ]
)
"""Somebody in a row, in its first life or the second: the weeks from `since` to before `until`; the stratum, -1 for
those under 17 throughout; the level of readiness in it; the stage at the start as an adult; the rank in willingness."""


class Strata(NamedTuple):
    """The strata of all places."""

    means: NDArray[np.void]
    """Records of `means_type`; shape (places, strata)."""
    places: NDArray[np.void]
    """Records of PLACE_MEANS; shape (places,)."""
    start: NDArray[np.float64]
    """Adults before the first week; shape (places, strata, pools)."""
    enter: NDArray[np.float64]
    """Residents who turn 17, and adults who arrive, by the stage they are in; shape (weeks, places, strata, pools,
    stages)."""
    leave: NDArray[np.float64]
    """Share of adults who leave the region or die; shape (weeks, places, strata, pools)."""
    card: NDArray[np.float64]
    """Share of adults who have a printed card at the start of each week; shape (weeks + 1, places, strata, pools)."""
    recorded: NDArray[np.float64]
    """Share of adults who are recorded, at a desk; shape (weeks, places, strata)."""
    ready: NDArray[np.float64]
    """Share of the waiting who become ready; shape (weeks, places, strata)."""
    instructed: NDArray[np.float64]
    """Share of adults who are told to activate IKD; shape (weeks, places, strata)."""
    changed: NDArray[np.int64]
    """Which of `later_means` hold from each week on, NO_CHANGE if those before do; shape (weeks,)."""
    later_means: NDArray[np.void]
    """Means after residents have gained literacy, trust or a connection; shape (changes, places, strata)."""


PLACE_MEANS: Final = np.dtype(
    [
        ("residents", np.float64),  # children included
        ("ready", np.float64),  # in the middle of the run, at least 1
        ("mates", np.float64, (MOST_MATES,)),  # share of the ready who have so many ready household members
    ]
)
"""What the strata of a place share."""


def means_type(most_tries: int) -> np.dtype[np.void]:
    """A stratum: means over its residents; own factors are those at the age of the first week.

    - `factor`: own factor for each rival cause of each stage; for reconsideration, the mean of opponents; for
      persuasion online, the ratio to that for persuasion
    - `given_up`: the same for the favourable whom disappointments have made give up; for the decision, relative to the
      others
    - `disenchanted`: of the active for disenchantment, by disappointments before
    - `turn_up_growth`, `errand_growth`: how much the factors for turning up and on errands grow until the last week
    - `share`: of its residents, by level of readiness
    - `openness`, `decisiveness`: how readily those of a level are persuaded, and decide
    - `embittered`: chance that a disappointment makes an opponent
    - `opposed`: chance to be against IKD from the start
    - `turn_up_spread`: variance of the factor for turning up, relative to the square of its mean
    - `errand`: factor on errands
    - `handling_ms`: officer time for one activation at a station whose time factor is 1
    - `mates`: others in the household who are ready in the middle of the run
    - `already_aware`: chance to have heard of IKD before the first week
    - `occupation`: share of each
    """
    return np.dtype(
        [
            ("factor", np.float64, (len(s.STAGES), s.MOST_RIVALS)),
            ("given_up", np.float64, (s.MOST_RIVALS,)),
            ("disenchanted", np.float64, (most_tries,)),
            ("turn_up_growth", np.float64),
            ("turn_up_spread", np.float64),
            ("errand_growth", np.float64),
            ("share", np.float64, (LEVELS,)),
            ("openness", np.float64, (LEVELS,)),
            ("decisiveness", np.float64, (LEVELS,)),
            ("embittered", np.float64),
            ("opposed", np.float64),
            ("errand", np.float64),
            ("handling_ms", np.float64),
            ("mates", np.float64),
            ("already_aware", np.float64),
            ("occupation", np.float64, (len(OCCUPATIONS),)),
        ]
    )
