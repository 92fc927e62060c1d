"""Equity: whom a plan leaves behind, as shares of groups and as gaps between two of them, run by run.

A share depends on whom one divides by, so that every share and gap is told by three bases. Which of two groups comes
first is fixed, and not taken from the results: a gap below 0 says that it is the other way round.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ikdsim.experiment.paired_runs import PairedRuns
from ikdsim.observe.groups import COUNTED, GROUP_NAMES, GROUPS
from ikdsim.region.places import RURAL, URBAN

BASES: Final = COUNTED[1:]
"""Of whom users are told as a share: residents, recorded, adults."""
PLACE_KINDS: Final = "place_kind"
TOLD_APART: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType({PLACE_KINDS: (URBAN, RURAL), **GROUPS})
"""Names of all groups by what they are told apart by."""
PAIRS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        PLACE_KINDS: (URBAN, RURAL),
        "age": ("17_34", "65_and_over"),
        "sex": ("men", "women"),
        "device": ("supported_phone", "no_phone"),
        "occupation": ("civil_servant", "fisher_or_farmer"),
        "literacy": ("highest", "lowest"),
    }
)
"""The two groups whose gap is told: who is expected to be ahead, and who behind."""


class Gaps(NamedTuple):
    """The share of the first group of a pair beside that of the second; each of shape (runs,), NaN where nobody is."""

    ratio: NDArray[np.float64]
    difference: NDArray[np.float64]


def counts_of(runs: PairedRuns, number: int) -> dict[tuple[str, str], NDArray[np.float64]]:
    """COUNTED of every group of the region at the horizon under the scenario in position `number`, (runs, COUNTED)."""
    counts = runs.groups[number].astype(np.float64)
    kinds = np.array([place.kind for place in runs.region.places])
    of_one_sort = [name for name, (by, _) in enumerate(GROUP_NAMES) if by == "sex"]
    everybody = counts[:, :, of_one_sort].sum(axis=2)
    by_kind = {(PLACE_KINDS, kind): everybody[:, kinds == kind].sum(axis=1) for kind in TOLD_APART[PLACE_KINDS]}
    by_group = {name: counts[:, :, position].sum(axis=1) for position, name in enumerate(GROUP_NAMES)}
    return by_kind | by_group


def shares_of(runs: PairedRuns, number: int, base: str) -> dict[tuple[str, str], NDArray[np.float64]]:
    """Users of every group as a share (0-1) of its `base`, one of BASES; shape (runs,), NaN for a group of nobody."""
    return {name: _share(counts, base) for name, counts in counts_of(runs, number).items()}


def gaps_of(runs: PairedRuns, number: int, base: str) -> dict[str, Gaps]:
    """The gap between every one of PAIRS by `base`, one of BASES."""
    shares = shares_of(runs, number, base)
    pairs = {by: (shares[by, ahead], shares[by, behind]) for by, (ahead, behind) in PAIRS.items()}
    return {by: Gaps(_ratio(ahead, behind), ahead - behind) for by, (ahead, behind) in pairs.items()}


def _share(counts: NDArray[np.float64], base: str) -> NDArray[np.float64]:
    return _ratio(counts[:, COUNTED.index("users")], counts[:, COUNTED.index(base)])


def _ratio(part: NDArray[np.float64], whole: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(np.divide(part, whole, out=np.full(part.shape, np.nan), where=whole > 0))
