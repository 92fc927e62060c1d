"""From the baseline to a plan, barrier by barrier."""

from datetime import date

import pytest

from ikdsim.plot.barrier_changes import plot_barrier_changes
from ikdsim.plot.data import Steps
from tests.plot.pictures import covered, cut_off, words

WHEN = date(2028, 12, 31)
BARRIERS = ["no phone", "has not heard", "not persuaded"]
STEPS = [
    Steps(title="Team", before=1_000.0, fewer=[-0.2, 50.2, -20.0]),
    Steps(title="Same", before=1_000.0, fewer=[0.0, 0.0, 0.0]),
]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_everything_can_be_read(lang):
    figure = plot_barrier_changes(STEPS, BARRIERS, WHEN, lang)
    assert covered(figure) == []
    assert cut_off(figure) == []


def test_steps_lead_to_the_gain():
    team = plot_barrier_changes(STEPS, BARRIERS, WHEN, "en").axes[0]
    assert [(bar.get_x(), bar.get_width()) for bar in team.patches] == [
        (0, -0.2),
        (-0.2, 50.2),
        (50, -20),
        (0, 30),
    ]


def test_users_before_and_after_are_told():
    said = words(plot_barrier_changes(STEPS, BARRIERS, WHEN, "id"))
    assert "1.000 → 1.030 pemakai" in said
    assert {"+50", "-20", "+30"} <= set(said)
    assert "-0" not in said
