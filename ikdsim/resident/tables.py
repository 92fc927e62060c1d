"""Small tables of the residents' own factors, made once a run from the parameters.

Exponentials are taken here and nowhere else: both engines read these tables, so that they agree to the last bit.
"""

from collections.abc import Sequence
from statistics import NormalDist
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.clock import MILLISECONDS_PER_MINUTE
from ikdsim.provenance import Parameters
from ikdsim.resident import stages as s
from ikdsim.resident.columns import CIVIL_SERVANT, LEVELS, OCCUPATIONS

MOST_PLACES: Final = 256
"""Places are numbered in one byte."""


class Tables(NamedTuple):
    """Own factors by level (0-255), age band or stage; no unit unless said."""

    media_reach: NDArray[np.float64]
    """By online (0, 1) and age band."""
    persuaded_by_trust: NDArray[np.float64]
    persuaded_by_literacy: NDArray[np.float64]
    willing: NDArray[np.float64]
    """Inclination by rank: log-normal with mean 1."""
    asked_by_place: NDArray[np.float64]
    """Factor on inclination by place, shape (MOST_PLACES,): its intensity, where intensities act on demand."""
    opposes_by_trust: NDArray[np.float64]
    opposed_by_trust: NDArray[np.float64]
    """Probability that an adult is against IKD from the start."""
    embittered_by_trust: NDArray[np.float64]
    """Probability that a disappointment makes an opponent."""
    decides_by_trust: NDArray[np.float64]
    doubts_by_trust: NDArray[np.float64]
    interrupted_by_literacy: NDArray[np.float64]
    turns_up_by_age: NDArray[np.float64]
    turns_up_by_literacy: NDArray[np.float64]
    errands_by_age: NDArray[np.float64]
    confirmed_by_online: NDArray[np.float64]
    """By online (0, 1)."""
    explained_by_stage: NDArray[np.float64]
    """Strength of one explanation, by stage."""
    decided_at_once: float
    """Strength with which a favourable resident decides when it is explained."""
    pressed: float
    """How much stronger a decision at once is where the officer begins with IKD."""
    handling_ms: NDArray[np.float64]
    """Officer time for one activation by literacy, milliseconds."""
    explaining_ms: int
    """Officer time to offer and explain, milliseconds."""
    trust_lost: int
    """Levels of trust lost by being sent home or failing."""
    most_tries: int
    compelled_lapse: float
    confirmed_lapse: float
    already_aware: NDArray[np.float64]
    """Share who had heard before January 2023, by occupation."""
    near: float
    """Weight of the users in the RT against those in the whole place, 0-1."""
    told_at_home: float
    """Probability to hear from the household's first active member."""
    persuaded_at_home: float


def _exponential(slope: float) -> NDArray[np.float64]:
    """exp(slope * (level - 0.5)) for each level, shape (LEVELS,)."""
    return np.exp(slope * ((np.arange(LEVELS) + 0.5) / LEVELS - 0.5))


def _media_reach(parameters: Parameters) -> NDArray[np.float64]:
    by_age = _by_age(parameters, "knowledge.media_age_")
    offline = parameters.value("knowledge.media_offline")
    return np.vstack([offline * by_age, by_age])


def _by_age(parameters: Parameters, prefix: str) -> NDArray[np.float64]:
    """One factor an age band: none under 17, one at 17-34, the rest from the register."""
    older = [parameters.value(prefix + band) for band in ("35_49", "50_64", "65_and_over")]
    return np.array([0.0, 1.0, *older])


def _already_aware(parameters: Parameters) -> NDArray[np.float64]:
    shares = np.full(len(OCCUPATIONS), parameters.value("knowledge.already_aware"))
    shares[CIVIL_SERVANT] = parameters.value("knowledge.already_aware_civil_servants")
    return shares


def _explained_by_stage(parameters: Parameters) -> NDArray[np.float64]:
    table = np.full(len(s.STAGES), parameters.value("persuasion.explanation"))
    table[s.REFUSING] *= parameters.value("persuasion.opponents_listen")
    return table


def _willing(spread: float) -> NDArray[np.float64]:
    """Log-normal quantiles of spread `spread` in the middle of each rank, scaled to mean 1, shape (LEVELS,)."""
    normal = NormalDist()
    quantiles = np.exp([spread * normal.inv_cdf((rank + 0.5) / LEVELS) for rank in range(LEVELS)])
    return np.asarray(quantiles / quantiles.mean())


def build_tables(parameters: Parameters) -> Tables:
    """The tables of a run with these numbers."""
    value = parameters.value
    opposes = _exponential(-value("persuasion.opposed_by_trust"))
    minutes = value("implementation.handling_minutes") * _exponential(-value("implementation.handling_by_literacy"))
    return Tables(
        media_reach=_media_reach(parameters),
        persuaded_by_trust=_exponential(value("persuasion.by_trust")),
        persuaded_by_literacy=_exponential(value("persuasion.by_literacy")),
        willing=_willing(value("persuasion.inclination_spread")),
        asked_by_place=np.ones(MOST_PLACES),
        opposes_by_trust=opposes,
        opposed_by_trust=value("persuasion.opposed") * opposes,
        embittered_by_trust=value("implementation.embittered") * opposes,
        decides_by_trust=_exponential(value("decision.by_trust")),
        doubts_by_trust=_exponential(-value("decision.doubt_by_trust")),
        interrupted_by_literacy=_exponential(-value("confirmation.interruption_by_literacy")),
        turns_up_by_age=_by_age(parameters, "implementation.turn_up_age_"),
        turns_up_by_literacy=_exponential(value("implementation.turn_up_by_literacy")),
        errands_by_age=_by_age(parameters, "implementation.errands_age_"),
        confirmed_by_online=np.array([value("confirmation.offline"), 1.0]),
        explained_by_stage=_explained_by_stage(parameters),
        decided_at_once=value("decision.at_once"),
        pressed=value("decision.pressed"),
        handling_ms=minutes * MILLISECONDS_PER_MINUTE,
        explaining_ms=round(value("implementation.explaining_minutes") * MILLISECONDS_PER_MINUTE),
        trust_lost=round(value("implementation.trust_lost") * LEVELS),
        most_tries=round(value("implementation.most_tries")),
        compelled_lapse=value("confirmation.compelled_lapse"),
        confirmed_lapse=value("confirmation.confirmed_lapse"),
        already_aware=_already_aware(parameters),
        near=value("knowledge.word_of_mouth_neighbourhood"),
        told_at_home=value("knowledge.told_at_home"),
        persuaded_at_home=value("persuasion.at_home"),
    )


def asked_in(tables: Tables, intensities: Sequence[float]) -> Tables:
    """The same tables where IKD is asked for with these intensities, by place."""
    asked = tables.asked_by_place.copy()
    asked[: len(intensities)] = intensities
    return tables._replace(asked_by_place=asked)


def as_record(tables: Tables) -> Any:
    """The tables as one record, which compiled rules read like them: handed on, it costs less than its many arrays."""
    values = {name: np.asarray(value) for name, value in tables._asdict().items()}
    made = np.zeros(1, np.dtype([(name, value.dtype, value.shape) for name, value in values.items()]))
    for name, value in values.items():
        made[name] = value
    return made[0]
