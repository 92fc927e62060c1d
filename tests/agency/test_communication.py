"""Communication: more posts reach more, answers reach those who ask."""

from itertools import pairwise

import pytest

from ikdsim.agency.communication import Communication
from ikdsim.clock import WEEKS_PER_YEAR
from tests.factories import make_parameters

NUMBERS = {
    "knowledge.media_ceiling": 0.08,
    "communication.posts_for_half_reach": 4.0,
    "communication.questions_per_year": 0.52,
    "communication.posts_per_week": 3.0,
    "communication.clarity": 0.9,
    "communication.consistency": 0.8,
}


@pytest.fixture
def parameters():
    return make_parameters(NUMBERS)


def test_the_usual_week_is_that_of_the_register(parameters):
    assert Communication.usual(parameters) == Communication(3.0, 0.0, 0.9, 0.8)


def test_four_posts_reach_half_of_the_reachable(parameters):
    assert Communication(4.0, 0.0, 1.0, 1.0).media_hazard(parameters) == pytest.approx(0.04)


def test_more_posts_reach_more_but_each_post_less(parameters):
    reached = [Communication(posts, 0.0, 1.0, 1.0).media_hazard(parameters) for posts in (0.0, 2.0, 4.0, 6.0, 1e9)]
    steps = [later - earlier for earlier, later in pairwise(reached[:4])]
    assert reached[0] == 0.0
    assert steps == sorted(steps, reverse=True) and min(steps) > 0.0
    assert reached[-1] == pytest.approx(0.08)


def test_the_share_that_sees_the_posts_rises_with_them_up_to_all(parameters):
    seen = [Communication(posts, 0.0, 1.0, 1.0).seen(parameters) for posts in (0.0, 4.0, 1e9)]
    assert seen == pytest.approx([0.0, 0.5, 1.0])


@pytest.mark.parametrize("two_way", [0.0, 0.5, 1.0])
def test_questions_are_answered_as_far_as_somebody_does(two_way, parameters):
    answered = Communication(3.0, two_way, 0.8, 1.0).answered(parameters)
    assert answered == pytest.approx(two_way * 0.52 / WEEKS_PER_YEAR)
