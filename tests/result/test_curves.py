from datetime import date

import numpy as np

from ikdsim.policy.campaign import Campaign
from ikdsim.region.load import load_region
from ikdsim.result.curves import backdrop_of, curve_of
from tests.factories import make_scenario


def campaign_from(day):
    return Campaign(name=f"campaign {day}", start=day, extra_posts_per_week=1, answers=1)


def test_a_curve_knows_when_the_first_policy_starts():
    policies = (campaign_from(date(2023, 8, 7)), campaign_from(date(2023, 2, 6)))
    curve = curve_of(make_scenario(policies), "id", np.zeros(3))
    assert (curve.title, curve.policies_start) == ("Skenario small", date(2023, 2, 6))
    assert curve_of(make_scenario(), "en", np.zeros(3)).policies_start is None


def test_curves_are_held_against_the_published_table_and_the_target():
    backdrop = backdrop_of(load_region("babelan"), [date(2025, 1, 12), date(2025, 1, 19)], "en")
    assert (backdrop.target, backdrop.counted, backdrop.counted_on) == (58_640, 11_354, date(2025, 1, 17))
