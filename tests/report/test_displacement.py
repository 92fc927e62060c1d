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


def test_a_place_that_loses_in_nearly_all_runs_is_named_with_their_number():
    losing = robbed("Desa Hurip Jaya", [95.0, 85.0])
    assert "Desa Hurip Jaya loses 10 users of IKD (fewer in 2 of 2 runs)" in told(losing)
    assert "Desa Hurip Jaya kehilangan 10 pemakai IKD" in told(losing, "id")
    assert "Hurip Jaya" not in told(robbed("Desa Hurip Jaya", [60.0, 101.0]))


def test_a_place_that_gains_is_not_named():
    assert "Bahagia" not in told(robbed("Desa Hurip Jaya", [95.0, 85.0]))


def test_visits_and_hours_of_other_kecamatan_are_told():
    taken = {"baseline": [[0.0, 600.0], [0.0, 600.0]], "tour": [[52.0, 1800.0], [52.0, 1800.0]]}
    comparison = make_comparison(ENDS, taken=taken)
    assert (
        "other kecamatan lose 52 visits, which come here instead; other kecamatan lose 20 officer hours at desks"
        in told(comparison)
    )


def test_hours_of_other_services_are_told():
    taken = {"baseline": [[0.0, 0.0, 60.0, 0.0]] * 2, "tour": [[0.0, 0.0, 660.0, 300.0]] * 2}
    assert told(make_comparison(ENDS, taken=taken)).endswith(
        "KTP-el and other services lose 10 officer hours, which go to IKD during errands; desks of the district "
        "office lose 5 officer hours of other services, because officers are on duty elsewhere"
    )


def test_who_takes_nothing_is_told_so():
    assert told(make_comparison(ENDS)).endswith("Scenario tour: no loss was counted")


def test_a_baseline_alone_has_nobody_to_lose():
    assert others_lose(make_comparison({"baseline": [100.0]}), "en") == []


@pytest.mark.parametrize("lang", ["id", "en"])
def test_it_stands_in_the_summary(lang):
    comparison = robbed("Desa Hurip Jaya", [95.0, 85.0])
    assert others_lose(comparison, lang)[0] in comparison_text(comparison, lang)
