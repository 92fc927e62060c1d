"""Chance, numbers and packages in words."""

from dataclasses import replace

from ikdsim.report.how_sure import how_sure, packages
from tests.experiment.factories import make_comparison
from tests.experiment.test_ranks import compared

DRAWN = {"baseline": [0.0, 0.0, 0.0, 0.0], "team": [100.0, 110.0, 300.0, 310.0], "none": [0.0, 0.0, 0.0, 0.0]}


def words(sections):
    return " ".join(" ".join(sections).split())


def test_chance_and_numbers_stand_side_by_side_where_numbers_are_drawn():
    told = words(how_sure(make_comparison(DRAWN, numbers="draws"), "en"))
    assert "Scenario team 64 1,272" in told
    assert "Scenario none" not in told
    assert how_sure(make_comparison(DRAWN), "en") == []


def test_whether_it_is_sure_is_said_only_if_it_was_asked():
    comparison = make_comparison(DRAWN)
    wanted = replace(comparison, plan=replace(comparison.plan, until_sure=10.0))
    assert "Semua 4 ulangan terpakai" in words(how_sure(wanted, "id"))
    wanted = replace(comparison, plan=replace(comparison.plan, until_sure=5000.0))
    assert "Berhenti setelah 4 ulangan" in words(how_sure(wanted, "id"))


def test_a_package_is_told_beside_the_sum_of_its_parts():
    ends = {"baseline": [0.0, 0.0], "one": [1.0, 2.0], "two": [3.0, 3.0], "both": [5.0, 6.0]}
    comparison = compared(ends, {"baseline": "", "one": "x", "two": "y", "both": "xy"})
    told = words(packages(comparison, "en"))
    assert "Scenario both: +9 residents beside the sum of what is gained by Scenario one, Scenario two" in told
    assert packages(make_comparison(DRAWN), "en") == []
