"""The agency hands out the week that its programme holds."""

import pytest

from tests.factories import make_model


@pytest.fixture
def model():
    return make_model()


def test_the_agency_hands_out_the_week_of_its_programme(model):
    planned = model.agency.plan(20)
    assert planned is model.programme.week(20)
    assert planned.conditions.week == 20


def test_its_conditions_are_those_of_the_current_week(model):
    model.step()
    model.step()
    assert model.agency.conditions is model.agency.this_week.conditions
    assert model.agency.conditions.week == model.week == 2


def test_before_the_run_it_shows_the_first_week(model):
    assert model.week == 0
    assert model.agency.conditions.week == 1


def test_no_week_after_the_run_is_planned(model):
    with pytest.raises(KeyError):
        model.agency.plan(model.last_week + 1)


def test_it_is_introduced_on_one_line(model):
    assert repr(model.agency) == f"<Agency {model.agency.unique_id}: a programme of 52 weeks from week 1 on>"
