"""Digital literacy and trust: spread out inside every group, shifted between groups as the studies suggest.

Both are logistic: a level, shifts in log odds, and a bell of the same width for everyone. The studies give
signs, not sizes: the old and those not online handle apps less well (Danil and Rahmadanita 2024), urban
residents hear more of IKD and doubt it more (Anwar 2025). That those who handle apps well trust a little more
is assumed.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.population import draw_numbers
from ikdsim.population.draws import Draws
from ikdsim.provenance import Parameters
from ikdsim.region.places import URBAN, Place
from ikdsim.resident.columns import LEVELS

MIDDLE_AGE: Final = 40
"""Age at which literacy has its level, years."""
YEARS_PER_DECADE: Final = 10


def literacy(
    age: NDArray[np.float32], online: NDArray[np.uint8], place: Place, draws: Draws, parameters: Parameters
) -> NDArray[np.uint8]:
    """Digital literacy of each resident of a place, 0-255, shape (residents,)."""
    decades = (age - MIDDLE_AGE) / YEARS_PER_DECADE
    shift = parameters.value("population.literacy_per_decade") * decades
    shift += parameters.value("population.literacy_online") * online
    shift += parameters.value("population.literacy_urban") * (place.kind == URBAN)
    return _levels("literacy", shift, draws.of(draw_numbers.LITERACY), parameters)


def trust(literacy: NDArray[np.uint8], place: Place, draws: Draws, parameters: Parameters) -> NDArray[np.uint8]:
    """Trust in the office and the app at the start of each resident of a place, 0-255, shape (residents,)."""
    shift = parameters.value("population.trust_literacy") * ((literacy + 0.5) / LEVELS - 0.5)
    shift += parameters.value("population.trust_urban") * (place.kind == URBAN)
    return _levels("trust", shift, draws.of(draw_numbers.TRUST), parameters)


def _levels(
    what: str, shift: NDArray[np.float64], drawn: NDArray[np.float64], parameters: Parameters
) -> NDArray[np.uint8]:
    """Steps 0-255 of a logistic quantity at its level plus `shift`."""
    level, width = (parameters.value(f"population.{what}_{part}") for part in ("level", "width"))
    log_odds = np.log(level / (1.0 - level)) + shift + width * np.log(drawn / (1.0 - drawn))
    steps: NDArray[np.float64] = LEVELS / (1.0 + np.exp(-log_odds))
    return steps.clip(0, LEVELS - 1).astype(np.uint8)
