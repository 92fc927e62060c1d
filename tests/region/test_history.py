"""What happened in Babelan before any policy that a planner writes."""

from datetime import date
from pathlib import Path

import pytest

from ikdsim.errors import BadInput
from ikdsim.region.files import read_table
from ikdsim.region.history import history_of
from ikdsim.region.load import load_region, region_folder


def test_trust_was_shaken_four_times_and_blanks_ran_out_once():
    history = load_region("babelan").history
    assert [(policy["kind"], policy["start"], policy.get("severity")) for policy in history] == [
        ("blank_shortage", date(2023, 1, 2), None),
        ("data_breach", date(2023, 7, 15), 1.0),
        ("data_breach", date(2024, 1, 5), 0.5),
        ("data_breach", date(2024, 6, 20), 0.5),
        ("data_breach", date(2025, 10, 6), 0.7),
    ]
    assert history[0]["end"] == date(2023, 8, 4)


def test_a_policy_of_the_past_reads_like_one_of_a_scenario_and_keeps_its_source_beside_it():
    region = load_region("babelan")
    assert not any("source" in policy for policy in region.history)
    assert {policy["name"] for policy in region.history} == set(region.history_sources)


def test_the_severity_of_a_shock_is_a_number_with_an_origin():
    assert load_region("babelan").numbers["babelan.fake_calls_2025.severity"].kind == "assumed"


def test_botram_visits_villages_only_from_july_2024():
    first, second = load_region("babelan").botram
    assert (first.start, first.village_visits_per_year.value) == (date(2023, 11, 11), 0)
    assert (second.start, second.village_visits_per_year.value) == (date(2024, 7, 9), 4.8)
    assert first.kecamatan_visits_per_year.value == second.kecamatan_visits_per_year.value == 2.2
    assert second.urban_weight.low == 1


def test_a_shock_without_an_origin_does_not_load(tmp_path: Path):
    written = (region_folder("babelan") / "history.toml").read_text(encoding="utf-8")
    without = written.replace('source = "own assumption: a quarrel over terms, no data lost"\n', "")
    path = tmp_path / "history.toml"
    path.write_text(without, encoding="utf-8")
    with pytest.raises(BadInput, match=r"privacy_policy_2024\.severity"):
        history_of("babelan", read_table(path))
