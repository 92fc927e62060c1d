"""The diary of one officer: what she or he did in the weeks of a run, told in plain words.

Officers are made up; their weeks follow from the agency's plan, and no resident has to be watched.
"""

from collections.abc import Iterable
from itertools import groupby

from ikdsim.agency.assignment import minutes_by_activity
from ikdsim.agency.conditions import Conditions
from ikdsim.agency.officers import EVERYWHERE, Duty
from ikdsim.agents.officer import Officer
from ikdsim.clock import monday_of
from ikdsim.errors import BadInput, Fault
from ikdsim.language import day, number, percent, text
from ikdsim.model import IkdModel
from ikdsim.result.diary import station_words
from ikdsim.setup import Setup


def officer_diary(setup: Setup, engine: str, row: int, lang: str) -> list[str]:
    """Who officer `row` is, and one sentence for every stretch of weeks alike.

    `lang` is "id" or "en". Raises BadInput if there is no such officer.
    """
    model = IkdModel(setup, engine=engine)
    if not 0 <= row < len(model.officers):
        raise BadInput([Fault("unknown_officer", {"value": row, "low": 0, "high": len(model.officers) - 1})])
    officer = model.officers[row]
    told = [_introduction(officer, row, lang)]
    weeks = []
    while model.week < model.last_week:
        model.step()
        weeks.append((model.week, _week(officer, model.agency.conditions, lang)))
    return told + [_stretch(list(alike), lang) for _, alike in groupby(weeks, key=lambda week: week[1])]


def _introduction(officer: Officer, row: int, lang: str) -> str:
    facts = {
        "row": row,
        "post": _post(officer, lang),
        "hours": number(officer.hours, lang, 1),
        "skill": percent(officer.skill, lang, 0),
        "attitude": percent(officer.attitude, lang, 0),
    }
    return text("diary.officer_introduction", lang, facts)


def _post(officer: Officer, lang: str) -> str:
    model = officer.model
    if officer.person in model.agency.conditions.roster:
        return station_words(officer.post, officer.place, lang)
    titles = {policy.name: policy.title[lang] for policy in model.setup.scenario.policies}
    return text("diary.officer_hired", lang, {"policy": titles.get(officer.post, officer.post)})


def _week(officer: Officer, conditions: Conditions, lang: str) -> str:
    """What the officer does in a week, with the places of the duties."""
    duties = [duty for duty in conditions.duties if duty.officer == officer.person]
    spent = minutes_by_activity(officer.person, conditions).items()
    told = [_activity(activity, minutes, duties, conditions, lang) for activity, minutes in spent]
    return ", ".join(told) if told else text("diary.officer_idle", lang)


def _activity(activity: str, minutes: float, duties: Iterable[Duty], conditions: Conditions, lang: str) -> str:
    visited = [duty.place for duty in duties if duty.activity == activity and duty.place != EVERYWHERE]
    names = [conditions.region.place_names[place] for place in visited]
    facts = {"activity": text(f"diary.activity_{activity}", lang), "minutes": number(minutes, lang)}
    if not names:
        return text("diary.spent", lang, facts)
    return text("diary.spent_in", lang, {**facts, "places": ", ".join(names)})


def _stretch(weeks: list[tuple[int, str]], lang: str) -> str:
    """One week, or several alike."""
    (first, told), (last, _) = weeks[0], weeks[-1]
    facts = {"day": day(monday_of(first), lang), "event": f"{told}."}
    if first == last:
        return text("diary.in_week", lang, facts)
    return text("diary.in_weeks", lang, {**facts, "last": day(monday_of(last), lang)})
