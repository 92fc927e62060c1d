"""One run of one scenario."""

import gc
import weakref
from datetime import date

import numpy as np
import pytest

from ikdsim.errors import BadInput
from ikdsim.model import IkdModel
from ikdsim.result import simulate
from ikdsim.result.simulate import run


def test_a_run_ends_with_the_week_that_holds_the_last_day(scenario):
    short = run(scenario, scale=200, until=date(2023, 3, 1))
    assert short.dates[-1] == date(2023, 3, 5)
    assert short.scenario.end == date(2023, 3, 1)


def test_a_shorter_run_is_the_beginning_of_the_longer_one(scenario, result):
    short = run(scenario, seed=3, scale=200, until=date(2023, 12, 31))
    assert np.array_equal(short.stages, result.stages[: len(short.weeks)])


@pytest.mark.parametrize("day", [date(2023, 1, 1), date(2025, 3, 3)])
def test_a_last_day_outside_the_scenario_is_refused(scenario, day):
    with pytest.raises(BadInput) as refusal:
        run(scenario, scale=200, until=day)
    assert day.isoformat() in str(refusal.value)


def test_the_last_sunday_still_belongs_to_the_scenario(scenario):
    assert scenario.until(date(2025, 3, 2)).end == date(2025, 3, 2)


def test_progress_counts_the_weeks(scenario):
    heard = []
    run(scenario, scale=200, until=date(2023, 1, 20), progress=lambda done, total: heard.append((done, total)))
    assert heard == [(1, 3), (2, 3), (3, 3)]


def test_a_run_leaves_no_model_behind(scenario, monkeypatch):
    born = []

    class Remembered(IkdModel):
        def __init__(self, *given, **named):
            super().__init__(*given, **named)
            born.append(weakref.ref(self))

    monkeypatch.setattr(simulate, "IkdModel", Remembered)
    results = [run(scenario, seed=seed, scale=200, until=date(2023, 2, 1)) for seed in (1, 2, 3)]
    gc.collect()
    assert len(results) == len(born) == 3
    assert [model() for model in born] == [None, None, None]
