"""Curves of adoption, and what they are held against, as plain data for a picture."""

from collections.abc import Sequence
from datetime import date

from ikdsim.plot.data import Backdrop, Counts, Curve
from ikdsim.region.region import Region
from ikdsim.scenario.scenario import Scenario


def curve_of(scenario: Scenario, lang: str, values: Counts, band: tuple[Counts, Counts] | None = None) -> Curve:
    """Activated residents under `scenario` in each week, and the band around them, if there are many runs."""
    policies_start = min((policy.start for policy in scenario.policies), default=None)
    return Curve(title=scenario.title[lang], values=values, band=band, policies_start=policies_start)


def backdrop_of(region: Region, dates: Sequence[date], lang: str) -> Backdrop:
    """Target and published count of `region`, over the weeks that end on `dates`."""
    return Backdrop(
        region=region.title[lang],
        dates=dates,
        target=region.target,
        counted=sum(place.activated for place in region.places),
        counted_on=region.table_date,
    )
