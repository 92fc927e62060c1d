"""The same runs in several ways."""

from importlib.util import find_spec

import pytest

from benchmarks.many_runs.ways import WAYS, alike, bare_loop, experiment

ONE_RUN = experiment(1, 1)
PEERS = {"EMA Workbench": "ema_workbench"}


def test_an_experiment_has_every_value_with_every_seed():
    asked = experiment(3, 2)
    assert asked.values == pytest.approx((0.01 + 0.08 / 3, 0.01 + 0.16 / 3, 0.09))
    assert [(asked.values.index(value), seed) for value, seed in asked.runs] == [
        (0, 1), (0, 2), (1, 1), (1, 2), (2, 1), (2, 2),
    ]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name, (_, processes) in WAYS.items() if processes == 1])
def test_every_way_does_the_same_run(name):
    if name in PEERS and find_spec(PEERS[name]) is None:
        pytest.skip("not installed")
    way, processes = WAYS[name]
    assert alike([bare_loop(ONE_RUN, 1), way(ONE_RUN, processes)])


def test_another_number_of_residents_is_not_alike():
    assert not alike([{(0.03, 1): 5.0}, {(0.03, 1): 6.0}])
