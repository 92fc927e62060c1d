"""People around add to a hazard, in proportion to their share."""

import numpy as np
import pytest

from ikdsim.resident.contacts import ContactHazard

AROUND = np.array([0.0, 0.25, 1.0])


def test_a_cause_that_works_alone_grows_with_the_users_around():
    assert ContactHazard(rate=0.1, alone=1.0, weight=4.0).at(AROUND) == pytest.approx([0.1, 0.2, 0.5])


def test_a_cause_that_needs_users_does_nothing_without_them():
    assert ContactHazard(rate=0.2, alone=0.0, weight=1.0).at(AROUND) == pytest.approx([0.0, 0.05, 0.2])
