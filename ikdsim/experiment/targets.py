"""Targets: how many of the recorded residents are to use IKD, as the ministry has set it for every regency."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Final

from ikdsim.provenance import SourcedValue, sourced_tables
from ikdsim.region.region import Region

TARGETS_FILE: Final = Path(__file__).parents[1] / "data" / "targets.toml"


@cache
def target_shares() -> tuple[SourcedValue, ...]:
    """The targets as shares of the recorded residents, the lowest first."""
    numbers = sourced_tables("target.", tomllib.loads(TARGETS_FILE.read_text(encoding="utf-8")))
    return tuple(sorted(numbers.values(), key=lambda number: number.value))


def targets_of(region: Region) -> dict[float, int]:
    """Share -> residents of `region` who must use IKD for it; the region's own target is one of them in Babelan."""
    return {share.value: round(share.value * region.target_base) for share in target_shares()}
