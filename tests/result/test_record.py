"""The birth certificate of a run."""

import dataclasses
import json

import pytest

from ikdsim.identity import fingerprint
from ikdsim.result.record import Settings, numbers_behind, record


@pytest.fixture
def settings(scenario):
    return Settings(scenario=scenario, seed=1, scale=200, engine="columns")


def digits(settings):
    return fingerprint(settings.determined_by())


def test_the_same_run_has_the_same_fingerprint(settings):
    assert digits(settings) == digits(dataclasses.replace(settings, scale=200.0))
    assert len(digits(settings)) == 12


@pytest.mark.parametrize("change", [{"seed": 2}, {"scale": 100}, {"engine": "objects"}])
def test_another_setting_is_another_run(settings, change):
    assert digits(dataclasses.replace(settings, **change)) != digits(settings)


def test_another_policy_is_another_run(settings):
    without = dataclasses.replace(settings.scenario, policies=())
    assert digits(dataclasses.replace(settings, scenario=without)) != digits(settings)


def test_a_record_says_what_made_it_and_survives_json(settings):
    written = record(settings.determined_by(), {"command": "ikdsim run talk.toml"})
    assert json.loads(json.dumps(written)) == written
    assert {"python", "platform", "numpy", "numba", "mesa"} <= set(written["made_with"])
    assert written["determined_by"]["scenario"]["policies"][0]["kind"] == "campaign"
    assert written["command"] == "ikdsim run talk.toml"


def test_what_is_carried_along_does_not_enter_the_fingerprint(settings):
    written = [record(settings.determined_by(), {"started": when}) for when in ("today", "tomorrow")]
    assert written[0]["fingerprint"] == written[1]["fingerprint"] == digits(settings)


def test_every_number_comes_with_its_source_and_the_value_that_was_used(scenario):
    posts = dataclasses.replace(scenario, parameters={"communication.posts_per_week": 3.0})
    numbers = {number["name"]: number for number in numbers_behind(posts)}
    assert numbers["communication.posts_per_week"]["value"] == 3.0
    assert numbers["babelan.target"]["value"] == 58_640
    assert all(number["source"] and number["unit"] and number["kind"] for number in numbers.values())
