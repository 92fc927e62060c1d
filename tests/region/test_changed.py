"""A region with other numbers is the one that its files would give with them."""

from dataclasses import replace

import numpy as np

from ikdsim.calibration.priors import possible_numbers
from ikdsim.region.changed import with_numbers
from ikdsim.region.load import load_region


def without_ways_to_villages(region):
    """Where a desk stands in a place nobody reads the way there: 0 in the place, infinite for others."""
    km = [{desk: km for desk, km in place.km.items() if desk != "village_desk"} for place in region.places]
    return replace(region, places=tuple(replace(place, km=ways) for place, ways in zip(region.places, km, strict=True)))


def test_it_is_the_region_that_is_loaded_with_these_numbers():
    region = load_region("babelan")
    prior = possible_numbers(region)
    scores = np.random.default_rng(3).standard_normal(len(prior.numbers))
    _, values = prior.named(prior.values(scores).tolist())
    values |= {"intensity.Desa Teluk Mati": 0.4, "intensity_on_demand": 1.0}
    assert without_ways_to_villages(with_numbers(region, values)) == without_ways_to_villages(
        load_region("babelan", values)
    )


def test_nothing_changed_is_the_same_region():
    region = load_region("babelan")
    assert with_numbers(region, {}) == region
