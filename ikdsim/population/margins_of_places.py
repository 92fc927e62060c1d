"""Margins of places: residents, recorded, adults, ages, households and RTs.

Residents and recorded must be the table's own. A place with more recorded residents than the census mix has
adults cannot keep that mix: its ages give way, and its margin says so.
"""

from collections.abc import Iterator
from itertools import pairwise
from math import sqrt
from typing import Final

import numpy as np

from ikdsim.clock import week_of, week_of_birthday
from ikdsim.population.ages import adults_wanted, years_old
from ikdsim.population.devices import OLD_AGE
from ikdsim.population.margins import STANDARD_ERRORS, Margin
from ikdsim.provenance import Parameters
from ikdsim.region.age_mix import BAND_ENDS, share_below
from ikdsim.region.places import RURAL, URBAN, Place
from ikdsim.region.region import Region
from ikdsim.resident.columns import ADULT_AGE, Residents

ROUNDING: Final = 0.99
"""Deviation of a count that rounding explains; at scale 1 counts are whole numbers and must be equal."""
WHOLE_WEEKS: Final = 0.0005
"""Share of adults that may change their age band because births are kept in whole weeks."""
RULE_OF_RECORDING: Final = "KTP-el is for those of 17 or over; marriage before 17 is left out"


def place_margins(residents: Residents, region: Region, parameters: Parameters) -> Iterator[Margin]:
    """Residents, recorded residents and adults of each place, on the day of the table."""
    table_week = week_of(region.table_date)
    per_person = len(residents.place) / sum(place.residents for place in region.places)
    for number, place in enumerate(region.places):
        rows = slice(residents.place_start[number], residents.place_start[number + 1])
        born, recorded = residents.birth_week[rows], residents.recorded_week[rows] <= table_week
        counts = {
            "residents": (place.residents, len(born)),
            "recorded": (place.recorded, int(recorded.sum())),
        }
        for label, (wanted, got) in counts.items():
            source = region.table_source
            yield Margin(label, place.name, wanted * per_person, got, ROUNDING, "count", source)
        adults = born <= table_week - week_of_birthday(0, ADULT_AGE)
        yield _adults(place, float(adults.mean()), 1.0 / len(born), parameters)


def minors_margin(residents: Residents) -> Margin:
    """Residents recorded before they turned 17: there must be none."""
    early = residents.recorded_week < residents.birth_week + week_of_birthday(0, ADULT_AGE)
    return Margin("recorded_under_17", "", 0.0, int(early.sum()), 0.0, "count", RULE_OF_RECORDING)


def age_margins(residents: Residents, region: Region, parameters: Parameters) -> Iterator[Margin]:
    """Share of each age band among adults, and of the elderly among all, on the day of the table."""
    table_week = week_of(region.table_date)
    age = years_old(residents.birth_week, table_week)
    adults = np.sort(age[residents.birth_week <= table_week - week_of_birthday(0, ADULT_AGE)])
    ends = [end for end in BAND_ENDS if end > ADULT_AGE]
    below = [share_below(end, parameters) for end in (ADULT_AGE, *ends)]
    found = np.searchsorted(adults, [0, *ends]) / max(len(adults), 1)
    rounding = WHOLE_WEEKS + 2 * len(region.places) / max(len(adults), 1)
    source = parameters["population.age_24_to_39"].source
    for end, wanted, got in zip(ends, pairwise(below), pairwise(found.tolist()), strict=True):
        share = (wanted[1] - wanted[0]) / (1.0 - below[0])
        yield Margin(f"adults_under_{end}", "", share, got[1] - got[0], rounding, "share", source)
    old, got_old = parameters["population.age_60_and_over"], float((age >= OLD_AGE).mean())
    yield Margin("elderly", "", old.value, got_old, rounding, "share", old.source, "older_mix")


def household_margins(residents: Residents, region: Region, parameters: Parameters) -> Iterator[Margin]:
    """Mean persons of a household, and of an RT in kelurahan and in desa."""
    size, largest = (parameters[f"population.household_{what}"] for what in ("size", "largest"))
    households = int(residents.household[-1]) + 1
    others = size.value - 1.0
    spread = sqrt(others * (1.0 - others / (largest.value - 1.0)))
    # the last household of each place is cut where the place ends
    tolerance = STANDARD_ERRORS * spread / sqrt(households) + size.value * len(region.places) / households
    got = len(residents.place) / households
    yield Margin("household_size", "", size.value, got, tolerance, "quotient", size.source)
    for kind in (URBAN, RURAL):
        yield from _neighbourhoods(kind, residents, region, parameters)


def _neighbourhoods(kind: str, residents: Residents, region: Region, parameters: Parameters) -> Iterator[Margin]:
    """Mean persons of an RT; each place rounds its number of RTs, and has at least one."""
    wanted = parameters[f"population.neighbourhood_{kind}"]
    numbers = [number for number, place in enumerate(region.places) if place.kind == kind]
    count = int(np.isin(residents.neighbourhood_place, numbers).sum())
    if count:
        persons = int(np.isin(residents.place, numbers).sum())
        rounding = wanted.value * 0.5 * len(numbers) / count
        label, source = f"neighbourhood_{kind}", wanted.source
        yield Margin(label, "", wanted.value, persons / count, rounding, "quotient", source, "small_place")


def _adults(place: Place, got: float, rounding: float, parameters: Parameters) -> Margin:
    census = 1.0 - share_below(ADULT_AGE, parameters)
    needed = adults_wanted(place.residents, place.recorded, parameters)
    older = needed > round(place.residents * census)
    source = parameters["population.age_8_to_23"].source
    return Margin("adults", place.name, census, got, rounding, "share", source, "older_mix" if older else "")
