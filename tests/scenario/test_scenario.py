from datetime import date

from ikdsim.policy.campaign import Campaign
from ikdsim.scenario.scenario import Scenario

TITLE = {"id": "Kampanye", "en": "Campaign"}


def campaigns(count):
    """So many campaigns, each with a name of its own."""
    return tuple(
        Campaign(name=f"campaign_{number}", start=date(2027, 1, 4), extra_posts_per_week=1) for number in range(count)
    )


def test_python_shows_what_a_scenario_changes_in_a_line():
    told = Scenario(
        name="talk", title=TITLE, region="babelan", policies=campaigns(1), parameters={"knowledge.radio": 0.5}
    )
    assert repr(told) == "<Scenario talk of babelan, 2023-01-02 to 2028-12-31: campaign_0, knowledge.radio>"


def test_a_scenario_without_changes_says_so():
    assert repr(Scenario(name="baseline", title=TITLE, region="babelan")).endswith(": nothing changed>")


def test_many_policies_stay_within_a_few_lines():
    shown = repr(Scenario(name="talk", title=TITLE, region="babelan", policies=campaigns(100)))
    assert "campaign_5" in shown
    assert shown.endswith(" ...>")
    assert len(shown) < 300
