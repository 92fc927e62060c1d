"""IKD before any service: who is on an errand is activated first, from minutes that come from somewhere."""

from datetime import date
from functools import cache

import numpy as np
import pytest

from ikdsim.model import IkdModel
from ikdsim.observe.service_load import LOADS
from ikdsim.policy.before_any_service import BeforeAnyService
from ikdsim.resident import stages as s
from ikdsim.service.kinds import DISTRICT_OFFICE, KECAMATAN_DESK, MALL_OUTLET, VILLAGE_DESK
from tests.factories import make_conditions, make_model, open_week

START, END = date(2023, 2, 6), date(2024, 6, 30)
FIRST_WEEK = 6
NUMBERS = {"decision.pressed": 1.0, "implementation.errands_per_year": 0.4}
NOBODY, OTHERS_WAIT, ADDED, OF_IKD = "", "other_services", "added_hours", "ikd_time"
DESKS = {DISTRICT_OFFICE, MALL_OUTLET, KECAMATAN_DESK, VILLAGE_DESK}


def model_with(minutes_from: str) -> IkdModel:
    hours = 20.0 if minutes_from == ADDED else 0.0
    rule = BeforeAnyService(name="rule", start=START, minutes_from=minutes_from or OF_IKD, added_hours=hours)
    return make_model((rule,) if minutes_from else (), END, scale=20.0, parameters=NUMBERS)


@cache
def run(minutes_from: str = NOBODY) -> IkdModel:
    """A year and a half of about 12,000 residents; the rule holds from February 2023 on."""
    model = model_with(minutes_from)
    model.run()
    return model


def minutes(model: IkdModel, account: str) -> int:
    return int(getattr(model.observations.service_load, account).sum())


def failed_or_served(model: IkdModel) -> int:
    counts = model.observations.service_load.counts.sum(axis=(0, 1))
    return int(counts[[LOADS.index("served"), LOADS.index("failed")]].sum())


def test_it_brings_users_wherever_the_minutes_come_from_and_most_where_there_are_more():
    users = {minutes_from: run(minutes_from).activated for minutes_from in (NOBODY, OTHERS_WAIT, ADDED, OF_IKD)}
    assert users[OF_IKD] > users[NOBODY]
    assert min(users[OTHERS_WAIT], users[ADDED]) > users[OF_IKD]


def test_in_every_place():
    usual, pressed = (
        run(how).observations.adoption.stages[-1][:, s.USERS].sum(axis=1) for how in (NOBODY, OTHERS_WAIT)
    )
    assert (pressed >= usual).all()


def test_other_services_lose_minutes_only_where_they_wait():
    usual = minutes(run(), "explained_ms")
    assert minutes(run(OTHERS_WAIT), "explained_ms") > 1.5 * usual
    assert minutes(run(ADDED), "explained_ms") <= usual
    assert minutes(run(OF_IKD), "explained_ms") <= usual


def test_time_for_ikd_is_what_it_was_unless_hours_are_added():
    given = {
        how: run(how).observations.service_load.given_ms.sum(axis=1) for how in (NOBODY, OTHERS_WAIT, OF_IKD, ADDED)
    }
    assert np.array_equal(given[OTHERS_WAIT], given[NOBODY])
    assert np.array_equal(given[OF_IKD], given[NOBODY])
    assert np.array_equal(given[ADDED][: FIRST_WEEK - 1], given[NOBODY][: FIRST_WEEK - 1])
    assert (given[ADDED][FIRST_WEEK - 1 :] > given[NOBODY][FIRST_WEEK - 1 :]).all()


def test_minutes_are_used_once():
    for how in (OTHERS_WAIT, ADDED, OF_IKD):
        load = run(how).observations.service_load
        assert (load.used_ms.cumsum(axis=0) <= load.given_ms.cumsum(axis=0)).all()
        assert load.explained_ms.sum() > 0


def test_nobody_is_refused_a_service():
    assert run(OTHERS_WAIT).observations.refusals.services.sum() == 0


def test_who_went_along_is_counted_as_compelled():
    assert run(OTHERS_WAIT).observations.channels.compelled[-1] > 0.2 * failed_or_served(run(OTHERS_WAIT))
    assert run().observations.channels.compelled[-1] < 0.1 * failed_or_served(run())


def test_opponents_are_served_without_it_and_nobody_is_activated_who_cannot_be():
    model = model_with(OTHERS_WAIT)
    state, people = model.engine.state(), model.residents
    for _ in range(40):
        before = state.stage.copy()
        model.step()
        new = (
            (state.stage == s.ACTIVE)
            & ~np.isin(before, s.USERS)
            & ~np.isin(np.arange(len(before)), model.setup.lives.changes.dated["row"])
        )
        assert not (before[new] == s.REFUSING).any()
        assert (np.maximum(people.recorded_week, people.supported_week)[new] <= model.week).all()


def test_nobody_changes_before_its_day():
    usual, ruled = model_with(NOBODY), model_with(OTHERS_WAIT)
    for model in (usual, ruled):
        for _ in range(FIRST_WEEK - 1):
            model.step()
    assert np.array_equal(usual.engine.state().standing, ruled.engine.state().standing)
    usual.step()
    ruled.step()
    assert not np.array_equal(usual.engine.state().standing, ruled.engine.state().standing)


@pytest.mark.parametrize("waits", [True, False])
def test_it_is_a_rule_of_the_desks_alone(waits):
    conditions = make_conditions()
    conditions.structure.ikd_first, conditions.structure.others_wait = True, waits
    usual, ruled = open_week(make_conditions()).supply, open_week(conditions).supply
    assert set(ruled.kind[ruled.begins == 1].tolist()) == DESKS
    assert ruled.waits.any() == waits
    for name in ruled._fields:
        if name not in ("begins", "waits"):
            assert np.array_equal(getattr(usual, name), getattr(ruled, name)), name
