"""Who is left: mean openness of the aware and decisiveness of the favourable, as hazards and newcomers change them."""

from typing import Any

from ikdsim.engine.mean_field.core.frailty import mean_of, of_leavers, of_stayers, with_openness
from ikdsim.engine.mean_field.core.state import State
from ikdsim.engine.mean_field.core.strata import READY_POOL, WAITING_POOL
from ikdsim.engine.mean_field.core.transitions import Chances, ending, leaving
from ikdsim.kernel import inner
from ikdsim.resident import stages as s


@inner
def both(stage: int, standing: Any) -> float:
    """Residents of a stage in both pools."""
    return float(standing.stock[WAITING_POOL, stage] + standing.stock[READY_POOL, stage])


@inner
def mix_in_aware(week: int, place: int, stratum: int, pool: int, state: State) -> None:
    """The aware who join a stratum are as open as its residents are on average."""
    standing, joining = state.standing[place, stratum], state.strata.enter[week, place, stratum, pool, s.AWARE]
    if joining > 0.0:
        before = both(s.AWARE, standing)
        standing.open = mean_of(before * standing.open + joining, before + joining)


@inner
def select(chances: Chances, means: Any, standing: Any) -> None:
    """The open become favourable and the decisive intend; call this before they move. Who doubts stays as willing."""
    aware, favourable = both(s.AWARE, standing), both(s.FAVOURABLE, standing)
    persuaded, intends = chances.aware[0], chances.favourable[0]
    heard = leaving(s.UNAWARE, s.AWARE, both(s.UNAWARE, standing), chances.unaware)
    doubting = leaving(s.FAVOURABLE, s.AWARE, favourable, chances.favourable)
    reconsidering = leaving(s.REFUSING, s.AWARE, both(s.REFUSING, standing), chances.refusing)
    stay = ending(s.AWARE, s.AWARE, aware, chances.aware)
    still = ending(s.FAVOURABLE, s.FAVOURABLE, favourable, chances.favourable)
    newly = with_openness(of_leavers(standing.open, means.openness_spread, persuaded), means.link)
    openness = heard + reconsidering + doubting * standing.decisive
    openness += stay * of_stayers(standing.open, means.openness_spread, persuaded)
    decisive = aware * persuaded * newly + still * of_stayers(standing.decisive, means.decisiveness_spread, intends)
    standing.open = mean_of(openness, heard + reconsidering + doubting + stay)
    standing.decisive = mean_of(decisive, aware * persuaded + still)
