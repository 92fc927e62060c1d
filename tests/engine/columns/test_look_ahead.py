"""A programme says how every planned cumulative hazard grows: week for week, and from any week of a run on."""

import numpy as np
import pytest

from ikdsim.engine.columns.core import cumulative_hazards
from ikdsim.engine.columns.core.cumulative_hazards import CONTACT_CAUSES, UNPLANNED
from ikdsim.engine.columns.look_ahead import hazards_ahead
from ikdsim.randomness import GRAIN
from ikdsim.resident.cumulative_hazards import advance, new_cumulative_hazards
from tests.factories import called, make_model

week_reached = called(cumulative_hazards.week_reached)
LATER = 30


@pytest.fixture(scope="module")
def model():
    return make_model()


def fresh_hazards(model):
    people = model.residents
    sizes = len(model.region.places), 6, len(people.neighbourhood_place), int(people.ward_start[-1])
    return new_cumulative_hazards(*sizes)


def planned_rows(ahead, cumulative):
    """Rows of the hazards ahead with the positions of their cumulative hazards."""
    for cause, first in enumerate(ahead.first_row.tolist()):
        if first != UNPLANNED:
            count = int(cumulative.offset[cause + 1] - cumulative.offset[cause])
            yield slice(first, first + count), slice(cumulative.offset[cause], cumulative.offset[cause + 1])


def test_the_look_ahead_is_what_cumulative_hazards_come_to_week_by_week(model):
    ahead, cumulative = model.engine.core.ahead, fresh_hazards(model)
    for column, planned in enumerate(model.programme, 1):
        advance(cumulative, planned.hazards)
        for rows, positions in planned_rows(ahead, cumulative):
            assert np.array_equal(ahead.increment[column, rows], cumulative.increment[positions])
            assert np.array_equal(ahead.value[rows, column], cumulative.value[positions] // GRAIN)
    assert cumulative.value.any()


def test_contacts_find_the_hazards_of_their_week(model):
    ahead = model.engine.core.ahead
    for column, planned in enumerate(model.programme, 1):
        expected = [planned.contact_hazards[cause] for cause in CONTACT_CAUSES.tolist()]
        assert np.array_equal(ahead.contact[column], expected)


def hazards_after(model, week):
    cumulative = fresh_hazards(model)
    for planned in list(model.programme)[:week]:
        advance(cumulative, planned.hazards)
    return cumulative


def test_cumulative_hazards_of_any_week_give_the_same_look_ahead(model):
    whole = model.engine.core.ahead
    again = hazards_ahead(model.programme, hazards_after(model, LATER), LATER)
    for name in whole._fields:
        assert np.array_equal(getattr(whole, name), getattr(again, name)), name


def test_a_look_ahead_begun_later_is_the_rest_of_the_whole(model):
    whole = model.engine.core.ahead
    resumed = model.setup.programme_from(LATER)
    rest = hazards_ahead(resumed, hazards_after(model, LATER), LATER)
    gone = rest.before - whole.before
    assert gone > 0
    assert np.array_equal(rest.value, whole.value[:, gone:])
    assert np.array_equal(rest.increment[1:], whole.increment[gone + 1 :])
    assert np.array_equal(rest.contact[1:], whole.contact[gone + 1 :])
    dues = whole.value[:, [10, LATER, LATER + 1, -1]]
    for row, wanted in enumerate(dues.tolist()):
        for due in wanted:
            assert week_reached(row, due, LATER, rest) == week_reached(row, due, LATER, whole)
