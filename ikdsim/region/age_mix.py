"""The age mix of the 2020 census: the share of residents below an age."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.provenance import Parameters

BAND_ENDS: Final = (8, 24, 40, 56, 60, 75, 95)
"""Age at which each band ends, years: the generations of the 2020 census, the eldest cut at 60 and 75."""


def band_shares(parameters: Parameters) -> NDArray[np.float64]:
    """Share of residents in each age band, shape (bands,); they sum to 1."""
    from_56, from_60, from_75 = (parameters.value(f"population.age_{age}_and_over") for age in (56, 60, 75))
    under_56 = ("0_to_7", "8_to_23", "24_to_39", "40_to_55")
    bands = [parameters.value(f"population.age_{band}") for band in under_56]
    shares = np.array([*bands, from_56 - from_60, from_60 - from_75, from_75], np.float64)
    return shares / float(shares.sum())


def share_below(age: float, parameters: Parameters) -> float:
    """Share of residents younger than `age` years in the census mix."""
    return float(np.interp(age, *curve(parameters)))


def curve(parameters: Parameters) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Ages, and the share of residents below each of them."""
    ends = np.array([0, *BAND_ENDS], np.float64)
    return ends, np.concatenate([[0.0], band_shares(parameters).cumsum()])
