"""The diary of one resident: the same run once more, with somebody watching, told in plain words.

Chance belongs to a resident and a decision, so watching changes nothing. Residents are made up.
"""

from collections.abc import Mapping

from ikdsim.agency.officers import EVERYWHERE
from ikdsim.clock import monday_of, week_of
from ikdsim.engine.diary import NOBODY
from ikdsim.errors import BadInput, Fault
from ikdsim.language import day, text
from ikdsim.model import IkdModel
from ikdsim.observe.barriers import BARRIERS, first_barrier
from ikdsim.resident import causes as c
from ikdsim.resident.ages import age_in_years
from ikdsim.resident.columns import DEVICES, OCCUPATIONS, SEXES, SUPPORTED_PHONE
from ikdsim.resident.implementation import adult_week
from ikdsim.service.kinds import KINDS
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
    who, region = model.residents, model.region
    facts = {
        "row": row,
        "sex": text(f"diary.{SEXES[who.sex[row]]}", lang),
        "age": age_in_years(int(who.birth_week[row]), week_of(region.table_date)),
        "day": day(region.table_date, lang),
        "occupation": text(f"diary.{OCCUPATIONS[who.occupation[row]]}", lang),
        "place": region.places[who.place[row]].name,
    }
    sentences = [text("diary.introduction", lang, facts), _phone(model, row, lang), _record(model, row, lang)]
    return " ".join(sentences)


def _phone(model: IkdModel, row: int, lang: str) -> str:
    device, week = int(model.residents.device[row]), int(model.residents.supported_week[row])
    at_first = text(f"diary.{DEVICES[device]}", lang)
    if device == SUPPORTED_PHONE:
        return at_first
    if week > model.last_week:
        return f"{at_first} {text('diary.phone_never', lang)}"
    return f"{at_first} {text('diary.phone_later', lang, _in_week(week, lang))}"


def _record(model: IkdModel, row: int, lang: str) -> str:
    week = int(model.residents.recorded_week[row])
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
    when = "in_week" if week >= model.first_week else "at_start"
    return text(f"diary.{when}", lang, {**_in_week(week, lang), "event": sentence})


def _missing(model: IkdModel, row: int, week: int) -> str | None:
    """The first barrier that keeps a willing resident from being activated in `week`."""
    who = model.residents
    weeks = {
        "under_17": adult_week(int(who.birth_week[row])),
        "not_recorded": who.recorded_week[row],
        "no_supported_phone": who.supported_week[row],
    }
    return next((barrier for barrier, from_week in weeks.items() if from_week > week), None)


def _station(model: IkdModel, number: int, lang: str) -> str:
    if number < 0:
        return ""
    station = model.setup.services.stations[number]
    kind = text(f"channel.{KINDS[station.kind]}", lang)
    if station.place == EVERYWHERE:
        return kind
    return text("diary.station", lang, {"kind": kind, "place": model.region.places[station.place].name})


def _ending(model: IkdModel, row: int, lang: str) -> str:
    barrier = int(first_barrier(model.residents, model.engine.state(), model.week)[row])
    if barrier < 0:
        standing = text("diary.uses_ikd", lang)
    else:
        standing = text("diary.not_a_user", lang, {"barrier": text(f"barrier.{BARRIERS[barrier]}", lang)})
    return text("diary.at_end", lang, {"day": day(model.setup.scenario.end, lang), "standing": standing})


def _in_week(week: int, lang: str) -> Mapping[str, object]:
    return {"day": day(monday_of(week), lang)}
