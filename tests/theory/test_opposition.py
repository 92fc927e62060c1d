"""Rogers: whoever was against an innovation and reconsiders has still to be persuaded."""

from datetime import date

from ikdsim.resident import causes as c
from ikdsim.resident import stages as s
from tests.factories import make_model

MORE_OPPOSED = {"persuasion.opposed": 0.2}
FEWER_OPPOSED = {"persuasion.opposed": 0.0}


def test_whoever_reconsiders_is_where_everybody_is_who_has_heard():
    assert c.CAUSES[c.RECONSIDERATION].target == s.AWARE


def test_more_opponents_never_mean_more_users():
    users = []
    for numbers in (FEWER_OPPOSED, MORE_OPPOSED):
        model = make_model(end=date(2028, 12, 31), scale=20, parameters=numbers)
        model.run()
        users.append(model.activated)
    assert users[1] < users[0]
