"""Beside the cost: money that is not spent on a plan, or not by the office, each with a line of its own.

What the vehicles are still worth at the end, by straight line; the cards that need not be made because their holders
have IKD; and what residents spend on the way to a desk. Minutes that other services lose would be a fourth.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.clock import WEEKS_PER_YEAR
from ikdsim.model import IkdModel

BESIDE_COST: Final = ("rest_value", "cards_saved", "travel")


def beside_cost(model: IkdModel, residents_per_agent: float) -> dict[str, float]:
    """Rupiah over the whole of a finished run, by the names of BESIDE_COST."""
    value, seen = model.parameters.value, model.observations
    activations = float(seen.channels.activations[-1].sum()) * residents_per_agent
    km = float(seen.travel.km.sum()) * residents_per_agent
    return {
        "rest_value": rest_value(seen.spending.vehicles_bought, value("cost.vehicle_life")),
        "cards_saved": activations * value("cost.card_saved"),
        "travel": km * value("cost.travel_km"),
    }


def rest_value(bought: NDArray[np.float64], years: float) -> float:
    """What is left at the end of purchases by week, shape (weeks,), that lose their worth evenly over `years`."""
    age = np.arange(len(bought), 0, -1) / WEEKS_PER_YEAR
    return float((bought * np.maximum(0.0, 1.0 - age / years)).sum())
