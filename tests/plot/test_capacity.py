"""What part of the time for IKD is used."""

from math import nan

import numpy as np
import pytest

from ikdsim.plot.capacity import plot_capacity
from tests.plot.pictures import covered, cut_off, words

SERVICES = ["district office (Disdukcapil)", "kelurahan or desa desk", "visit of the IKD team"]
TITLES = ["As today (baseline)", "Dedicated IKD team"]
SHARES = np.array([[0.85, 1.2, nan], [0.73, 0.0, 0.07]])


@pytest.mark.parametrize("lang", ["id", "en"])
def test_everything_can_be_read(lang):
    figure = plot_capacity(SHARES, TITLES, SERVICES, lang)
    assert covered(figure) == []
    assert cut_off(figure) == []


def test_every_service_is_told_under_every_scenario():
    assert [text.get_text() for text in plot_capacity(SHARES, TITLES, SERVICES, "en").axes[0].texts] == [
        *("85", "120", "–"),
        *("73", "0", "7"),
    ]


def test_names_stand_beside_and_above():
    said = words(plot_capacity(SHARES, TITLES, SERVICES, "en"))
    assert "Dedicated IKD team" in said
    assert "kelurahan or\ndesa desk" in said
