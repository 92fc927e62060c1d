"""The twin and runs at a scale beside agents."""

import pytest

from benchmarks.agreement import AROUND, DAYS, mix_by_place, users
from benchmarks.jobs import BASELINE
from ikdsim import setup


def test_the_twin_and_agents_are_told_on_the_same_days_in_the_same_places():
    twin, agents = users(BASELINE, 1, "twin"), users(BASELINE, 1, "20")
    assert twin.shape == agents.shape == (len(DAYS), 9)
    assert twin.sum(axis=1) == pytest.approx(agents.sum(axis=1), rel=0.2)


def test_people_around_can_be_mixed_by_place_below_the_range_of_the_register(monkeypatch):
    monkeypatch.setattr(setup, "load_parameters", setup.load_parameters)
    shipped = dict(setup.load_parameters())
    mix_by_place()
    mixed = dict(setup.load_parameters())
    assert mixed[AROUND].value == 0.0
    assert {name for name in shipped if mixed[name] != shipped[name]} == {AROUND}
