"""From a record back to its run."""

import dataclasses
import json
from datetime import date

import pytest

from ikdsim.errors import BadInput
from ikdsim.identity import fingerprint
from ikdsim.result import repeat
from ikdsim.result.record import Settings, as_json, record
from ikdsim.result.repeat import read_record, recorded_fingerprint
from ikdsim.scenario.load import load_scenario
from ikdsim.scenario.prices import load_prices, with_prices
from tests.scenario.test_prices import EXAMPLE

EVERY_LEVER = """
title = { id = "Semua", en = "Everything" }
region = "babelan"

[parameters]
"communication.posts_per_week" = 2.5

[region_numbers]
"kecamatan_desk.officers" = 4
"signal.Desa Hurip Jaya" = 0.8

[[policy]]
kind = "service_vehicle"
start = 2027-01-04
end = 2027-12-31
vehicles = 1
days_per_week = 4
places = ["Desa Hurip Jaya", "Desa Teluk Mati"]

[[policy]]
name = "2027-01-04"
kind = "ktp_transition"
start = 2027-01-04
accepted = 0.3
reached_by = 2027-12-31
"""


@pytest.fixture
def settings(tmp_path):
    (tmp_path / "everything.toml").write_text(EVERY_LEVER)
    scenario = load_scenario(tmp_path / "everything.toml")
    return Settings(scenario=scenario, seed=7, scale=50, engine="objects")


@pytest.fixture
def path(settings, tmp_path):
    (tmp_path / "record.json").write_text(as_json(record(settings.determined_by(), {})))
    return tmp_path / "record.json"


def rewrite(path, change):
    """Change what a record says, with a fingerprint to match."""
    written = json.loads(path.read_text())
    change(written["determined_by"])
    path.write_text(as_json(record(written["determined_by"], {})))


def refusal(path):
    with pytest.raises(BadInput) as refused:
        read_record(path)
    assert len(refused.value.faults) == 1
    return str(refused.value)


def test_a_record_gives_back_its_settings(settings, path):
    scenario = dataclasses.replace(settings.scenario, files=())
    assert read_record(path) == dataclasses.replace(settings, scenario=scenario)
    assert read_record(path).scenario.policies[0].end == date(2027, 12, 31)


def test_the_folder_of_a_record_is_known_by_its_fingerprint(settings, path):
    assert recorded_fingerprint(path.parent) == fingerprint(settings.determined_by())
    assert recorded_fingerprint(path.parent / "elsewhere") is None


def test_a_record_of_another_version_names_both(path, monkeypatch):
    rewrite(path, lambda determined_by: determined_by.update(ikdsim="9.9.9"))
    assert "made with ikdsim 9.9.9" in refusal(path)
    assert "install ikdsim 9.9.9" in refusal(path)


def test_a_record_of_other_numbers_names_what_differs(path):
    rewrite(path, lambda determined_by: determined_by.update(parameters="0"))
    assert "differs (parameters)" in refusal(path)


def test_a_record_that_somebody_changed_is_refused(path):
    path.write_text(path.read_text().replace('"seed": 7', '"seed": 8'))
    assert "changed after it was made" in refusal(path)


def test_a_record_gives_back_own_prices(settings, tmp_path):
    [scenario] = with_prices([dataclasses.replace(settings.scenario, files=())], load_prices(EXAMPLE))
    priced = dataclasses.replace(settings, scenario=scenario)
    (tmp_path / "priced.json").write_text(as_json(record(priced.determined_by(), {})))
    assert read_record(tmp_path / "priced.json") == priced


def test_a_price_that_no_file_can_hold_is_refused(path):
    wrong = {"name": "cost.post", "value": -1, "unit": "Rp/post", "source": "s"}
    rewrite(path, lambda of: of["scenario"].update(prices=[wrong]))
    assert "must lie between 0" in refusal(path)


@pytest.mark.parametrize("words", ["", "no json", "[]", "{}", '{"determined_by": 3}', "[" * 100_000, "\x00"])
def test_what_is_no_record_is_refused(tmp_path, words):
    (tmp_path / "record.json").write_text(words)
    assert "not the record of a run" in refusal(tmp_path / "record.json")


def test_the_record_of_something_else_is_refused(path):
    rewrite(path, lambda determined_by: determined_by.pop("scenario"))
    assert "not the record of a run" in refusal(path)


@pytest.mark.parametrize(
    "change",
    [
        lambda of: of["scenario"]["policies"][0].update(kind="boat"),
        lambda of: of["scenario"].update(policies=[3]),
        lambda of: of["scenario"].update(parameters=[]),
        lambda of: of["scenario"].update(name="a\nb"),
        lambda of: of["scenario"].pop("start"),
        lambda of: of["scenario"].update(end="soon"),
        lambda of: of.update(scenario=[]),
        lambda of: of.update(title="\x1b[31m"),
        lambda of: of.pop("seed"),
    ],
)
def test_a_record_that_no_run_has_written_is_refused_though_its_fingerprint_is_right(path, change):
    rewrite(path, change)
    assert "not the record of a run" in refusal(path)


def test_bytes_and_folders_and_nothing_are_refused(tmp_path):
    (tmp_path / "picture").write_bytes(b"\xff\xfe\x00")
    assert "not the record" in refusal(tmp_path / "picture")
    assert "cannot be opened" in refusal(tmp_path)
    assert "no such file" in refusal(tmp_path / "missing.json")


def test_every_policy_kind_survives_the_record(path):
    """Days are the only keys that JSON turns into words."""
    table = json.loads(path.read_text())["determined_by"]["scenario"]["policies"][1]
    policy = repeat._policy(table, ())
    assert (policy.name, policy.start, policy.reached_by) == ("2027-01-04", date(2027, 1, 4), date(2027, 12, 31))
