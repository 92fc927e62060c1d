"""Answers by WhatsApp persuade those who are online and have heard of IKD; nobody posts more than today."""

import numpy as np

from ikdsim.policy.campaign import Campaign
from ikdsim.resident import stages as s
from ikdsim.scenario.load import load_scenario
from tests.factories import SCENARIOS
from tests.theory.paired import START, is_as_usual_before, moved, run, users

ANSWERS = Campaign(name="whatsapp", start=START, extra_posts_per_week=0.0, answers=1.0)
NUMBERS = (("communication.questions_per_year", 0.5),)


def test_answers_persuade_online_and_touch_nothing_else():
    assert moved(ANSWERS) == ({"persuasion_online"}, set())


def test_more_use_ikd_most_of_all_of_those_online():
    assert users(ANSWERS, numbers=NUMBERS).sum() > 1.02 * users(numbers=NUMBERS).sum()
    gained = gained_by_online(run(ANSWERS, numbers=NUMBERS), run(numbers=NUMBERS))
    assert gained[1] > 3 * abs(gained[0])


def gained_by_online(under, usual):
    """Gain in users of those offline and of those online, in agents."""
    using = [np.isin(model.engine.state().stage, s.USERS) for model in (under, usual)]
    online = usual.residents.online
    return np.array([using[0][online == k].sum() - using[1][online == k].sum() for k in (0, 1)])


def test_the_shipped_scenario_answers_and_posts_nothing_more():
    (campaign,) = load_scenario(SCENARIOS / "levers" / "whatsapp.toml").policies
    assert (campaign.kind, campaign.extra_posts_per_week) == ("campaign", 0.0)
    assert campaign.answers > 0.5


def test_nobody_is_changed_before_its_start():
    assert is_as_usual_before(ANSWERS)
