"""A threshold tells the week in which a planned cumulative hazard comes to it."""

from types import SimpleNamespace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ikdsim.engine.columns.core import cumulative_hazards as aheads
from ikdsim.engine.columns.core.cumulative_hazards import CONTACT_CAUSES, UNPLANNED
from ikdsim.engine.columns.look_ahead import hazards_ahead
from ikdsim.randomness import NEVER, ONE
from ikdsim.resident import causes as c
from ikdsim.resident.columns import NO_WEEK
from ikdsim.resident.contacts import ContactHazard
from ikdsim.resident.cumulative_hazards import has_passed, new_cumulative_hazards
from tests.factories import called

week_reached = called(aheads.week_reached)

SIZES = {c.NATION: 1, c.PLACE: 1, c.OCCUPATION: 6, c.NEIGHBOURHOOD: 1, c.WARD: 1}


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
    ahead = hazards_ahead(Plan(media, first_week), new_cumulative_hazards(1, 6, 1, 1), first_week - 1)
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
    ahead = hazards_ahead(Plan(media, 1), new_cumulative_hazards(1, 6, 1, 1), 0)
    row = ahead.first_row[c.MEDIA]
    assert [week_reached(row, due, 0, ahead) for due in (1, NEVER - 1, NEVER)] == [2, 5, NO_WEEK]


def test_every_cause_but_those_of_contacts_is_planned():
    ahead = hazards_ahead(Plan([0.1], 1), new_cumulative_hazards(1, 6, 1, 1), 0)
    unplanned = np.flatnonzero(ahead.first_row == UNPLANNED)
    assert {c.CAUSES[cause].name for cause in unplanned} == {"word_of_mouth", "persuasion", "reconsideration"}
