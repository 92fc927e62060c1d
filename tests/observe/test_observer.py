"""An observer gives what it remembers of the weeks so far, and takes it back."""

import numpy as np
import pytest

from ikdsim.observe.observer import Observer


class Marks(Observer):
    """Remembers the number of the week."""

    remembers = ("seen",)

    def __init__(self):
        self.seen = np.zeros(5, int)

    def look(self, week):
        self.seen[week] = week + 1


def watched(weeks):
    marks = Marks()
    for week in range(weeks):
        marks.look(week)
    return marks


def test_what_is_kept_is_a_copy_of_the_weeks_so_far():
    marks = watched(3)
    kept = marks.kept(2)
    marks.look(0)
    marks.seen[1] = 99
    assert kept["seen"].tolist() == [1, 2]


def test_who_takes_it_back_goes_on_from_there():
    other = Marks()
    other.restore(watched(3).kept(3))
    other.look(3)
    assert other.seen.tolist() == watched(4).seen.tolist()


def test_one_that_does_not_look_is_no_observer():
    with pytest.raises(TypeError, match="look"):
        type("Blind", (Observer,), {"remembers": ()})()
