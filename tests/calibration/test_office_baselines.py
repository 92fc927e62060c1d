"""Declared baselines for the offices of the panel."""

from datetime import date

import numpy as np
import pytest

from ikdsim.calibration.office_baselines import (
    OF_LAST_DATES,
    OF_LEFT_OUT,
    last_and_nation,
    last_dates,
    left_out,
    nation,
    nation_and_others,
    own_line,
)
from ikdsim.panel.dated_count import DatedCount
from ikdsim.panel.office import offices_of
from ikdsim.panel.read import load_panel

FEW = np.array([0.2, 0.5])


def counted(place, day, activated, level="city"):
    return DatedCount(
        place=place,
        level=level,
        date=date.fromisoformat(day),
        activated=activated,
        base=1000,
        base_kind="recorded",
        base_from="printed",
        source="its page",
    )


NATION = [counted("Indonesia", "2024-01-01", 20, "nation"), counted("Indonesia", "2024-12-31", 56, "nation")]
"""Two percent, and a tenth of a point every ten days."""
PANEL = [
    *NATION,
    counted("Kota A", "2024-01-01", 40),
    counted("Kota A", "2024-01-11", 60),
    counted("Kota A", "2024-01-21", 90),
    counted("Kota B", "2024-01-01", 10),
]
DAY = date(2024, 1, 21)
KOTA_A, KOTA_B = offices_of(PANEL[:-2])[0], offices_of(PANEL)[1]


def test_its_last_rate_and_the_growth_of_the_nation():
    assert last_and_nation(PANEL, [], KOTA_A, DAY) == pytest.approx(0.06 + 0.01 * 36 / 365, abs=1e-4)


def test_its_own_line_through_two_shares_or_from_the_roll_out():
    assert own_line(PANEL, [], KOTA_A, DAY) == pytest.approx(0.08)
    days = [(day - date(2022, 10, 1)).days for day in (DAY, date(2024, 1, 1))]
    assert own_line(PANEL, [], KOTA_B, DAY) == pytest.approx(0.01 * days[0] / days[1])


def test_an_office_like_the_nation_or_like_the_others():
    share = nation(PANEL, [], KOTA_A, DAY)
    assert share == pytest.approx(0.02 + 0.036 * 20 / 365)
    assert nation_and_others(PANEL, [KOTA_B], KOTA_A, DAY) == pytest.approx(share / 2)


def test_the_last_count_is_foretold_from_earlier_ones_only():
    (forecast,) = last_dates(PANEL, own_line, FEW)
    assert (forecast.count.name, forecast.count.observed, round(forecast.expected)) == ("Kota A", 90, 80)


def test_an_office_that_is_left_out_tells_nothing_of_itself():
    assert [round(one.expected, 1) for one in left_out(PANEL, nation_and_others, FEW)] == [11.0, 81.9]


def test_nobody_is_foretold_less_than_no_one():
    falling = [*NATION, *(counted("Kota C", day, active) for day, active in (("2024-01-01", 9), ("2024-01-11", 1)))]
    (forecast,) = last_dates([*falling, counted("Kota C", "2024-03-01", 1)], own_line, FEW)
    assert forecast.expected > 0


@pytest.mark.parametrize("baseline", OF_LAST_DATES.values())
def test_offices_with_two_dates_of_the_shipped_panel(baseline):
    assert len(last_dates(load_panel(), baseline, FEW)) == 16


@pytest.mark.parametrize("baseline", OF_LEFT_OUT.values())
def test_every_office_of_the_shipped_panel_is_left_out_once(baseline):
    forecasts = left_out(load_panel(), baseline, FEW)
    assert len({one.count.name for one in forecasts}) == len(forecasts) == 44
