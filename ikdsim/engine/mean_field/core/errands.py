"""Errands of the week: who runs one, with a card or without, and what officers who offer IKD may expect of them."""

from typing import Any

from ikdsim.engine.mean_field.core.competing_risks import chance_of
from ikdsim.engine.mean_field.core.levels import all_of, deciding_of
from ikdsim.engine.mean_field.core.state import CARD, CARDS, NO_CARD, State
from ikdsim.engine.mean_field.core.strata import POOLS, READY_POOL, WAITING_POOL
from ikdsim.kernel import inner
from ikdsim.resident import causes as c
from ikdsim.resident import stages as s


@inner
def go_on_errands(week: int, place: int, stratum: int, state: State) -> float:
    """Share of residents who run an errand: those who are recorded this week, who have no card, and others by need.

    Who has run an errand waits for the next with the factor of her or his age by then.
    """
    means, standing = state.strata.means[place, stratum], state.standing[place, stratum]
    recorded, passed = state.strata.recorded[week, place, stratum], week / len(state.stages)
    errand = recorded + (1.0 - recorded) * chance_of(state.places[place].hazard[c.ERRAND] * standing.errand_factor)
    standing.errand_factor += errand * (means.errand + passed * means.errand_growth - standing.errand_factor)
    for pool in range(POOLS):
        card = state.strata.card[week, place, stratum, pool]
        standing.errand[pool, CARD] = card * (errand - recorded)
        standing.errand[pool, NO_CARD] = errand - standing.errand[pool, CARD]
    return float(errand)


@inner
def able_to_hear(pool: int, standing: Any) -> float:
    """Residents of a pool to whom an officer may offer IKD on an errand, but for the intending."""
    able = all_of(standing.aware[pool]) + all_of(standing.favourable[pool]) + all_of(standing.given_up[pool])
    for compartment in (s.UNAWARE, s.REFUSING, s.LAPSED):
        able += standing.stock[pool, compartment]
    return float(able)


@inner
def run_errands(place: int, stratum: int, state: State) -> None:
    """Count the others on an errand, whom an officer may offer IKD, and those of them who would decide at once."""
    here, means, standing = state.places[place], state.strata.means[place, stratum], state.standing[place, stratum]
    able = able_to_hear(READY_POOL, standing)
    unready = able_to_hear(WAITING_POOL, standing) + standing.stock[WAITING_POOL, s.INTENDING]
    taking = standing.stock[READY_POOL, s.LAPSED] + deciding_of(READY_POOL, means, standing)
    for card in range(CARDS):
        of_ready, of_waiting = standing.errand[READY_POOL, card], standing.errand[WAITING_POOL, card]
        here.to_tell[card] += able * of_ready + unready * of_waiting
        here.to_take[card] += taking * of_ready
        here.to_take_ms[card] += taking * of_ready * means.handling_ms
