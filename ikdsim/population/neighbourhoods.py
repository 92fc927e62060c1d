"""Neighbourhoods (RT): households side by side, more or less as many people in each."""

import numpy as np
from numpy.typing import NDArray

from ikdsim.population import draw_numbers
from ikdsim.population.draws import Draws
from ikdsim.provenance import Parameters
from ikdsim.randomness import uniforms
from ikdsim.region.places import Place


def neighbourhood_of_households(
    starts: NDArray[np.int64], place: Place, draws: Draws, parameters: Parameters
) -> NDArray[np.int64]:
    """Number of the RT of each household, counted from 0 within the place; shape (households,).

    The place is cut into equal parts, each cut is moved at random, and a household belongs where its first
    member is; a part without any is no RT. The scale leaves the residents of an RT as they are: a smaller
    population has fewer RTs.
    """
    persons = parameters.value(f"population.neighbourhood_{place.kind}")
    count = max(1, round(draws.count / persons))
    moved = uniforms(draws.seed, draws.first, count, draw_numbers.NEIGHBOURHOOD_BOUND) - 0.5
    cuts = np.arange(count) + parameters.value("population.neighbourhood_spread") * moved
    part = np.searchsorted(cuts[1:] * draws.count / count, starts[:-1], side="right")
    return np.cumsum(np.diff(part, prepend=part[0]) > 0)
