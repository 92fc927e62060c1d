"""What is known of a stratum: means over its residents, and the lives that it holds."""

import numpy as np
import pytest

from ikdsim.engine.mean_field.core.strata import LIFE, POOLS, READY_POOL, WAITING_POOL, means_type
from ikdsim.resident.columns import OCCUPATIONS
from ikdsim.resident.stages import MOST_RIVALS, STAGES


def test_the_ready_and_the_waiting_are_told_apart():
    assert sorted((READY_POOL, WAITING_POOL)) == list(range(POOLS))


@pytest.mark.parametrize("tries", [2, 5])
def test_means_have_room_for_every_cause_occupation_and_disappointment(tries):
    means = np.zeros(3, means_type(tries))
    assert means["factor"].shape == (3, len(STAGES), MOST_RIVALS)
    assert means["occupation"].shape == (3, len(OCCUPATIONS))
    assert means["disenchanted"].shape == (3, tries)


def test_a_life_can_last_longer_than_any_run_and_names_its_row():
    life = np.zeros(1, LIFE)
    life["row"], life["until"] = 24_500_000, 32_767
    assert (int(life["row"][0]), int(life["until"][0])) == (24_500_000, 32_767)
