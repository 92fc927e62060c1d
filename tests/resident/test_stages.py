"""The stages of a resident."""

import numpy as np

from ikdsim.resident import stages as s


def test_every_stage_has_its_name():
    for number, name in enumerate(s.STAGES):
        assert getattr(s, name.upper()) == number


def test_users_are_those_who_are_active_or_confirmed():
    assert [name for number, name in enumerate(s.STAGES) if s.is_user(number)] == ["active", "confirmed"]


def test_users_are_counted_among_all():
    counts = np.array([70, 20, 5, 2, 10, 30, 3, 4])
    assert s.users_among(counts) == counts[list(s.USERS)].sum() == 40
