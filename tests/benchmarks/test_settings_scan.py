"""Settings are the numbers that decide most, by a scan whose table is kept."""

import re
from pathlib import Path

from benchmarks.settings_scan import POLICIES, UNMOVED, Found, Moved, numbers_to_move, table
from ikdsim.experiment.settings import all_settings
from ikdsim.provenance import load_parameters

PAGE = (Path(__file__).parents[2] / "docs" / "settings_scan.md").read_text(encoding="utf-8")
FIRST = 8
"""Rows of the page among which every number of a setting stands."""


def test_every_setting_moves_a_number_that_is_among_the_strongest():
    strongest = re.findall(r"^\| `([a-z_.]+)` \|", PAGE, re.MULTILINE)[:FIRST]
    moved = {name for setting in all_settings() for name in (*setting.ends, *setting.region_numbers)}
    assert moved <= set(strongest)


def test_numbers_move_half_of_the_way_and_a_desk_all_of_it():
    tried = {(moved.name, moved.value) for moved in numbers_to_move()}
    share = load_parameters()["structure.desk_share"]
    assert {("structure.desk_share", (share.value + end) / 2) for end in (share.low, share.high)} <= tried
    assert ("kecamatan_desk.exists", 0.0) in tried
    assert not any(name.startswith("cost.") or name in load_parameters().levers for name, _ in tried)


def test_the_strongest_stands_first_and_another_order_is_marked():
    today = Found(UNMOVED, 100.0, (40.0, 30.0, 20.0, 10.0))
    weak = Found(Moved("weak", 1.0, 2.0, is_of_region=False), 100.0, (41.0, 30.0, 20.0, 10.0))
    strong = Found(Moved("strong", 1.0, 2.0, is_of_region=False), 90.0, (10.0, 30.0, 20.0, 15.0))
    lines = table(today, [weak, strong], most=2)
    assert len(today.gains) == len(POLICIES)
    assert [line.split(" | ")[0] for line in lines[2:]] == ["| none", "| `strong`", "| `weak`"]
    assert [line.endswith("yes |") for line in lines[2:]] == [False, True, False]
