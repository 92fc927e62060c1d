import numpy as np
import pytest

from ikdsim.population.margins import Margin, ratio, share


def margin(got, reason=""):
    return Margin("residents", "", 100.0, got, 2.0, "count", "a census", reason)


def test_a_margin_agrees_within_its_tolerance_only():
    assert margin(102).agrees and margin(102).verdict == "agrees"
    assert not margin(103).agrees and margin(103).verdict == "differs"


def test_a_reason_permits_a_deviation_but_is_not_needed_without_one():
    assert margin(150, "older_mix").verdict == "older_mix"
    assert margin(100, "older_mix").verdict == "agrees"


def test_a_share_leaves_room_for_chance_but_not_for_an_error(parameters):
    wanted, everyone = parameters["population.card_missing"], np.ones(10_000, np.bool_)
    by_chance, by_error = (np.arange(10_000) < count for count in (310, 450))
    assert [next(share("card_missing", wanted, everyone, hit)).agrees for hit in (by_chance, by_error)] == [
        True,
        False,
    ]


def test_nobody_to_count_gives_no_margin(parameters):
    nobody = np.zeros(10, np.bool_)
    assert not list(share("men", parameters["population.men"], nobody, ~nobody))


def test_a_ratio_compares_two_groups(parameters):
    wanted = parameters["population.phone_men"], parameters["population.phone_women"]
    men = np.arange(20_000) < 10_000
    owner = np.arange(20_000) % 10_000 < np.where(men, 7276, 6291)
    found = next(ratio("phone_men_to_women", wanted, (men, ~men), owner))
    assert found.got == pytest.approx(0.7276 / 0.6291) and found.agrees
    assert not next(ratio("phone_men_to_women", wanted, (~men, men), owner)).agrees
