"""Explanations on an errand: how far they lead the residents of a stratum, and what becomes of those who decide."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.engine.mean_field.core.competing_risks import chance_of
from ikdsim.engine.mean_field.core.frailty import hazard_of_dose, mean_of, of_stayers, with_openness
from ikdsim.engine.mean_field.core.selection import both
from ikdsim.engine.mean_field.core.state import CARD, GIVEN_UP, NO_CARD, State
from ikdsim.engine.mean_field.core.strata import POOLS, READY_POOL, WAITING_POOL
from ikdsim.kernel import inner
from ikdsim.resident import stages as s
from ikdsim.service.supply import ON_ERRAND

ASKED: Final = (s.UNAWARE, s.AWARE, s.FAVOURABLE, s.REFUSING, s.LAPSED)
"""Stages in which residents on an errand may be offered IKD; those who gave up may be too."""


@inner
def share_with(card: int, holders: float) -> float:
    """Share of residents with a card (CARD) or without (NO_CARD), of whom `holders` have one."""
    return holders if card == CARD else 1.0 - holders


@inner
def weigh_explanations(week: int, place: int, stratum: int, state: State) -> None:
    """How far an explanation leads those of a stratum this week."""
    means, standing, tables = state.strata.means[place, stratum], state.standing[place, stratum], state.tables
    opens, spread = means.openness * state.supply.weeks[week].warmth[place], means.openness_spread
    dose = opens * tables.explained_by_stage[s.AWARE]
    standing.persuaded, standing.unaware_left = weigh(dose, 1.0, spread)
    standing.convinced, standing.aware_left = weigh(dose, standing.open, spread)
    standing.won_back, _ = weigh(opens * tables.explained_by_stage[s.REFUSING], 1.0, spread)
    dose = tables.decided_at_once * means.decisiveness * state.drive[week, place, stratum].useful
    standing.newly_decisive = with_openness(openness_of_persuaded(standing), means.link)
    standing.decided_now, standing.newly_left = weigh(dose, standing.newly_decisive, means.decisiveness_spread)
    standing.decided, standing.favourable_left = weigh(dose, standing.decisive, means.decisiveness_spread)


@inner
def weigh(dose: float, readiness: float, spread: float) -> tuple[float, float]:
    """Chance that `dose` moves people of this mean readiness, and the mean readiness of those whom it does not."""
    hazard = hazard_of_dose(dose * readiness, spread * readiness)
    return chance_of(hazard), of_stayers(readiness, spread, hazard)


@inner
def openness_of_persuaded(standing: Any) -> float:
    """Mean relative openness of those whom an explanation would persuade, unaware and aware."""
    unaware, aware = both(s.UNAWARE, standing), both(s.AWARE, standing)
    openness = unaware * (1.0 - (1.0 - standing.persuaded) * standing.unaware_left)
    openness += aware * (standing.open - (1.0 - standing.convinced) * standing.aware_left)
    return mean_of(openness, unaware * standing.persuaded + aware * standing.convinced)


@inner
def persuading(pool: NDArray[np.float64], standing: Any) -> float:
    """Of a pool's residents, how many an explanation would persuade if all had it."""
    return float(pool[s.UNAWARE] * standing.persuaded + pool[s.AWARE] * standing.convinced)


@inner
def deciding(pool: NDArray[np.float64], standing: Any) -> float:
    """Of a pool's residents who do not use IKD, how many would decide at once if all had it explained."""
    favourable = (pool[s.FAVOURABLE] + pool[GIVEN_UP]) * standing.decided
    return float(persuading(pool, standing) * standing.decided_now + favourable)


@inner
def share_met(by_card: NDArray[np.float64], place: int, stratum: int, pool: int, state: State) -> float:
    """Share of a pool who run an errand and are among the shares `by_card` of those who do, shape (CARDS,)."""
    card, errand = state.strata.means[place, stratum].card[pool], state.standing[place, stratum].bound[ON_ERRAND]
    return float(errand * (card * by_card[CARD] + (1.0 - card) * by_card[NO_CARD]))


@inner
def hear_explanations(told: float, pool: NDArray[np.float64], standing: Any) -> float:
    """A share `told` of a pool's residents have IKD explained and go as far as that leads; returns who decide."""
    heard, persuaded, decided = pool[s.UNAWARE] * told, persuading(pool, standing) * told, deciding(pool, standing)
    won_back, given_up = pool[s.REFUSING] * told * standing.won_back, pool[GIVEN_UP] * told * standing.decided
    pool[s.UNAWARE] -= heard
    pool[s.AWARE] += heard - persuaded
    pool[s.REFUSING] -= won_back
    pool[s.FAVOURABLE] += persuaded + won_back - (decided * told - given_up)
    pool[GIVEN_UP] -= given_up
    return float(decided * told)


@inner
def select_by_explanation(told: tuple[float, float], place: int, stratum: int, state: State) -> None:
    """The open become favourable and the decisive intend: what the means of those who stay are then.

    `told` is the share by pool who have IKD explained; call this before they go as far as that leads.
    """
    standing = state.standing[place, stratum]
    unaware, aware, asked, won_back = 0.0, 0.0, 0.0, 0.0
    for pool in range(POOLS):
        stock = standing.stock[pool]
        unaware, aware = unaware + told[pool] * stock[s.UNAWARE], aware + told[pool] * stock[s.AWARE]
        asked += told[pool] * stock[s.FAVOURABLE]
        won_back += told[pool] * stock[s.REFUSING] * standing.won_back
    persuaded = unaware * standing.persuaded + aware * standing.convinced
    stay, still = persuaded * (1.0 - standing.decided_now), asked * (1.0 - standing.decided)
    decisive = (both(s.FAVOURABLE, standing) - asked) * standing.decisive + won_back
    decisive += still * standing.favourable_left + stay * standing.newly_left
    favourable = both(s.FAVOURABLE, standing) - asked + still + stay + won_back
    openness = (both(s.AWARE, standing) - aware) * standing.open
    openness += aware * (1.0 - standing.convinced) * standing.aware_left
    openness += unaware * (1.0 - standing.persuaded) * standing.unaware_left
    standing.open = mean_of(openness, both(s.AWARE, standing) + unaware - persuaded)
    standing.decisive = mean_of(decisive, favourable)


@inner
def answer_offers(place: int, stratum: int, state: State) -> tuple[float, float, float]:
    """Those to whom IKD was explained answer; returns the activated, those with an appointment, the disappointed."""
    here, standing = state.places[place], state.standing[place, stratum]
    ready, waiting = standing.stock[READY_POOL], standing.stock[WAITING_POOL]
    waiting_told = share_met(here.told, place, stratum, WAITING_POOL, state)
    told = share_met(here.told, place, stratum, READY_POOL, state)
    select_by_explanation((waiting_told, told), place, stratum, state)
    waiting[s.INTENDING] += hear_explanations(waiting_told, waiting, standing)
    if told <= 0.0:
        return 0.0, 0.0, 0.0
    back = ready[s.LAPSED] * told
    ready[s.LAPSED] -= back
    decided = back + hear_explanations(told, ready, standing)
    activated = decided * share_met(here.taken, place, stratum, READY_POOL, state) / told
    postponed = decided * share_met(here.postponed, place, stratum, READY_POOL, state) / told
    return activated, postponed, decided - activated - postponed
