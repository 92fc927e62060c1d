"""Margins of people: sex, occupation, recording, cards, phones and internet."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from ikdsim.clock import FIRST_MONDAY, week_of, week_of_birthday
from ikdsim.population.ages import years_old
from ikdsim.population.devices import OLD_AGE, SURVEY_AGE
from ikdsim.population.margins import Margin, Mask, ratio, share
from ikdsim.population.recording import EARLIER
from ikdsim.provenance import Parameters
from ikdsim.region.places import RURAL, URBAN
from ikdsim.region.region import Region
from ikdsim.resident.columns import (
    ADULT_AGE,
    AT_HOME,
    CIVIL_SERVANT,
    FISHER_OR_FARMER,
    MAN,
    NO_PHONE,
    PHONE_TOO_OLD,
    RETIRED,
    STUDENT,
    TRADER_OR_WORKER,
    WOMAN,
    Residents,
)


def occupation_margins(residents: Residents, region: Region, parameters: Parameters) -> Iterator[Margin]:
    """Sex, study, retirement and housework of the residents, and the trades of those in work."""
    age, occupation = years_old(residents.birth_week, week_of(region.table_date)), residents.occupation
    number = {name: parameters[f"population.{name}"] for name in ("study_until", "retired_from", "men")}
    man = residents.sex == MAN
    yield from share("men", number["men"], np.ones(len(man), np.bool_), man, "couples")
    young = (age >= ADULT_AGE) & (age < number["study_until"].value)
    old = age >= number["retired_from"].value
    yield from share("students", parameters["population.students"], young, occupation == STUDENT)
    yield from share("retired", parameters["population.retired"], old, occupation == RETIRED)
    free = (age >= ADULT_AGE) & (occupation != STUDENT) & (occupation != RETIRED)
    for label, sex in (("women_at_home", WOMAN), ("men_at_home", MAN)):
        among = free & (residents.sex == sex)
        yield from share(label, parameters[f"population.{label}"], among, occupation == AT_HOME)
    yield from _trade_margins(residents, region, parameters)


def recording_margins(residents: Residents, region: Region, parameters: Parameters) -> Iterator[Margin]:
    """Late recording and missing cards; the number of recorded residents is a margin of places."""
    by_table = residents.recorded_week <= week_of(region.table_date)
    long_adult = residents.birth_week + week_of_birthday(0, ADULT_AGE) <= EARLIER
    before = residents.recorded_week <= EARLIER
    yield from share("recorded_late", parameters["population.recorded_late"], by_table & long_adult, ~before)
    yield from share("card_missing", parameters["population.card_missing"], before, residents.card == 0)


def phone_margins(residents: Residents, region: Region, parameters: Parameters) -> Iterator[Margin]:
    """Owners of phones by kind of place, by sex and by age, and phones that are too old, in January 2023."""
    age = years_old(residents.birth_week, week_of(FIRST_MONDAY))
    owner, counted = residents.device != NO_PHONE, age >= SURVEY_AGE
    for kind in (URBAN, RURAL):
        label, among = f"phone_{kind}", counted & _of_kind(kind, residents, region)
        yield from share(label, parameters[f"population.{label}"], among, owner)
    sexes = parameters["population.phone_men"], parameters["population.phone_women"]
    of_sex = counted & (residents.sex == MAN), counted & (residents.sex == WOMAN)
    yield from ratio("phone_men_to_women", sexes, of_sex, owner)
    ages = parameters["population.phone_60_and_over"], parameters["population.phone_17_to_59"]
    of_age = age >= OLD_AGE, (age >= ADULT_AGE) & (age < OLD_AGE)
    yield from ratio("phone_old_to_adult", ages, of_age, owner, "mixed_places")
    too_old = residents.device == PHONE_TOO_OLD
    for who, among in (("under_60", age < OLD_AGE), ("60_and_over", age >= OLD_AGE)):
        label = f"too_old_{who}"
        yield from share(label, parameters[f"population.{label}"], among & owner, too_old)


def internet_margins(residents: Residents, region: Region, parameters: Parameters) -> Iterator[Margin]:
    """Residents online by kind of place: users of the internet, times the share of homes with signal."""
    counted = years_old(residents.birth_week, week_of(region.table_date)) >= SURVEY_AGE
    signal = np.array([place.signal for place in region.places])[residents.place]
    for kind in (URBAN, RURAL):
        label, among = f"internet_{kind}", counted & _of_kind(kind, residents, region)
        if among.any():
            users = parameters[f"population.{label}"]
            wanted = replace(users, value=users.value * float(signal[among].mean()))
            yield from share(label, wanted, among, residents.online == 1)


def _trade_margins(residents: Residents, region: Region, parameters: Parameters) -> Iterator[Margin]:
    trades = (CIVIL_SERVANT, FISHER_OR_FARMER, TRADER_OR_WORKER)
    works = np.isin(residents.occupation, trades)
    coastal = np.array([place.coastal for place in region.places])[residents.place]
    for kind in (URBAN, RURAL):
        among = works & _of_kind(kind, residents, region)
        civil, fishing = f"civil_servants_{kind}", f"fishers_or_farmers_{kind}"
        yield from share(civil, parameters[f"population.{civil}"], among, residents.occupation == CIVIL_SERVANT)
        hit = residents.occupation == FISHER_OR_FARMER
        yield from share(fishing, parameters[f"population.{fishing}"], among & ~coastal, hit)
    fishing = "fishers_or_farmers_coastal"
    yield from share(
        fishing,
        parameters[f"population.{fishing}"],
        works & coastal,
        residents.occupation == FISHER_OR_FARMER,
    )


def _of_kind(kind: str, residents: Residents, region: Region) -> Mask:
    return np.array([place.kind == kind for place in region.places])[residents.place]
