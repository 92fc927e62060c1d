"""Officers: the people of the office, each with hours, skill and attitude of their own.

The Babelan study finds few officers with IT skill, and work that is shared out unevenly. Who they are is drawn around
the means of the register by a hash of the seed and their place in the office, so they are the same in every scenario.
All of them are made up. The hash is the standard library's: a scenario is checked without compiled rules.
"""

import math
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from typing import Final, NamedTuple

from ikdsim.provenance import Parameters
from ikdsim.region.region import Region
from ikdsim.region.service_points import ServicePoint

EVERYWHERE: Final = -1
"""Number in place of that of a kelurahan or desa, where all are served."""
DESK: Final = "desk"
OTHER_SERVICES: Final = "other_services"
MESSAGES: Final = "messages"
HIRED_AT_DESK: Final = "hired_at_desk"
LATE_HOURS: Final = "late_hours"
TRAINING: Final = "training"
STAFF_MEETING: Final = "staff_meeting"
ABSENT: Final = "absent"
DUTIES: Final = (
    "botram_kecamatan",
    "botram_village",
    "service_vehicle",
    "team_visit",
    "team_desk",
    "school_visit",
    "car_free_day",
    "recording_drive",
    "remote_desk",
    MESSAGES,
    HIRED_AT_DESK,
    LATE_HOURS,
    TRAINING,
    STAFF_MEETING,
    ABSENT,
)
"""What takes officers from their desks, or is all that the hired do; diary.toml has a word for each."""
ACTIVITIES: Final = (DESK, *DUTIES, OTHER_SERVICES)
"""What an officer's minutes go to: IKD at the own desk, duties, and all else at the desk."""


class Officer(NamedTuple):
    """A person who works for the office; made up."""

    post: str
    """Name of the desk, or of the policy that hired her or him."""
    place: int
    """Number of the place; EVERYWHERE for one who serves all places."""
    rank: int
    """Number among those of the same post and place, from 0."""
    hours: float
    """Hours a week, all services and the whole regency together."""
    skill_luck: float
    """0-1: whoever draws below the mean skill has some."""
    attitude_luck: float
    """0-1: standing among officers by attitude."""
    dedicated: bool = False
    """Does nothing but IKD."""


class Duty(NamedTuple):
    """Minutes of an officer's week that are spent away from the own desk."""

    officer: Officer
    activity: str
    """One of DUTIES."""
    place: int
    """Number of the place; EVERYWHERE if it is for all."""
    minutes: float


def roster(seed: int, region: Region, parameters: Parameters) -> tuple[Officer, ...]:
    """The officers at the desks of `region`, desk by desk; a fraction of an officer works fewer hours."""
    spread = parameters.value("resources.hours_spread")
    posts = [(point, place) for point in region.service_points for place in _places(point, region)]
    return tuple(officer for point, place in posts for officer in _at_desk(seed, point, place, spread))


def _places(point: ServicePoint, region: Region) -> Iterable[int]:
    if point.site is not None:
        return (EVERYWHERE,)
    return [number for number, name in enumerate(region.place_names) if name in point.places]


def _at_desk(seed: int, point: ServicePoint, place: int, spread: float) -> list[Officer]:
    """Officers with hours of their own, all hours of the desk together as the region's data say."""
    ranks = range(math.ceil(point.officers.value))
    weights = [1.0 + spread * (2.0 * _luck(seed, point.id, place, rank, "hours") - 1.0) for rank in ranks]
    hours = point.officers.value * point.hours_per_week.value
    return [person(seed, point.id, place, rank, hours * weights[rank] / sum(weights)) for rank in ranks]


@cache
def person(seed: int, post: str, place: int, rank: int, hours: float, dedicated: bool = False) -> Officer:
    """The officer of this post, place and number, with `hours` a week and the luck that the seed gives."""
    skill, attitude = (_luck(seed, post, place, rank, trait) for trait in ("skill", "attitude"))
    return Officer(post, place, rank, hours, skill, attitude, dedicated)


def _luck(seed: int, post: str, place: int, rank: int, trait: str) -> float:
    """A number in (0, 1) that belongs to a person and a trait."""
    digest = blake2b(f"{seed} {post} {place} {rank} {trait}".encode(), digest_size=6).digest()
    return (int.from_bytes(digest) + 0.5) / 2**48
