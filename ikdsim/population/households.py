"""Households: who lives together, in which role, and hence who is how old.

Every member has a role, and by it a usual age: partners are close, children a generation below the head,
grandparents a generation above. The ages of the place are then handed out in the order of the usual ages, so
that families look like families while the age mix of the place stays exact. Children are the first to be
under 17 and heads the last, so a household has an adult wherever the place has enough of them.
"""

from math import comb
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.population import draw_numbers
from ikdsim.population.draws import Draws
from ikdsim.provenance import Parameters
from ikdsim.resident.columns import MAN, WOMAN

HEAD: Final = 0
SPOUSE: Final = 1
CHILD: Final = 2
GRANDPARENT: Final = 3

_LAST_TO_BE_MINOR: Final = np.array([2.0, 1.0, 0.0, 1.0])
"""Order in which the roles give members under 17."""
_BEYOND_ANY_AGE: Final = 1000.0


def household_starts(draws: Draws, parameters: Parameters) -> NDArray[np.int64]:
    """First row of each household within the place, and the number of residents; shape (households + 1,).

    The head and a binomial number of others, with the published mean; the last household ends with the place.
    """
    others = int(parameters.value("population.household_largest")) - 1
    chance = (parameters.value("population.household_size") - 1.0) / others
    shares = [comb(others, k) * chance**k * (1.0 - chance) ** (others - k) for k in range(others)]
    sizes = 1 + np.searchsorted(np.cumsum(shares), draws.of(draw_numbers.HOUSEHOLD_SIZE))
    ends = sizes.cumsum()
    return np.concatenate([[0], ends[ends < draws.count], [draws.count]])


def roles(starts: NDArray[np.int64], draws: Draws, parameters: Parameters) -> NDArray[np.uint8]:
    """Role of each resident; the head comes first, then the spouse, then the others. Shape (residents,)."""
    position = np.arange(draws.count) - starts[:-1].repeat(np.diff(starts))
    drawn = draws.of(draw_numbers.ROLE)
    role = np.full(draws.count, CHILD, np.uint8)
    role[position == 0] = HEAD
    role[(position == 1) & (drawn < parameters.value("population.couples"))] = SPOUSE
    role[(position == 2) & (drawn < parameters.value("population.grandparents"))] = GRANDPARENT
    return role


def usual_ages(
    starts: NDArray[np.int64], role: NDArray[np.uint8], draws: Draws, parameters: Parameters
) -> NDArray[np.float64]:
    """Age that the role and the head's age suggest, years; only its order counts. Shape (residents,)."""
    youngest, oldest = (parameters.value(f"population.head_{end}") for end in ("youngest", "oldest"))
    spouse, parent = (parameters.value(f"population.{who}_gap") for who in ("spouse", "parent"))
    spread = {who: parameters.value(f"population.{who}_gap_spread") for who in ("spouse", "parent")}
    heads = youngest + (oldest - youngest) * draws.of(draw_numbers.HEAD_AGE)[starts[:-1]]
    gaps = np.array([0.0, -spouse, -parent, parent])
    spreads = np.array([0.0, spread["spouse"], spread["parent"], spread["parent"]])
    apart = gaps[role] + spreads[role] * (draws.of(draw_numbers.AGE_GAP) - 0.5)
    return heads.repeat(np.diff(starts)) + apart


def hand_out(
    youngest_first: NDArray[np.int16], minors: int, role: NDArray[np.uint8], usual: NDArray[np.float64]
) -> NDArray[np.int16]:
    """Give the weeks of birth of a place to its residents; the first `minors` are those under 17."""
    adult = np.ones(len(role), np.bool_)
    adult[np.argsort(usual + _BEYOND_ANY_AGE * _LAST_TO_BE_MINOR[role], kind="stable")[:minors]] = False
    born = np.empty_like(youngest_first)
    born[np.argsort(usual + _BEYOND_ANY_AGE * adult, kind="stable")] = youngest_first
    return born


def sexes(role: NDArray[np.uint8], draws: Draws, parameters: Parameters) -> NDArray[np.uint8]:
    """Sex of each resident: couples are a man and a woman, others by the share of men. Shape (residents,)."""
    sex = np.where(draws.of(draw_numbers.SEX) < parameters.value("population.men"), MAN, WOMAN).astype(np.uint8)
    spouses = np.flatnonzero(role == SPOUSE)
    sex[spouses - 1] = MAN
    sex[spouses] = WOMAN
    return sex
