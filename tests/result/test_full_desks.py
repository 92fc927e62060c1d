"""Desks that are full."""

import dataclasses

import numpy as np

from ikdsim.report.run import summary
from ikdsim.result.full_desks import full_years


def using(result, kind, given, used):
    """The result in which one kind has and uses so many minutes in every week of 2024, all others have none."""
    minutes = [np.zeros(result.minutes_given.shape) for _ in range(2)]
    of_2024 = [day.year == 2024 for day in result.dates]
    for counts, value in zip(minutes, (given, used), strict=True):
        counts[of_2024, kind] = value
    return dataclasses.replace(result, minutes_given=minutes[0], minutes_used=minutes[1])


def test_a_desk_is_full_in_a_year_in_which_nearly_all_its_minutes_are_used(result):
    full = using(result, 2, 100.0, 96.0)
    assert full_years(full) == {"kecamatan_desk": [2024]}
    assert "(2024). There, more residents" in " ".join(summary(full, "en").split())


def test_a_desk_with_time_left_or_without_any_is_not(result):
    assert full_years(using(result, 2, 100.0, 94.0)) == {}
    assert full_years(using(result, 2, 0.0, 0.0)) == {}
    assert "No desk or service uses up" in summary(using(result, 2, 100.0, 94.0), "en")
