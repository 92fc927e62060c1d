"""The key `catchment` of policies that send visits: how many residents each visit addresses."""

from collections.abc import Sequence

from ikdsim.policy.base import Misfit
from ikdsim.region.region import Region


def catchment_misfits(catchment: float | None, names: Sequence[str], region: Region) -> list[Misfit]:
    """The fault of a catchment above the residents of the smallest of the places that `names` mean, if it is one."""
    visited = [place for place in region.places if place.name in names]
    smallest = min(visited, key=lambda place: place.residents, default=None)
    if catchment is None or smallest is None or catchment <= smallest.residents:
        return []
    facts = {"value": f"{catchment:g}", "place": smallest.name, "high": smallest.residents}
    return [Misfit("catchment_beyond_place", "catchment", facts)]
