"""Nobody is looked at too late, nor for nothing: next events say who has something due next week."""

from datetime import date

import numpy as np
import pytest

from ikdsim.engine.columns.core.contacts import CAUSE_BITS, CAUSE_MASK, MOST_GRAINS, NO_CONTACT
from ikdsim.engine.columns.core.cumulative_hazards import CONTACT_CAUSES
from ikdsim.policy.botram_rotation import BotramRotation
from ikdsim.policy.data_breach import DataBreach
from ikdsim.randomness import GRAIN, NEVER, ONE
from ikdsim.region.load import load_region
from ikdsim.resident import causes as c
from ikdsim.resident.columns import NO_WEEK, NOTHING
from ikdsim.resident.implementation import adult_week, ready_week
from ikdsim.resident.stages import FAVOURABLE, INTENDING
from tests.factories import LIVELY, make_model, run_to

END = date(2024, 12, 29)
START = date(2023, 3, 6)
BUSY = (
    BotramRotation(
        name="visits", start=START, visits_per_month=20.0, places=load_region("babelan").place_names, crews="added"
    ),
    DataBreach(name="breach", start=date(2024, 1, 1), severity=1.0),
)


@pytest.fixture
def model():
    return make_model(BUSY, END, scale=100.0, parameters=LIVELY)


def groups_of(people, cause):
    """Number of each resident in the group that shares the cumulative hazard of `cause`."""
    nation = np.zeros(len(people.place), np.int64)
    return (nation, people.place, people.occupation, people.neighbourhood, people.ward)[c.GROUPS[cause]]


def readings_next_week(model):
    """Value of each planned cause, for each resident, at the end of next week."""
    cumulative, hazards = model.engine.world.cumulative, model.programme.week(model.week + 1).hazards
    values = {}
    for cause, hazard in hazards.items():
        own = slice(cumulative.offset[cause], cumulative.offset[cause + 1])
        grown = cumulative.value[own] + np.rint(np.broadcast_to(hazard, cumulative.value[own].shape) * ONE).astype(
            np.int64
        )
        values[cause] = grown[groups_of(model.residents, cause)]
    return values


def weeks_of_waking(model):
    people, stage = model.residents, model.engine.state().stage
    adult = np.array([adult_week(birth) for birth in people.birth_week.tolist()])
    weeks = zip(people.birth_week.tolist(), people.recorded_week.tolist(), people.supported_week.tolist(), strict=True)
    ready = np.array([ready_week(*three) for three in weeks])
    return np.select([stage <= FAVOURABLE, stage == INTENDING], [adult, ready], NO_WEEK)


def something_is_due_next_week(model):
    """By trying everybody: a planned hazard passes, an errand comes, somebody wakes, has news or an appointment."""
    state, values = model.engine.state(), readings_next_week(model)
    due = (values[c.ERRAND] >= state.errand_due * np.int64(GRAIN)) | (state.awaits != NOTHING)
    due |= weeks_of_waking(model) == model.week + 1
    due |= model.residents.recorded_week == model.week + 1
    for stage, rivals in c.RIVALS_OF_STAGE.items():
        for slot, cause in enumerate(rivals):
            if cause in values:
                passed = values[cause] >= state.due[:, slot] * np.int64(GRAIN)
                due |= (state.stage == stage) & passed
    return due


def check_next_events(model):
    looked_at = model.engine.state().next_event == model.week + 1
    due = something_is_due_next_week(model)
    assert not (due & ~looked_at).any(), f"too late: {np.flatnonzero(due & ~looked_at)} in week {model.week + 1}"
    assert not (looked_at & ~due).any(), f"for nothing: {np.flatnonzero(looked_at & ~due)} in week {model.week + 1}"
    assert (model.engine.state().next_event > model.week).all()


def test_those_are_looked_at_next_week_for_whom_something_is_due(model):
    seen = set()
    while model.week < model.last_week:
        check_next_events(model)
        seen |= set(model.engine.state().stage.tolist())
        model.step()
    assert seen == set(c.RIVALS_OF_STAGE)


@pytest.mark.parametrize("threads", [1, 2])
def test_it_is_so_too_after_a_run_goes_on_or_somebody_is_written(model, threads):
    run_to(model, 70)
    model.engine.resume(model.week, threads)
    check_next_events(model)
    for row in range(0, len(model.residents.place), 7):
        model.engine.write_stage(row, model.week, row % len(c.RIVALS_OF_STAGE))
    while model.week < 90:
        check_next_events(model)
        model.step()


def test_nobody_who_waits_for_people_around_is_passed_over(model):
    while model.week < model.last_week:
        model.step()
        state, cumulative = model.engine.state(), model.engine.world.cumulative
        for stage, rivals in c.RIVALS_OF_STAGE.items():
            for slot, cause in enumerate(rivals):
                if cause in CONTACT_CAUSES:
                    value = cumulative.value[cumulative.offset[cause] + model.residents.neighbourhood]
                    passed = value >= state.due[:, slot] * np.int64(GRAIN)
                    assert not (passed & (state.stage == stage)).any(), f"{c.CAUSES[cause].name} in week {model.week}"


def test_the_column_of_contacts_says_what_the_thresholds_say(model):
    run_to(model, 70)
    state, keys = model.engine.state(), model.engine.core.contact_due
    for stage, rivals in c.RIVALS_OF_STAGE.items():
        for slot, cause in enumerate(rivals):
            if cause in CONTACT_CAUSES:
                here = state.stage == stage
                assert here.any()
                due = state.due[here, slot]
                longest = np.where(due == NEVER, NO_CONTACT >> CAUSE_BITS, np.minimum(due, MOST_GRAINS))
                assert np.array_equal(keys[here] >> CAUSE_BITS, longest)
                waiting = here & (keys >> CAUSE_BITS < keys.max() >> CAUSE_BITS)
                assert (CONTACT_CAUSES[keys[waiting] & CAUSE_MASK] == cause).all()


def test_whoever_has_nothing_due_in_this_run_has_no_next_event(model):
    model.run()
    assert (model.engine.state().next_event == NO_WEEK).all()
