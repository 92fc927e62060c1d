"""People around: how the active residents that one knows enter a hazard.

Rogers: who adopts later looks at those who adopted before. Three causes grow with the share of users in the RT and the
place; all three have one form, so that the share may be known later than everything else.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class ContactHazard(NamedTuple):
    """Weekly hazard in an RT whose weighted share of users is c (0-1): rate * (alone + weight * c)."""

    rate: float
    alone: float
    """1 for a cause that works without users around, 0 for one that needs them."""
    weight: float

    def at(self, contacts: NDArray[np.float64]) -> NDArray[np.float64]:
        """The hazard in each RT; `contacts` is the weighted share of users around, 0-1."""
        return self.rate * (self.alone + self.weight * contacts)
