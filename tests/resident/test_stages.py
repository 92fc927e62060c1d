"""The stages of a resident."""

from ikdsim.resident import stages as s


def test_every_stage_has_its_name():
    for number, name in enumerate(s.STAGES):
        assert getattr(s, name.upper()) == number
