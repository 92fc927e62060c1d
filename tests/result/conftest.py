from datetime import date

import pytest

from ikdsim.policy.campaign import Campaign
from ikdsim.result.simulate import run
from ikdsim.scenario.scenario import Scenario

SCALE = 200


@pytest.fixture(scope="session")
def scenario():
    """A campaign in the first two years."""
    campaign = Campaign(name="campaign", start=date(2023, 6, 5), extra_posts_per_week=5, answers=1)
    title = {"id": "Kampanye", "en": "Campaign"}
    end = date(2025, 3, 1)
    return Scenario(name="talk", title=title, region="babelan", end=end, policies=(campaign,))


@pytest.fixture(scope="session")
def result(scenario):
    return run(scenario, seed=3, scale=SCALE)
