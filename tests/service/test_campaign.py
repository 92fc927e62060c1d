"""Campaigns read the agency's communication of the week."""

from ikdsim.service.campaign import explanation, media_hazard
from tests.factories import make_conditions


def test_posts_are_heard_and_answers_explain():
    conditions = make_conditions()
    heard, clear = media_hazard(conditions), explanation(conditions)
    conditions.communication.posts_per_week += 5.0
    assert media_hazard(conditions) > heard
    assert explanation(conditions) == clear
    conditions.communication.two_way = 0.5
    assert explanation(conditions) > clear
