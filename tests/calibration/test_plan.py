"""Calibration files, strict and kind like scenario files."""

from datetime import date

import pytest

from ikdsim.calibration.plan import load_calibration
from ikdsim.errors import BadInput
from ikdsim.region.load import load_region
from tests.calibration.factories import BASELINE_FILE, calibration_file


def refusal(path):
    with pytest.raises(BadInput) as refused:
        load_calibration(path)
    return [fault.text("en") for fault in refused.value.faults]


def test_the_shipped_calibration_can_be_read():
    calibration = load_calibration(BASELINE_FILE.parents[2] / "experiments" / "calibrate_babelan.toml")
    assert calibration.homes == ("supply", "demand")
    assert calibration.scenario.end == date(2025, 1, 17)


def test_what_determines_the_draws_is_told(tmp_path):
    calibration = load_calibration(calibration_file(tmp_path, 'acts_on = "demand"\nsteps = 20\nwarm_up = 5'))
    assert calibration.resolved["acts_on"] == ["demand"]
    assert calibration.steps == 25


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("walkers = 0", "between 1 and 1000"),
        ('steps = "many"', "steps"),
        ("wakers = 4", "walkers"),
        ('left_out = ["Desa Buni Bakt"]', "Desa Buni Bakti"),
        ('reading = "D"', "C"),
        ('acts_on = "suply"', "supply"),
    ],
)
def test_a_mistake_is_told_in_a_sentence(tmp_path, words, told):
    (sentence,) = refusal(calibration_file(tmp_path, words))
    assert told in sentence


def test_a_scenario_that_cannot_be_calibrated_is_told(tmp_path):
    short = tmp_path / "short.toml"
    short.write_text(f'extends = "{BASELINE_FILE.as_posix()}"\nend = 2024-06-30\n')
    path = tmp_path / "calibrate.toml"
    path.write_text('scenario = "short.toml"')
    assert "2025-01-17" in refusal(path)[0]
    path.write_text(f'scenario = "{BASELINE_FILE.with_name("ikd_team.toml").as_posix()}"')
    assert "ikd_team" in refusal(path)[0]


def test_every_count_may_not_be_left_out(tmp_path):
    left_out = ", ".join(f'"{name}"' for name in load_region("babelan").place_names)
    assert "every place" in refusal(calibration_file(tmp_path, f"left_out = [{left_out}]"))[0]
