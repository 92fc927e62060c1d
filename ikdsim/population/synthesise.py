"""The synthetic population of a region, place by place.

Residents and recorded residents of each place are the published ones exactly; everything else is drawn from
rates that have a source. Every draw belongs to a resident's number, so a seed always gives the same people.
The residents are invented: no personal data enter. Working place by place, column by column, keeps memory
low.
"""

from collections.abc import Mapping
from typing import Final

import numpy as np

from ikdsim.clock import FIRST_MONDAY, week_of
from ikdsim.errors import BadInput, Fault, nearest
from ikdsim.identity import fingerprint
from ikdsim.population.ages import adults_wanted, birth_weeks, years_old
from ikdsim.population.attitudes import literacy, trust
from ikdsim.population.devices import devices, online, supported_weeks
from ikdsim.population.draws import Draws
from ikdsim.population.households import hand_out, household_starts, roles, sexes, usual_ages
from ikdsim.population.neighbourhoods import neighbourhood_of_households
from ikdsim.population.occupations import occupations
from ikdsim.population.recording import cards, recorded_weeks
from ikdsim.provenance import Parameters
from ikdsim.region.places import Place
from ikdsim.region.region import Region
from ikdsim.region.wards import ward_starts
from ikdsim.resident.columns import LAST_ADDRESS, PERSON, Residents, residents_of
from ikdsim.resident.records import columns_of, new_records

OWN_NUMBERS: Final = "population."
"""The numbers of the register that make residents begin so."""


def synthesise(
    region: Region,
    parameters: Parameters,
    seed: int,
    scale: float = 1.0,
    recorded: Mapping[str, int] | None = None,
) -> Residents:
    """Draw the residents of `region`; each stands for `scale` people, with at least one resident in a place.

    `recorded` replaces the table's number of recorded residents of the places it names. Raises BadInput for a
    scale that is not above 0 or that makes too many residents, for an unknown place and for more recorded than
    residents.
    """
    counts = {place.name: place.recorded for place in region.places} | dict(recorded or {})
    _check(region, scale, counts, parameters)
    totals = [max(1, round(place.residents / scale)) for place in region.places]
    residents = _blank(totals, region, parameters)
    table_week = week_of(region.table_date)
    for number, place in enumerate(region.places):
        draws = Draws(seed, int(residents.place_start[number]), totals[number])
        known = round(counts[place.name] / scale)
        residents.place[draws.rows] = number
        _settle(residents, known, table_week, draws, place, parameters)
        _describe(residents, known, table_week, draws, place, parameters)
    made_from = population_identity(region, parameters, seed, scale, recorded)
    return residents_of(residents.people, _with_neighbourhoods(residents).homes, made_from)


def population_identity(
    region: Region, parameters: Parameters, seed: int, scale: float, recorded: Mapping[str, int] | None = None
) -> str:
    """Hash of all that the residents are made from: people alike in it are the same people."""
    numbers = {name: number.value for name, number in parameters.items() if name.startswith(OWN_NUMBERS)}
    places = [repr(place) for place in region.places]
    table = {"places": places, "date": region.table_date.isoformat(), "recorded": dict(recorded or {})}
    return fingerprint({"numbers": numbers, "table": table, "seed": seed, "scale": float(scale)})


def _check(region: Region, scale: float, recorded: Mapping[str, int], parameters: Parameters) -> None:
    faults = [] if scale > 0 else [Fault("population.scale_not_positive", {"scale": scale})]
    limits = {place.name: place.residents for place in region.places}
    for name, count in recorded.items():
        if name not in limits:
            facts = {"place": name, "nearest": nearest(name, limits)}
            faults.append(Fault("population.unknown_place", facts))
        elif not 0 <= count <= limits[name]:
            counts = {"place": name, "recorded": count, "residents": limits[name]}
            faults.append(Fault("population.recorded_beyond_residents", counts))
    if scale > 0:
        faults += [fault for place in region.places for fault in _address_faults(place, scale, parameters)]
    if faults:
        raise BadInput(faults)


def _address_faults(place: Place, scale: float, parameters: Parameters) -> list[Fault]:
    """A place can have more RTs than there are addresses if one agent stands for a small part of a resident."""
    wanted = place.residents / scale / parameters.value(f"population.neighbourhood_{place.kind}")
    if wanted <= LAST_ADDRESS:
        return []
    return [Fault("population.too_many_neighbourhoods", {"place": place.name, "scale": scale, "most": LAST_ADDRESS})]


def _blank(totals: list[int], region: Region, parameters: Parameters) -> Residents:
    """Columns for the residents of all places, so many in each, still to be filled in."""
    people = new_records(sum(totals), PERSON)
    return Residents(
        people,
        **columns_of(people),
        opens_household=np.zeros(len(people), np.uint8),
        neighbourhood_start=np.empty(0, np.int32),
        neighbourhood_place=np.empty(0, np.uint8),
        place_start=np.concatenate([[0], np.cumsum(totals)]).astype(np.int32),
        ward_start=np.array(ward_starts(region, parameters), np.int64),
        made_from="",
    )


def _settle(r: Residents, recorded: int, table_week: int, draws: Draws, place: Place, parameters: Parameters) -> None:
    """Fill in where the residents of one place live, with whom, their sex and when they were born."""
    rows = draws.rows
    starts = household_starts(draws, parameters)
    sizes = np.diff(starts)
    neighbourhood = neighbourhood_of_households(starts, place, draws, parameters)
    r.address[rows] = neighbourhood.repeat(sizes)
    r.opens_household[draws.first + starts[:-1]] = 1
    role = roles(starts, draws, parameters)
    r.sex[rows] = sexes(role, draws, parameters)
    minors = draws.count - adults_wanted(draws.count, recorded, parameters)
    born = birth_weeks(minors, draws.count - minors, parameters, table_week)
    r.birth_week[rows] = hand_out(born, minors, role, usual_ages(starts, role, draws, parameters))


def _describe(r: Residents, recorded: int, table_week: int, draws: Draws, place: Place, parameters: Parameters) -> None:
    """Fill in what the residents of one place do, have and think."""
    rows = draws.rows
    born, sex = r.birth_week[rows], r.sex[rows]
    age = years_old(born, table_week)
    age_at_start = years_old(born, week_of(FIRST_MONDAY))
    r.occupation[rows] = occupations(age, sex, place, draws, parameters)
    r.recorded_week[rows] = recorded_weeks(born, r.occupation[rows], recorded, table_week, draws, parameters)
    r.card[rows] = cards(r.recorded_week[rows], draws, parameters)
    r.device[rows] = devices(age_at_start, sex, place, draws, parameters)
    r.supported_week[rows] = supported_weeks(r.device[rows], age_at_start, draws, parameters)
    r.online[rows] = online(age, r.device[rows], place, draws, parameters)
    r.literacy[rows] = literacy(age, r.online[rows], place, draws, parameters)
    r.trust[rows] = trust(r.literacy[rows], place, draws, parameters)


def _with_neighbourhoods(residents: Residents) -> Residents:
    """The same residents, with the range of rows and the place of each RT."""
    address, place = residents.address, residents.place
    is_first = (address[1:] != address[:-1]) | (place[1:] != place[:-1])
    first = np.concatenate([[0], np.flatnonzero(is_first) + 1]).astype(np.int32)
    return residents._replace(
        neighbourhood_start=np.append(first, len(address)).astype(np.int32),
        neighbourhood_place=residents.place[first],
    )
