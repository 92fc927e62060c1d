"""Explanations on an errand: how far they lead the residents of a stratum, and what becomes of those who decide."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ikdsim.engine.mean_field.core.levels import explain
from ikdsim.engine.mean_field.core.state import CARD, NO_CARD, State
from ikdsim.engine.mean_field.core.strata import READY_POOL, WAITING_POOL
from ikdsim.kernel import inner
from ikdsim.resident import stages as s


@inner
def share_met(by_card: NDArray[np.float64], pool: int, standing: Any) -> float:
    """Share of a pool who run an errand and are among the shares `by_card` of those who do, shape (CARDS,)."""
    return float(standing.errand[pool, CARD] * by_card[CARD] + standing.errand[pool, NO_CARD] * by_card[NO_CARD])


@inner
def hear_explanations(told: float, pool: int, means: Any, standing: Any) -> float:
    """A share `told` of a pool's residents have IKD explained and go as far as that leads; returns who decide."""
    decided, won_back = explain(pool, told, means, standing)
    standing.stock[pool, s.UNAWARE] *= 1.0 - told
    standing.stock[pool, s.REFUSING] -= won_back
    return decided


@inner
def answer_offers(place: int, stratum: int, state: State) -> tuple[float, float, float]:
    """Those to whom IKD was explained answer; returns the activated, those with an appointment, the disappointed."""
    here, standing, means = state.places[place], state.standing[place, stratum], state.strata.means[place, stratum]
    ready, waiting = standing.stock[READY_POOL], standing.stock[WAITING_POOL]
    waiting_told = share_met(here.told_waiting, WAITING_POOL, standing)
    told = share_met(here.told, READY_POOL, standing)
    waiting[s.INTENDING] += hear_explanations(waiting_told, WAITING_POOL, means, standing)
    if told <= 0.0:
        return 0.0, 0.0, 0.0
    back = ready[s.LAPSED] * told
    ready[s.LAPSED] -= back
    decided = back + hear_explanations(told, READY_POOL, means, standing)
    activated = decided * share_met(here.taken, READY_POOL, standing) / told
    postponed = decided * share_met(here.postponed, READY_POOL, standing) / told
    return activated, postponed, decided - activated - postponed
