"""Traits: what a resident is like, as far as it makes them move more or less readily than others."""

from typing import Any, NamedTuple

import numpy as np

from ikdsim import randomness
from ikdsim.kernel import rule
from ikdsim.resident import draw_numbers as d
from ikdsim.resident.columns import LEVELS

_LEVEL_BITS = LEVELS.bit_length() - 1
_DRAW_BITS = randomness.ONE.bit_length() - 1


class Traits(NamedTuple):
    """What own factors read of one resident (see factors.py)."""

    online: int
    """1 if the resident has data and signal at home, else 0."""
    band: int
    """Position in AGE_BANDS."""
    literacy: int
    """Digital literacy, 0-255 (see LEVELS)."""
    trust: int
    """Trust now, 0-255."""
    inclination: int
    """Rank in willingness, 0-255, see inclination_of."""
    compelled: bool
    """Whether IKD is taken for want of a card this week, or because it came before a service or was required."""
    place: int
    """Number of the place."""


@rule
def inclination_of(seed: int, resident: int, life: int) -> int:
    """Rank of a resident in willingness to use IKD, 0-255, all equally frequent; it never changes.

    `life` is 1 for the newcomer of a row, see factors.py. What a rank does to the readiness to be persuaded and to
    decide, the table `willing` says.
    """
    return int(
        np.int64(randomness.uniform_draw(seed, resident, d.INCLINATION_DRAW, life) >> (_DRAW_BITS - _LEVEL_BITS))
    )


@rule
def traits_of(person: Any, band: int, trust: int, inclination: int, compelled: bool) -> Traits:
    """Traits of somebody in a record of PERSON; all numbers of one type, lest rules be compiled for each mixture."""
    online, literacy = int(np.int64(person.online)), int(np.int64(person.literacy))
    levels = (int(np.int64(trust)), int(np.int64(inclination)))
    return Traits(online, int(np.int64(band)), literacy, levels[0], levels[1], compelled, int(np.int64(person.place)))


@rule
def with_trust(who: Traits, trust: int) -> Traits:
    """The same resident with another trust, 0-255."""
    level = int(np.int64(trust))
    return Traits(who.online, who.band, who.literacy, level, who.inclination, who.compelled, who.place)
