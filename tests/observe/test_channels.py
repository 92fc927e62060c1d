"""Channels and lapses add up from the start of the run."""

from datetime import date

import numpy as np
import pytest

from ikdsim.engine.counters import new_counters
from ikdsim.model import IkdModel
from ikdsim.observe.channels import Channels
from ikdsim.observe.observer import WeekSeen
from ikdsim.policy.blank_shortage import BlankShortage
from ikdsim.service.kinds import DISTRICT_OFFICE, KECAMATAN_DESK, SERVICE_VEHICLE
from tests.factories import LIVELY, make_model, writable


def test_each_week_keeps_the_sums_of_its_end():
    counters = new_counters(make_model().residents, stations=1)
    channels = Channels(2)
    counters.activations_by_channel[KECAMATAN_DESK] = 5
    counters.lapses[:] = (2, 1)
    counters.compelled[0] = 3
    channels.look(WeekSeen(1, conditions=None, supply=None, counters=counters))
    assert channels.activations[1, KECAMATAN_DESK] == 5
    assert channels.lapses.tolist() == [[0, 0], [2, 1]]
    assert channels.compelled.tolist() == [0, 3]


def test_sums_never_fall(finished):
    channels = finished.observations.channels
    for sums in (channels.activations, channels.lapses, channels.compelled[:, None]):
        assert (np.diff(sums, axis=0) >= 0).all()
    assert channels.activations[-1].sum() > 0 and channels.lapses[-1].sum() > 0


def test_users_are_those_activated_less_those_lapsed(finished):
    channels = finished.observations.channels
    gone, came = channels.moves[-1].tolist()
    assert channels.activations[-1].sum() - channels.lapses[-1].sum() - gone + came == finished.activated


def test_a_channel_that_does_not_exist_activates_nobody(finished):
    activations = finished.observations.channels.activations[-1]
    assert activations[SERVICE_VEHICLE] == 0
    assert activations[KECAMATAN_DESK] > activations[DISTRICT_OFFICE]


@pytest.mark.parametrize("has_card", [0, 1])
def test_only_those_without_a_card_are_compelled_while_none_is_to_be_had(has_card):
    shortage = BlankShortage(name="shortage", start=date(2023, 1, 2), end=None)
    setup = make_model((shortage,), scale=100.0, parameters=LIVELY).setup
    people = writable(setup.residents)
    people.card[:] = has_card
    model = IkdModel(setup.with_residents(people))
    model.run()
    activations = model.observations.channels.activations[-1].sum()
    assert activations > 0
    assert model.observations.channels.compelled[-1] == (0 if has_card else activations)
