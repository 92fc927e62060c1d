"""The diary of one resident: the same run once more, with somebody watching, told in plain words.

Chance belongs to a resident and a decision, so watching changes nothing. Residents are made up.
"""

from collections.abc import Mapping
from typing import cast

import numpy as np

from ikdsim.agency.officers import EVERYWHERE
from ikdsim.clock import monday_of, week_of
from ikdsim.engine.diary import NOBODY
from ikdsim.errors import BadInput, Fault
from ikdsim.language import day, text
from ikdsim.model import IkdModel
from ikdsim.observe.barriers import BARRIERS, first_barrier
from ikdsim.resident import causes as c
from ikdsim.resident.ages import age_in_years
from ikdsim.resident.changes import ARRIVAL
from ikdsim.resident.columns import DEVICES, OCCUPATIONS, SEXES, SUPPORTED_PHONE
from ikdsim.resident.implementation import adult_week
from ikdsim.service.kinds import KINDS, VILLAGE_DESK
from ikdsim.setup import Setup


def diary(setup: Setup, engine: str, row: int, lang: str) -> list[str]:
    """Who the resident in `row` is, one sentence for every event of the run, and how they stand at its end.

    `lang` is "id" or "en". Raises BadInput if there is no such row.
    """
    model = IkdModel(setup, engine=engine, watch=row)
    if row == NOBODY:  # which the model takes for "watch nobody"
        facts = {"value": row, "low": 0, "high": len(model.residents.place) - 1}
        raise BadInput([Fault("unknown_resident", facts)])
    model.run()
    return [_introduction(model, row, lang), *_events(model, row, lang), _ending(model, row, lang)]


def _introduction(model: IkdModel, row: int, lang: str) -> str:
    region, who = model.region, _person(model, row, model.first_week)
    facts = {
        "row": row,
        **_who(who, week_of(region.table_date), lang),
        "day": day(region.table_date, lang),
        "place": region.places[who["place"]].name,
    }
    return " ".join([text("diary.introduction", lang, facts), _phone(model, who, lang), _record(model, who, lang)])


def _arrival_week(model: IkdModel, row: int) -> int | None:
    """Week in which somebody else takes the row; None if nobody does."""
    dated = model.setup.lives.changes.dated
    weeks = dated["week"][(dated["row"] == row) & (dated["what"] == ARRIVAL)]
    return int(weeks[0]) if len(weeks) else None


def _person(model: IkdModel, row: int, week: int) -> np.void:
    """Who stands in the row in `week`: the one of the start, or whoever stands there at the end."""
    arrival = _arrival_week(model, row)
    people = model.residents.people if arrival is None or arrival <= week else model.setup.lives.start.people
    return cast(np.void, people[row])


def _who(who: np.void, week: int, lang: str) -> dict[str, object]:
    return {
        "sex": text(f"diary.{SEXES[who['sex']]}", lang),
        "age": age_in_years(int(who["birth_week"]), week),
        "occupation": text(f"diary.{OCCUPATIONS[who['occupation']]}", lang),
    }


def _newcomer(model: IkdModel, row: int, week: int, lang: str) -> str:
    """Who has come, as the introduction tells of the first."""
    who = _person(model, row, week)
    facts = _who(who, week, lang)
    if not facts["age"]:
        return text("diary.baby", lang, facts)
    return " ".join([text("diary.newcomer", lang, facts), _phone(model, who, lang), _record(model, who, lang)])


def _phone(model: IkdModel, who: np.void, lang: str) -> str:
    week = int(who["supported_week"])
    at_first = text(f"diary.{DEVICES[who['device']]}", lang)
    if who["device"] == SUPPORTED_PHONE:
        return at_first
    if week > model.last_week:
        return f"{at_first} {text('diary.phone_never', lang)}"
    return f"{at_first} {text('diary.phone_later', lang, _in_week(week, lang))}"


def _record(model: IkdModel, who: np.void, lang: str) -> str:
    week = int(who["recorded_week"])
    if week > model.last_week:
        return text("diary.recorded_never", lang)
    when = "before" if week < model.first_week else "later"
    return text(f"diary.recorded_{when}", lang, _in_week(week, lang))


def _events(model: IkdModel, row: int, lang: str) -> list[str]:
    kept = model.engine.world.diary
    return [_event(model, row, note, lang) for note in kept.rows[: kept.length[0]].tolist()]


def _event(model: IkdModel, row: int, note: list[int], lang: str) -> str:
    week, event, station, _ = note
    facts = {
        "home": model.region.places[model.residents.place[row]].name,
        "station": _station(model, station, lang),
    }
    if event == c.DECLINED and (missing := _missing(model, row, week)):
        facts["barrier"] = text(f"barrier.{missing}", lang)
        sentence = text("diary.cannot_yet", lang, facts)
    else:
        sentence = text(f"diary.{c.EVENTS[event]}", lang, facts)
    if event == c.ARRIVED:
        sentence += " " + _newcomer(model, row, week, lang)
    when = "in_week" if week >= model.first_week else "at_start"
    return text(f"diary.{when}", lang, {**_in_week(week, lang), "event": sentence})


def _missing(model: IkdModel, row: int, week: int) -> str | None:
    """The first barrier that keeps a willing resident from being activated in `week`."""
    who = _person(model, row, week)
    weeks = {
        "under_17": adult_week(int(who["birth_week"])),
        "not_recorded": who["recorded_week"],
        "no_supported_phone": who["supported_week"],
    }
    return next((barrier for barrier, from_week in weeks.items() if from_week > week), None)


def _station(model: IkdModel, number: int, lang: str) -> str:
    if number < 0:
        return ""
    station = model.setup.services.stations[number]
    place = None if station.place == EVERYWHERE else model.region.places[station.place].name
    return station_words(KINDS[station.kind], place, lang)


def station_words(kind: str, place: str | None, lang: str) -> str:
    """A station in words: its kind, and its place if it has one."""
    if place is None:
        return text(f"channel.{kind}", lang)
    if kind == KINDS[VILLAGE_DESK]:
        return text("diary.village_desk", lang, {"place": place})
    return text("diary.station", lang, {"kind": text(f"channel.{kind}", lang), "place": place})


def _ending(model: IkdModel, row: int, lang: str) -> str:
    barrier = int(first_barrier(model.residents, model.engine.state(), model.week)[row])
    if barrier < 0:
        standing = text("diary.uses_ikd", lang)
    else:
        standing = text("diary.not_a_user", lang, {"barrier": text(f"barrier.{BARRIERS[barrier]}", lang)})
    return text("diary.at_end", lang, {"day": day(model.setup.scenario.end, lang), "standing": standing})


def _in_week(week: int, lang: str) -> Mapping[str, object]:
    return {"day": day(monday_of(week), lang)}
