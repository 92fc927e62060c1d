"""Errands: residents need KTP-el, KK or a birth certificate, and that brings them to an officer.

Errands come from needs, not from distance: distance decides which desk, and deters a share of them.
"""

import numpy as np

from ikdsim.agency.place import intensity
from ikdsim.clock import WEEKS_PER_YEAR
from ikdsim.region.demand import part_not_deterred
from ikdsim.region.region import DEMAND
from ikdsim.service.service import Opening


def share_errands(opening: Opening) -> None:
    """Divide the errands of each place among the desks that are open, and add them to the supply."""
    weekly = opening.conditions.parameters.value("implementation.errands_per_year") / WEEKS_PER_YEAR
    drawn = opening.attraction.sum(axis=1)
    total = weekly * part_not_deterred(drawn, opening.conditions.parameters)
    share = np.divide(
        opening.attraction,
        drawn[:, None],
        out=np.zeros_like(opening.attraction),
        where=drawn[:, None] > 0,
    )
    places = opening.conditions.places
    asked = np.array([intensity(place, opening.conditions.region, DEMAND) for place in places])
    opening.supply.errand[:] += ((total * asked)[:, None] * share)[opening.place_of_ward]
