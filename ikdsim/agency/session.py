"""A session: residents sit together with officers or teachers, and are changed by it.

A policy says when, where, for whom and what it does; who sits there is drawn for each resident beforehand and does not
depend on the run (population/sessions.py). Whoever has sat in one session of a policy comes to no second one for the
same ages.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Session:
    """Seats for residents of a place in a week, and what changes for those who take them."""

    week: int
    place: int
    """Number of the place in the order of Table 1."""
    seats: float
    """Residents who come, if there are as many."""
    youngest: int
    oldest: int
    """Ages of those who come, completed years."""
    occupation: str | None = None
    """Name of the occupation of those for whom it is; None if it is for all."""
    willing: float = 1.0
    """Share of those for whom it is who would come, 0-1: the same residents at all sessions of a policy."""
    literacy: float = 0.0
    """Added to digital literacy, 0-1."""
    trust: float = 0.0
    """Added to trust, 0-1."""
    records: bool = False
    """Whether those who come are recorded; then it is for those who have not been."""
    explains: float | None = None
    """Share of those to whom IKD is explained who come away favourable, the others aware; None if it is not."""
    instructs: bool = False
    """Whether those who come are told to activate IKD, and mean to: all of them decide."""
    station: tuple[int, int] | None = None
    """Kind and place of the station where it is held, if it is for those who can be activated there and then."""
    more_online: float = 1.0
    """Factor on the residents of the place who are online at home, from then on and of newcomers too: no seats then."""
    phones: bool = False
    """Whether those who come get a phone that can run the app; then it is for those who have none."""
