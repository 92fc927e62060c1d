"""What a run takes from others: visits and officer time that other kecamatan, KTP-el and other services go without."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.result.run_result import RunResult
from ikdsim.service.kinds import KINDS


def _visits(result: RunResult) -> float:
    return float(result.visits_from_elsewhere.sum())


def _regency_desk_minutes(result: RunResult) -> float:
    """Minutes of desks that serve the whole regency, beyond what teams bring there.

    Who uses more of them leaves less to the other kecamatan.
    """
    of_regency = [KINDS.index(point.id) for point in result.region.service_points if point.serves_regency]
    used = np.maximum(result.minutes_used - result.team_activating, 0.0)
    return float(used[:, of_regency].sum())


def _explained(result: RunResult) -> float:
    """Minutes of other services that went to IKD on errands, beyond what teams had for explaining."""
    return float(np.maximum(result.minutes_explained - result.team_explaining, 0.0).sum())


def _refused(result: RunResult) -> float:
    """Services that residents were refused for want of IKD."""
    return float(result.services_refused.sum())


def _away(result: RunResult) -> float:
    """Minutes of other services at desks whose officers were out on duties."""
    return float(result.minutes_away.sum())


TAKEN: Final[Mapping[str, Callable[[RunResult], float]]] = MappingProxyType(
    {
        "visits_from_elsewhere": _visits,
        "regency_desk_minutes": _regency_desk_minutes,
        "minutes_explained": _explained,
        "minutes_away": _away,
        "services_refused": _refused,
    }
)
"""How each is counted over a whole run; compare.toml has a sentence for each."""


def taken_from_others(result: RunResult) -> NDArray[np.float64]:
    """What the run takes, in the order of TAKEN."""
    return np.array([count(result) for count in TAKEN.values()])
