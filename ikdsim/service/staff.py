"""Staff: what the officers who stand at a station this week make of it, in the mean over their minutes there."""

from collections.abc import Sequence
from operator import mul
from typing import NamedTuple

from ikdsim.agency.assignment import minutes_away
from ikdsim.agency.conditions import Conditions
from ikdsim.agency.disposition import warmth
from ikdsim.agency.officers import EVERYWHERE, Officer
from ikdsim.agency.place import PlaceConditions, contacts
from ikdsim.agency.resources import MINUTES_PER_HOUR
from ikdsim.service.kinds import KINDS
from ikdsim.service.supply import Station


class Shift(NamedTuple):
    """Officers who stand at a station this week and work in the same way."""

    skill: float
    """Mean over their minutes, 0-1."""
    attitude: float
    """Mean over their minutes, 0-1."""
    ikd: float
    """Minutes for activations."""
    other: float
    """Minutes for other services and for explaining; for explaining alone if they do nothing but IKD."""
    time_factor: float = 1.0
    """Factor on their time for one activation, beside skill."""
    dedicated: bool = False
    """Whether they do nothing but IKD."""


class Mean(NamedTuple):
    """What residents meet at a station."""

    offer: float
    """Chance of an offer to a resident on an errand by the officer who serves it, 0-1."""
    persuasion: float
    """How well an explanation persuades, 1 as today."""
    time_factor: float
    """Factor on officer time for one activation."""
    failure: float
    """Probability that an attempt fails."""


class Team(NamedTuple):
    """Officers of a station who serve no errand: they approach those to whom others do not offer IKD."""

    station: int
    """Position on the supply."""
    minutes: float
    """Minutes for explaining."""
    offer: float
    """Share of the others whom they would approach if they had the time, 0-1."""
    persuasion: float
    """How well their explanation persuades, 1 as today."""


def at_desk(post: str, place: int, share: float, conditions: Conditions) -> Shift:
    """The shift of those whose desk this is, after whatever else they do; the region has a `share` of their minutes."""
    own = [officer for officer in conditions.roster if officer.post == post and officer.place == place]
    left = [officer.hours * MINUTES_PER_HOUR for officer in own]
    away = minutes_away(duty for duty in conditions.duties if duty.officer.post == post)
    if away:
        left = [max(0.0, minutes - away[officer]) for officer, minutes in zip(own, left, strict=True)]
    present = share * sum(left)
    ikd = conditions.structure.ikd_minutes_at_desk(present, conditions.at(post, place).ikd_time)
    return _shift(own, left, ikd, conditions.structure.working_minutes(present) - ikd, conditions)


def of_crew(crew: Sequence[Officer], ikd: float, other: float, time_factor: float, conditions: Conditions) -> Shift:
    """The shift of a crew who share so many minutes for activations and for the rest equally."""
    shift = _shift(crew, [1.0] * len(crew), ikd, other, conditions)
    return shift._replace(time_factor=time_factor, dedicated=any(officer.dedicated for officer in crew))


def _shift(
    officers: Sequence[Officer], weights: Sequence[float], ikd: float, other: float, conditions: Conditions
) -> Shift:
    """Where nobody in particular stands, or all are out, skill and attitude are those of the office in the mean."""
    resources, disposition, parameters = conditions.resources, conditions.disposition, conditions.parameters
    if not any(weights):
        return Shift(resources.skill, disposition.attitude, ikd, other)
    skill = _weighted(resources.skills_of(officers, parameters), weights)
    return Shift(skill, _weighted(disposition.attitudes_of(officers, parameters), weights), ikd, other)


def mean_of(shifts: Sequence[Shift], station: Station, offers: float, signal: float, conditions: Conditions) -> Mean:
    """What residents meet at the `station` where these `shifts` are worked.

    `offers` is how much oftener than at a desk IKD is offered, `signal` the share of connections that work, 0-1. Offers
    and persuasion are means over the minutes of those who serve errands, time and failures over activations.
    """
    each = [_of_shift(shift, station, offers, signal, conditions) for shift in shifts]
    serving = [(one, shift.other) for one, shift in zip(each, shifts, strict=True) if not shift.dedicated]
    offer = _weighted([one.offer for one, _ in serving], [minutes for _, minutes in serving])
    persuasion = _weighted([one.persuasion for one, _ in serving], [minutes for _, minutes in serving])
    done = [shift.ikd / one.time_factor for shift, one in zip(shifts, each, strict=True)]
    time, failure = (_weighted(values, done) for values in list(zip(*each, strict=True))[2:])
    return Mean(offer, persuasion, time, failure)


def teams_of(
    position: int, shifts: Sequence[Shift], station: Station, offers: float, conditions: Conditions
) -> list[Team]:
    """The teams among the `shifts` at a `station`, whose number on the supply is `position`."""
    teams = [shift for shift in shifts if shift.dedicated]
    each = [_of_shift(team, station, offers, 1.0, conditions) for team in teams]
    return [Team(position, team.other, one.offer, one.persuasion) for team, one in zip(teams, each, strict=True)]


def _of_shift(shift: Shift, station: Station, offers: float, signal: float, conditions: Conditions) -> Mean:
    parameters, resources = conditions.parameters, conditions.resources
    place = conditions.places[station.place] if station.place != EVERYWHERE else PlaceConditions()
    here = conditions.at(KINDS[station.kind], station.place)
    attitude = min(1.0, shift.attitude * place.attitude * here.attitude)
    skill = min(1.0, shift.skill * here.skill)
    care = parameters.value("resources.team_failure") if shift.dedicated else 1.0
    return Mean(
        offer=min(1.0, attitude * offers * contacts(place, conditions.region)),
        persuasion=conditions.communication.clarity * place.clarity * here.clarity * warmth(attitude, parameters),
        time_factor=shift.time_factor * resources.time_factor(skill, parameters),
        failure=resources.failure(signal, skill, care, parameters),
    )


def _weighted(values: Sequence[float], weights: Sequence[float]) -> float:
    """Mean of `values`, plain where nothing has weight, 0 of none; of one it is that to the last bit."""
    total = sum(weights)
    if len(values) == 1 or not total:
        return sum(values) / max(len(values), 1)
    weighted: float = sum(map(mul, values, weights))
    return weighted / total
