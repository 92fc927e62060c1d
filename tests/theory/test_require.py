"""IKD required: who can be activated is, the others are refused; a service that requires IKD accepts it."""

from datetime import date
from functools import cache

import numpy as np
import pytest

from ikdsim.model import IkdModel
from ikdsim.policy.ktp_transition import KtpTransition
from ikdsim.policy.require import Require
from ikdsim.resident import stages as s
from ikdsim.resident.columns import NO_WEEK
from tests.factories import make_conditions, make_model, open_week, writable

START, END = date(2023, 2, 6), date(2024, 6, 30)
FIRST_WEEK = 6
NUMBERS = {"implementation.errands_per_year": 0.4}


def model_with(required: float, parameters: dict[str, float] | None = None) -> IkdModel:
    rule = Require(name="rule", start=START, required=required)
    return make_model((rule,) if required else (), END, scale=20.0, parameters=NUMBERS | (parameters or {}))


@cache
def run(required: float = 0.0) -> IkdModel:
    """A year and a half of about 12,000 residents; a share of services requires IKD from February 2023 on."""
    model = model_with(required)
    model.run()
    return model


def refused(model: IkdModel) -> np.ndarray:
    """Services refused, shape (weeks, places)."""
    return model.observations.refusals.services


def test_the_more_require_it_the_more_use_it_and_the_more_are_refused():
    models = [run(required) for required in (0.0, 0.2, 0.6)]
    users = [model.activated for model in models]
    assert 1.5 * users[0] < users[1] < users[2]
    assert [refused(model).sum() > 0 for model in models] == [False, True, True]
    assert refused(models[2]).sum() > 1.5 * refused(models[1]).sum()


def test_everywhere_and_from_its_day_on():
    assert refused(run(0.6))[: FIRST_WEEK - 1].sum() == 0
    assert (refused(run(0.6))[FIRST_WEEK - 1 :].sum(axis=0) > 0).all()
    usual, required = (run(share).observations.adoption.stages[-1][:, s.USERS].sum(axis=1) for share in (0.0, 0.6))
    assert (required > usual).all()


def test_the_time_is_that_of_the_service_and_not_of_those_who_came_for_ikd():
    usual, required = (run(share).observations.service_load for share in (0.0, 0.6))
    assert np.array_equal(usual.given_ms, required.given_ms)
    assert required.explained_ms.sum() > 2 * usual.explained_ms.sum()


def test_nobody_changes_before_its_day():
    usual, required = model_with(0.0), model_with(0.6)
    for model in (usual, required):
        for _ in range(FIRST_WEEK - 1):
            model.step()
    for name in ("stage", "due", "errand_due", "trust"):
        assert np.array_equal(getattr(usual.engine.state(), name), getattr(required.engine.state(), name))


def test_where_nobody_has_an_errand_it_is_the_same_as_accepting(beyond_ranges):
    beyond_ranges({"implementation.errands_per_year": 1e-9})
    accepting = KtpTransition(name="rule", start=START, accepted=0.6)
    models = [
        make_model((rule,), END, scale=100.0) for rule in (Require(name="rule", start=START, required=0.6), accepting)
    ]
    for model in models:
        model.run()
    assert np.array_equal(*(model.engine.state().standing for model in models))
    assert refused(models[0]).sum() == 0


def test_who_has_no_record_and_can_have_none_is_refused_for_ever():
    model = model_with(1.0)
    people = writable(model.setup.residents)
    people.recorded_week[:] = NO_WEEK
    model = IkdModel(model.setup.with_residents(people))
    model.run()
    assert model.activated == 0
    assert refused(model).sum() > 5 * refused(run(0.6)).sum() / 6


def test_those_who_were_compelled_lapse_faster():
    lapses = []
    for factor in (1.0, 5.0):
        model = model_with(0.6, {"confirmation.compelled_lapse": factor})
        model.run()
        lapses.append(model.observations.channels.lapses[-1].sum())
    assert lapses[1] > 1.2 * lapses[0]


def test_a_refusal_costs_trust_and_makes_opponents():
    mild, harsh = (model_with(0.6, {"implementation.embittered": chance}) for chance in (0.0, 0.15))
    opponents = []
    for model in (mild, harsh):
        model.run()
        opponents.append(int((model.engine.state().stage == s.REFUSING).sum()))
    assert opponents[1] > 1.2 * opponents[0]
    assert run(0.6).engine.state().trust.mean() < run().engine.state().trust.mean()


@pytest.mark.parametrize("required", [0.3, 1.0])
def test_it_is_a_rule_of_the_desks_alone(required):
    conditions = make_conditions()
    conditions.required = required
    usual, ruled = open_week(make_conditions()).supply, open_week(conditions).supply
    assert (ruled.requires > 0).sum() == 4
    for name in ruled._fields:
        if name != "requires":
            assert np.array_equal(getattr(usual, name), getattr(ruled, name)), name
