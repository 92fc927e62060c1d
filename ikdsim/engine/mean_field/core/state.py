"""The twin's world: expected residents by place, stratum and stage, and what happens to them in a week."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.engine.mean_field.core.strata import LEVELS, POOLS, Strata
from ikdsim.engine.mean_field.core.supply import SupplyAhead
from ikdsim.resident import stages as s
from ikdsim.resident.causes import CAUSES
from ikdsim.resident.tables import Tables
from ikdsim.service.supply import WAYS

ACTIVE_LOSS: Final = len(s.STAGES)
"""Sum of the own factors of active residents for disenchantment, which disappointments before have raised."""
CONFIRMED_LOSS: Final = ACTIVE_LOSS + 1
"""The same sum for confirmed residents."""
COMPELLED: Final = CONFIRMED_LOSS + 1
"""Of the active, those who were activated because an officer or a service asked for it first."""
APPOINTED: Final = COMPELLED + 1
"""Intending and with an appointment for next week."""
TRIES: Final = APPOINTED + 1
"""Ready and intending with no disappointment so far; those with one, two ... follow. The ready stand in the
compartment of their stage, INTENDING, only in the week in which they came to intend."""

CARDS: Final = 2
NO_CARD, CARD = range(CARDS)

DRIVE: Final = np.dtype([("decision", np.float64), ("useful", np.float64)])
"""Means of a stratum over its occupations: hazard to decide for IKD, effect of usefulness on a decision."""
WALKING_IN_AGAIN: Final = len(WAYS)
"""The way of those who walk in after a disappointment: whom a desk had no time for tries another."""
ALL_WAYS: Final = len(WAYS) + 1
PLACE_NOW: Final = np.dtype(
    [
        ("users", np.float64),  # active and confirmed at the end of last week
        ("lapsed", np.float64),
        ("first_users", np.float64),  # activated last week who are heard at home, per ready resident
        ("hazard", np.float64, (len(CAUSES),)),  # this week's; those of an occupation for the stratum at hand
        ("comers", np.float64, (ALL_WAYS,)),  # intending and ready residents who turn up
        ("comers_ms", np.float64, (ALL_WAYS,)),  # officer time they need at a station whose time factor is 1
        ("served", np.float64, (ALL_WAYS,)),  # share of them who are activated
        ("to_tell", np.float64, (CARDS,)),  # others on an errand
        ("to_take", np.float64, (CARDS,)),  # those of them who would decide at once and are ready
        ("to_take_ms", np.float64, (CARDS,)),
        ("told", np.float64, (CARDS,)),  # share of the ready on an errand who have IKD explained
        ("told_waiting", np.float64, (CARDS,)),  # the same of those who wait
        ("taken", np.float64, (CARDS,)),  # share of them who, if they decide at once, are activated
        ("postponed", np.float64, (CARDS,)),  # share of them who, if they decide at once, get an appointment
        ("appointed", np.float64),  # residents with an appointment
        ("kept", np.float64),  # share of them who are activated
        ("moved_on", np.float64),  # share of them who get another appointment
        ("able", np.float64),  # ready residents on an errand who are no users and do not intend
        ("able_ms", np.float64),
        ("willing", np.float64),  # those of them who let an officer begin with IKD
        ("willing_ms", np.float64),
        ("begun", np.float64),  # share of those on an errand who are activated if they are willing
        ("required", np.float64),  # share of them who are activated because the service requires it
        ("refusable", np.float64),  # share of them whose service requires IKD
        ("failed", np.float64),  # residents whose attempt failed: they try again at any desk
    ]
)
"""What happens in a place this week."""
QUEUE: Final = np.dtype(
    [
        ("appointed", np.float64),  # residents with an appointment this week
        ("appointed_ms", np.float64),  # officer time they need at a station whose time factor is 1
        ("booked", np.float64),  # those who get one for next week
        ("booked_ms", np.float64),
        ("sent_home", np.float64),  # those who had no turn
        ("again", np.float64),  # share of the station in those who walk in again
    ]
)
"""Those of a place at a station this week."""


def standing_type(most_tries: int) -> np.dtype[np.void]:
    """Where the residents of a stratum stand."""
    return np.dtype(
        [
            ("stock", np.float64, (POOLS, TRIES + most_tries)),  # in other stages, then in the compartments above
            ("bound", np.float64, (len(WAYS),)),  # share of the intending who come this week; of all, who run an errand
            ("errand", np.float64, (POOLS, CARDS)),  # share of a pool who run an errand, with a card and without
            ("promptness", np.float64),  # mean factor for turning up of the intending, relative to that of the stratum
            ("errand_factor", np.float64),  # mean factor on the errands that people wait for
            ("aware", np.float64, (POOLS, LEVELS)),  # the aware, by level of readiness
            ("favourable", np.float64, (POOLS, LEVELS)),  # the favourable who have not given up
            ("given_up", np.float64, (POOLS, LEVELS)),  # favourable again after the last try, with less trust
            ("intending", np.float64, (POOLS, LEVELS)),  # the intending, as far as their levels are known
            ("persuaded", np.float64, (LEVELS,)),  # chance of the aware to be persuaded this week
            ("aware_share", np.float64, (LEVELS,)),  # their chance for any other cause, for each unit of its hazard
            ("decides", np.float64, (LEVELS,)),  # chance of the favourable to decide this week
            ("favourable_share", np.float64, (LEVELS,)),
            ("convinced", np.float64, (LEVELS,)),  # chance that an explanation persuades this week
            ("won_back", np.float64, (LEVELS,)),  # the same of opponents
            ("decides_at_once", np.float64, (LEVELS,)),  # chance to decide when it is explained
            ("goes_along", np.float64, (LEVELS,)),  # chance to let an officer begin with IKD
        ]
    )


class State(NamedTuple):
    """Expected residents, and what happens to them this week."""

    scale: float
    """Residents for whom one of those counted here stands."""
    strata: Strata
    supply: SupplyAhead
    tables: Tables
    drive: NDArray[np.void]
    """Records of DRIVE; shape (weeks, places, strata)."""
    standing: NDArray[np.void]
    """Records of `standing_type`; shape (places, strata)."""
    places: NDArray[np.void]
    """Records of PLACE_NOW; shape (places,)."""
    queues: NDArray[np.void]
    """Records of QUEUE; shape (places, stations)."""
    stages: NDArray[np.float64]
    """Expected residents after each week; shape (weeks, places, stages)."""
    activations: NDArray[np.float64]
    """Expected activations; shape (weeks, kinds of service points)."""
