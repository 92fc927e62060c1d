"""Checks: every margin of a synthetic population beside its source."""

from itertools import chain

from ikdsim.population.margins import Margin
from ikdsim.population.margins_of_people import (
    internet_margins,
    occupation_margins,
    phone_margins,
    recording_margins,
)
from ikdsim.population.margins_of_places import age_margins, household_margins, minors_margin, place_margins
from ikdsim.provenance import Parameters
from ikdsim.region.region import Region
from ikdsim.resident.columns import Residents


def margins(residents: Residents, region: Region, parameters: Parameters) -> list[Margin]:
    """All margins of a synthetic population that have a published or an assumed value."""
    found = chain(
        place_margins(residents, region, parameters),
        [minors_margin(residents)],
        age_margins(residents, region, parameters),
        household_margins(residents, region, parameters),
        occupation_margins(residents, region, parameters),
        recording_margins(residents, region, parameters),
        phone_margins(residents, region, parameters),
        internet_margins(residents, region, parameters),
    )
    return list(found)
