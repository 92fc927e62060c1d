"""More exposure never makes anyone later, all else equal.

Equal means: no queue, no failure, no contacts, no alarm or doubt, no lapse, no offers at the counter, and
no errands brought to visits. With these channels open, single residents can be later.
"""

from datetime import date

import numpy as np
import pytest

from ikdsim.policy.botram_rotation import BotramRotation
from ikdsim.policy.campaign import Campaign
from ikdsim.policy.ktp_transition import KtpTransition
from ikdsim.region.load import load_region
from ikdsim.resident.stages import ACTIVE, CONFIRMED, STAGES
from tests.factories import make_model

NEVER_REACHED = 10_000
END = date(2025, 1, 19)
ALL_ELSE_EQUAL = {
    # An errand brought to a visit is not made again at a desk, where the resident might have come later, when they
    # intended to activate: visits that also draw errands do shift somebody. Without that they only add exposure.
    "implementation.visit_errands": 0.0,
    "structure.desk_share": 1e5,
    "structure.visit_share": 1e5,
    "resources.uptime": 1.0,
    "resources.avoidable_failure": 0.0,
    "resources.failure_without_signal": 0.0,
    "knowledge.word_of_mouth": 0.0,
    "knowledge.told_at_home": 0.0,
    "persuasion.at_home": 0.0,
    "persuasion.by_contacts": 0.0,
    "persuasion.breach_alarm": 0.0,
    "implementation.embittered": 0.0,
    "decision.breach_doubt": 0.0,
    "disposition.attitude": 0.0,
    "confirmation.pin_forgotten": 0.0,
    "confirmation.not_reactivated": 0.0,
    "confirmation.disenchantment": 0.0,
}
START = {"start": date(2023, 2, 6), "end": None}
MORE = {
    "campaign": Campaign(name="x", extra_posts_per_week=20.0, answers=1.0, **START),
    "visits": BotramRotation(
        name="x", visits_per_month=36.0, places=load_region("babelan").place_names, crews="added", **START
    ),
    "acceptance": KtpTransition(name="x", accepted=0.5, reached_by=None, **START),
}


def first_weeks(model) -> np.ndarray:
    """Week in which each resident first reached each stage up to active; shape (residents, 5)."""
    rank = np.array([0, 1, 2, 3, 4, 4, 0, 0])
    assert STAGES[ACTIVE] == "active" and STAGES[CONFIRMED] == "confirmed"
    reached = np.full((len(model.residents.place), 5), NEVER_REACHED)
    while model.week < model.last_week:
        model.step()
        now = rank[model.engine.state().stage]
        for stage in range(5):
            reached[(now >= stage) & (reached[:, stage] > model.week), stage] = model.week
    return reached


@pytest.mark.parametrize("lever", MORE)
def test_more_exposure_never_delays_anyone(lever, beyond_ranges):
    beyond_ranges(ALL_ELSE_EQUAL)
    usual = first_weeks(make_model(end=END, scale=50))
    exposed = first_weeks(make_model((MORE[lever],), END, scale=50))
    assert (exposed <= usual).all()
    assert (exposed < usual).any(axis=1).sum() > 50
