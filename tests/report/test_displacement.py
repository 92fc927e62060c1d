"""What others lose is printed beside what a scenario gains."""

import dataclasses

import pytest

from ikdsim.report.comparison import comparison_text
from ikdsim.report.displacement import others_lose
from tests.experiment.factories import make_comparison

ENDS = {"baseline": [100.0, 100.0], "tour": [120.0, 120.0]}


def robbed(place, left):
    """A comparison in which the tour gains everywhere but in one place, which ends with so many in each run."""
    comparison = make_comparison(ENDS)
    activated = comparison.activated.copy()
    activated[1, :, -1, comparison.region.place_names.index(place)] = left
    return dataclasses.replace(comparison, activated=activated)


def told(comparison, lang="en"):
    return " ".join(" ".join(others_lose(comparison, lang)).split())


def test_a_place_that_loses_is_named_with_the_runs_in_which_it_does():
    assert "Desa Hurip Jaya, 10 fewer residents use IKD (fewer in 2 of 2 runs)" in told(
        robbed("Desa Hurip Jaya", [95.0, 85.0])
    )
    assert "Desa Hurip Jaya, 10 warga pemakai IKD lebih sedikit" in told(robbed("Desa Hurip Jaya", [95.0, 85.0]), "id")


def test_a_place_that_gains_is_not_named():
    assert "Bahagia" not in told(robbed("Desa Hurip Jaya", [95.0, 85.0]))


def test_visits_and_hours_of_other_kecamatan_are_told():
    taken = {"baseline": [[0.0, 600.0], [0.0, 600.0]], "tour": [[52.0, 1800.0], [52.0, 1800.0]]}
    comparison = make_comparison(ENDS, taken=taken)
    assert "other kecamatan, 52 visits; other kecamatan, 20 officer hours at desks of the regency" in told(comparison)


def test_hours_of_other_services_are_told():
    taken = {"baseline": [[0.0, 0.0, 60.0, 0.0]] * 2, "tour": [[0.0, 0.0, 660.0, 300.0]] * 2}
    assert told(make_comparison(ENDS, taken=taken)).endswith(
        "KTP-el and other services, 10 officer hours spent on explaining IKD; desks of the district office, "
        "5 officer hours of other services while officers have other duties"
    )


def test_who_takes_nothing_is_told_so():
    assert told(make_comparison(ENDS)).endswith("Scenario tour: no loss was counted")


def test_a_baseline_alone_has_nobody_to_lose():
    assert others_lose(make_comparison({"baseline": [100.0]}), "en") == []


@pytest.mark.parametrize("lang", ["id", "en"])
def test_it_stands_in_the_summary(lang):
    comparison = robbed("Desa Hurip Jaya", [95.0, 85.0])
    assert others_lose(comparison, lang)[0] in comparison_text(comparison, lang)
