"""Plain data for pictures, where it does not matter how the numbers came about."""

from datetime import date, timedelta

import numpy as np

from ikdsim.plot.data import Backdrop, Curve

FIRST_SUNDAY = date(2023, 1, 8)


def make_backdrop(last: date = date(2025, 6, 29)) -> Backdrop:
    """Babelan's target and published count, over all weeks from January 2023 to `last`."""
    weeks = (last - FIRST_SUNDAY).days // 7 + 1
    return Backdrop(
        region="Babelan",
        dates=[FIRST_SUNDAY + timedelta(weeks=week) for week in range(weeks)],
        target=58_640,
        counted=11_354,
        counted_on=date(2025, 1, 17),
    )


def make_curve(title: str, backdrop: Backdrop, end: float, width: float = 0.0, starts: date | None = None) -> Curve:
    """A curve that rises evenly to `end` residents, in a band that is `width` wide there, if it is to have one."""
    rising = np.linspace(0, 1, len(backdrop.dates))
    band = ((end - width / 2) * rising, (end + width / 2) * rising) if width else None
    return Curve(title=title, values=end * rising, band=band, policies_start=starts)
