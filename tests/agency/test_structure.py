"""Bureaucratic structure: what other services and overlapping duties leave to IKD."""

import pytest

from ikdsim.agency.structure import Structure
from tests.factories import make_parameters

NUMBERS = {"structure.fragmentation": 0.1, "structure.desk_share": 0.2, "structure.visit_share": 0.4}


def test_the_usual_week_is_that_of_the_register():
    usual = Structure.usual(make_parameters(NUMBERS))
    assert usual == Structure(procedure=1.0, fragmentation=0.1, desk_share=0.2, visit_share=0.4)


def test_other_services_take_their_minutes_first():
    office = Structure(procedure=1.0, fragmentation=0.0, desk_share=0.2, visit_share=0.4)
    assert office.ikd_minutes_at_desk(1_000.0, 1.0) == pytest.approx(200.0)
    assert office.ikd_minutes_on_visit(1_000.0, 1.0) == pytest.approx(400.0)


def test_overlapping_duties_cost_minutes_everywhere():
    office = Structure(procedure=1.0, fragmentation=0.25, desk_share=0.2, visit_share=0.4)
    assert office.ikd_minutes_at_desk(1_000.0, 1.0) == pytest.approx(150.0)
    assert office.ikd_minutes_on_visit(1_000.0, 1.0) == pytest.approx(300.0)


def test_a_desk_may_leave_more_to_ikd_than_others_but_never_more_than_all():
    office = Structure(procedure=1.0, fragmentation=0.25, desk_share=0.2, visit_share=0.4)
    assert office.ikd_minutes_at_desk(1_000.0, 2.0) == pytest.approx(300.0)
    assert office.ikd_minutes_at_desk(1_000.0, 9.0) == office.working_minutes(1_000.0)
    assert office.ikd_minutes_on_visit(1_000.0, 9.0) == office.working_minutes(1_000.0)
