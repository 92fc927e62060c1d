"""Kinds of service points have names and planners' words."""

from ikdsim.service import kinds
from ikdsim.service.opening import ALL_SERVICES


def test_every_kind_has_its_name_and_one_service():
    for number, name in enumerate(kinds.KINDS):
        assert getattr(kinds, name.upper()) == number
    assert sorted(service.kind for service in ALL_SERVICES) == list(range(len(kinds.KINDS)))
