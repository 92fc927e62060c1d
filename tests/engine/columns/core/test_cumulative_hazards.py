"""The hazards ahead knows every planned cumulative hazard ahead: week for week, and from any week of a run on."""

from datetime import date
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikdsim.engine.columns.core import cumulative_hazards as aheads
from ikdsim.engine.columns.core.cumulative_hazards import CONTACT_CAUSES, UNPLANNED
from ikdsim.engine.columns.look_ahead import hazards_ahead
from ikdsim.model import IkdModel
from ikdsim.randomness import GRAIN, NEVER, ONE
from ikdsim.resident import causes as c
from ikdsim.resident.columns import NO_WEEK
from ikdsim.resident.contacts import ContactHazard
from ikdsim.resident.cumulative_hazards import advance, has_passed, new_cumulative_hazards
from tests.factories import called, make_scenario

week_reached = called(aheads.week_reached)

SIZES = {c.NATION: 1, c.PLACE: 1, c.OCCUPATION: 6, c.NEIGHBOURHOOD: 1}
SCENARIO = make_scenario(end=date(2023, 12, 31))
LATER = 30


class Plan(list):
    """Weeks from `first_week` on in which media alone reach out."""

    def __init__(self, media, first_week):
        nobody = {cause: np.zeros(SIZES[group]) for cause, group in enumerate(c.GROUPS)}
        alone = dict.fromkeys(CONTACT_CAUSES.tolist(), ContactHazard(0.0, 0.0, 0.0))
        super().__init__(
            SimpleNamespace(hazards={**nobody, c.MEDIA: hazard}, contact_hazards=alone) for hazard in media
        )
        self.first_week = first_week


def brute_force(media, first_week, due, after):
    """The week found by letting the cumulative hazard grow week by week."""
    value = 0
    for week, hazard in enumerate([0.0, *media], first_week - 1):
        value += round(hazard * ONE)
        if week > after and has_passed(value, due):
            return week
    return NO_WEEK


calm, jump = st.sampled_from([0.0, 1e-9, 1e-6, 0.001, 0.02]), st.floats(0.0, 3.0)
stretches = st.lists(st.tuples(st.one_of(calm, jump), st.integers(1, 25)), min_size=1, max_size=8)


@given(data=st.data(), stretches=stretches, first_week=st.integers(-5, 200))
def test_a_week_is_found_as_by_walking_through_all_weeks(data, stretches, first_week):
    media = [hazard for hazard, weeks in stretches for _ in range(weeks)]
    ahead = hazards_ahead(Plan(media, first_week), new_cumulative_hazards(1, 6, 1), first_week - 1)
    row = ahead.first_row[c.MEDIA]
    last = int(ahead.value[row, -1])
    reached = st.sampled_from(ahead.value[row].tolist())
    thresholds = st.one_of(
        st.just(0), reached, reached.map(lambda due: due + 1), st.integers(0, last + 5), st.just(NEVER)
    )
    due = min(data.draw(thresholds), NEVER)
    after = data.draw(st.integers(first_week - 1, first_week + len(media)))
    assert week_reached(row, due, after, ahead) == brute_force(media, first_week, due, after)


def test_cumulative_hazards_beyond_any_threshold_pass_the_last_threshold_in_their_week():
    media = [0.0, 100.0, 100.0, 1_000.0, 60_000.0]
    ahead = hazards_ahead(Plan(media, 1), new_cumulative_hazards(1, 6, 1), 0)
    row = ahead.first_row[c.MEDIA]
    assert [week_reached(row, due, 0, ahead) for due in (1, NEVER - 1, NEVER)] == [2, 5, NO_WEEK]


@pytest.fixture(scope="module")
def model():
    return IkdModel(SCENARIO, scale=400.0)


def fresh_hazards(model):
    return new_cumulative_hazards(len(model.region.places), 6, len(model.residents.neighbourhood_place))


def planned_rows(ahead, cumulative):
    """Rows of the hazards ahead with the positions of their cumulative hazards."""
    for cause, first in enumerate(ahead.first_row.tolist()):
        if first != UNPLANNED:
            count = int(cumulative.offset[cause + 1] - cumulative.offset[cause])
            yield slice(first, first + count), slice(cumulative.offset[cause], cumulative.offset[cause + 1])


def test_every_cause_but_those_of_contacts_is_planned(model):
    unplanned = np.flatnonzero(model.engine.core.ahead.first_row == UNPLANNED)
    assert unplanned.tolist() == CONTACT_CAUSES.tolist()
    assert {c.CAUSES[cause].name for cause in unplanned} == {"word_of_mouth", "persuasion", "reconsideration"}


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
