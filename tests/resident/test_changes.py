import numpy as np
import pytest

from ikdsim.resident import changes as ch
from ikdsim.resident.columns import PERSON


def dated(*changes):
    return [ch.new_changes(what, np.array([week]), np.array([row]), value) for what, week, row, value in changes]


@pytest.fixture
def people():
    folk = np.zeros(3, PERSON)
    folk["literacy"], folk["recorded_week"] = 100, 400
    return folk


@pytest.fixture
def newcomer():
    one = np.zeros(1, PERSON)
    one["literacy"], one["recorded_week"] = 10, 500
    return one


def test_changes_stand_in_the_order_of_their_weeks_and_arrivals_come_first(newcomer):
    changes = ch.in_order(dated((ch.LITERACY, 9, 0, 5), (ch.TRUST, 7, 1, 5), (ch.ARRIVAL, 9, 2, 0)), newcomer)
    assert changes.dated["what"].tolist() == [ch.TRUST, ch.ARRIVAL, ch.LITERACY]
    assert changes.first_of_week(range(7, 10)).tolist() == [0, 1, 1, 3]


def test_people_are_what_all_changes_so_far_have_made_of_them(people, newcomer):
    changes = ch.in_order(
        dated((ch.LITERACY, 5, 0, 200), (ch.LITERACY, 6, 1, -30), (ch.ARRIVAL, 9, 1, 0), (ch.LITERACY, 20, 2, 5)),
        newcomer,
    )
    ch.people_at(10, people, changes)
    assert people["literacy"].tolist() == [255, 10, 100]


def test_a_record_comes_earlier_and_never_later_nor_before_the_change(people, newcomer):
    ch.people_at(50, people, ch.in_order(dated((ch.RECORDED_WEEK, 50, 0, 3), (ch.RECORDED_WEEK, 50, 1, 450)), newcomer))
    assert people["recorded_week"].tolist() == [50, 400, 400]
