"""Remote activation: who is online, recorded and has a phone may call; an officer's minutes are needed all the same."""

from datetime import date
from functools import cache

import numpy as np

from ikdsim.model import IkdModel
from ikdsim.observe.service_load import LOADS
from ikdsim.policy.remote_activation import RemoteActivation
from ikdsim.resident import stages as s
from ikdsim.resident.columns import NO_WEEK
from ikdsim.service.kinds import REMOTE_DESK
from tests.factories import LIVELY, make_model, writable

START, END = date(2023, 2, 6), date(2024, 6, 30)
FIRST_WEEK = 6


def model_with(officers: int, parameters: dict[str, float] | None = None) -> IkdModel:
    desk = RemoteActivation(name="desk", start=START, officers=officers)
    return make_model((desk,) if officers else (), END, scale=20.0, parameters=LIVELY | (parameters or {}))


@cache
def run(officers: int = 0, calls: float = 0.12) -> IkdModel:
    """A year and a half of about 12,000 residents; the desk answers from February 2023 on."""
    model = model_with(officers, {"implementation.remote_calls": calls})
    model.run()
    return model


def by_remote_desk(model: IkdModel) -> int:
    return int(model.observations.channels.activations[-1, REMOTE_DESK])


def test_it_brings_users_and_the_more_call_the_more():
    users = [run().activated, run(1, 0.02).activated, run(1, 0.5).activated]
    assert users[0] < users[1] < users[2]
    assert 0 == by_remote_desk(run()) < by_remote_desk(run(1, 0.02)) < by_remote_desk(run(1, 0.5))


def test_at_the_coast_as_elsewhere():
    usual, remote = (run(officers).observations.adoption.stages[-1][:, s.USERS].sum(axis=1) for officers in (0, 1))
    coast = np.array([place.coastal for place in run().region.places])
    assert remote[coast].sum() > usual[coast].sum()
    assert remote[~coast].sum() > usual[~coast].sum()


def activated_there(model: IkdModel) -> np.ndarray:
    """Rows of the residents who use IKD from the remote desk, and have stood in their row throughout."""
    state, changed = model.engine.state(), model.setup.lives.changes.dated["row"]
    there = np.isin(state.stage, s.USERS) & (state.channel == REMOTE_DESK)
    return np.setdiff1d(np.flatnonzero(there), changed)


def test_only_who_is_online_calls_and_only_who_is_recorded_and_has_a_phone_is_activated():
    rows, people = activated_there(run(1)), run(1).residents
    assert len(rows) > 50
    assert people.online[rows].all()
    assert (people.recorded_week[rows] <= run(1).week).all()
    assert (people.supported_week[rows] <= run(1).week).all()


def test_nobody_is_activated_there_without_an_officer_or_without_a_record():
    load = run(1).observations.service_load
    assert (load.used_ms.cumsum(axis=0) <= load.given_ms.cumsum(axis=0)).all()
    model = model_with(1)
    people = writable(model.setup.residents)
    people.recorded_week[:] = NO_WEEK
    model = IkdModel(model.setup.with_residents(people))
    model.run()
    assert by_remote_desk(model) == model.activated == 0


def test_whom_nobody_answers_is_sent_home(beyond_ranges):
    beyond_ranges({**LIVELY, "implementation.remote_handling": 100.0})
    model = make_model((RemoteActivation(name="desk", start=START, officers=1),), date(2023, 12, 31), scale=20.0)
    model.run()
    load = model.observations.service_load
    assert load.counts[:, REMOTE_DESK, LOADS.index("turned_away")].sum() > 0
    assert 0.0 < load.minutes_used[:, REMOTE_DESK].sum() <= load.minutes_given[:, REMOTE_DESK].sum()


def test_minutes_of_all_other_desks_are_what_they_were():
    usual, remote = (run(officers).observations.service_load.given_ms for officers in (0, 1))
    assert np.array_equal(usual[:, :-1], remote[:, :-1])
    assert usual[:, -1].sum() == 0 < remote[:, -1].sum()


def test_nobody_changes_before_its_day():
    usual, remote = model_with(0), model_with(1)
    for model in (usual, remote):
        for _ in range(FIRST_WEEK - 1):
            model.step()
    for name in ("stage", "due", "errand_due", "trust"):
        assert np.array_equal(getattr(usual.engine.state(), name), getattr(remote.engine.state(), name))


def test_where_nobody_is_online_it_changes_nobody():
    usual, remote = model_with(0), model_with(1)
    people = writable(usual.setup.residents)
    people.online[:] = 0
    models = [IkdModel(model.setup.with_residents(people)) for model in (usual, remote)]
    for model in models:
        model.run()
    changed = models[0].setup.lives.changes.dated["row"]
    stays = np.setdiff1d(np.arange(len(people.place)), changed)
    assert not (models[1].engine.state().channel[stays] == REMOTE_DESK).any()
