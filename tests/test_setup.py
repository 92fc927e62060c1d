"""A set-up is made once and shared; people who belong elsewhere are refused."""

import copy
import dataclasses
import pickle

import numpy as np
import pytest

from ikdsim.clock import week_of
from ikdsim.errors import BadInput
from ikdsim.model import IkdModel
from ikdsim.observe.service_load import LOADS
from ikdsim.population.synthesise import OWN_NUMBERS, synthesise
from ikdsim.provenance import Parameters
from ikdsim.resident.columns import NO_WEEK
from ikdsim.service.kinds import VILLAGE_DESK
from ikdsim.setup import Setup, as_setup
from ikdsim.twin import Twin
from tests.factories import COARSE, make_scenario, writable

FEWER_PHONES = {"population.phone_urban": 0.71}
LESS_PERSUASION = {"persuasion.spontaneous": 0.003}


@pytest.fixture
def setup():
    return Setup(make_scenario(), seed=3, scale=COARSE)


def changed(values):
    return dataclasses.replace(make_scenario(), parameters=values)


def code_of(raised):
    return [fault.code for fault in raised.value.faults]


def test_a_scenario_that_changes_other_numbers_has_the_same_people(setup):
    assert setup.under(changed(LESS_PERSUASION)).residents is setup.residents


def test_a_scenario_that_changes_the_people_makes_its_own(setup):
    other = setup.under(changed(FEWER_PHONES))
    again = Setup(changed(FEWER_PHONES), seed=3, scale=COARSE)
    assert not np.array_equal(other.residents.device, setup.residents.device)
    assert np.array_equal(other.residents.device, again.residents.device)


@pytest.mark.parametrize(
    "other",
    [
        Setup(changed(FEWER_PHONES), 3, COARSE),
        Setup(make_scenario(), 4, COARSE),
        Setup(make_scenario(), 3, 2 * COARSE),
    ],
    ids=["numbers", "seed", "scale"],
)
def test_people_made_with_something_else_are_refused(setup, other):
    with pytest.raises(BadInput) as raised:
        other.with_residents(setup.residents)
    assert code_of(raised) == ["other_residents"]


def test_a_desk_that_a_scenario_opens_serves_in_the_model_and_in_the_twin():
    scenario = dataclasses.replace(make_scenario(), region_numbers={"village_desk.exists.Desa Babelan Kota": 1})
    usual, opened = (Setup(each, seed=3, scale=50.0) for each in (make_scenario(), scenario))
    assert len(opened.services.stations) == len(usual.services.stations) + 1
    assert Twin(opened).run().users[-1, 2] > Twin(usual).run().users[-1, 2]
    model = IkdModel(opened)
    model.run()
    station = next(k for k, each in enumerate(opened.services.stations) if each == (VILLAGE_DESK, 2))
    assert model.observations.service_load.loads[:, LOADS.index("served"), station].sum() > 0


def test_people_are_made_from_their_own_numbers_alone(setup):
    own = {name: number for name, number in setup.parameters.items() if name.startswith(OWN_NUMBERS)}
    people = synthesise(setup.region, Parameters(own), 3, COARSE)
    assert np.array_equal(people.people, setup.residents.people)


def test_columns_of_ones_own_are_what_the_run_reads(setup):
    loyal = setup.residents._replace(trust=np.full_like(setup.residents.trust, 250))
    usual, other = IkdModel(setup), IkdModel(setup.with_residents(loyal))
    for model in (usual, other):
        model.run()
    assert other.activated > usual.activated


def test_columns_of_ones_own_make_another_past(setup):
    own = writable(setup.residents)
    own.trust[0] ^= 255
    assert setup.with_residents(setup.residents).past_hash(10) == setup.past_hash(10)
    assert setup.with_residents(own).past_hash(10) != setup.past_hash(10)


def test_nobody_writes_the_people_of_a_run(setup):
    model = IkdModel(setup)
    model.step()
    for name in ("supported_week", "trust", "place_start", "opens_household"):
        with pytest.raises(ValueError, match="read-only"):
            getattr(model.residents, name)[0] = 0
    own = setup.with_residents(writable(setup.residents))
    with pytest.raises(ValueError, match="read-only"):
        own.residents.people["supported_week"][0] = NO_WEEK


def test_what_runs_from_a_set_up_runs_as_from_its_scenario(setup):
    shared, own = IkdModel(setup, engine="objects"), IkdModel(make_scenario(), 3, COARSE, "objects")
    for model in (shared, own):
        model.run()
    assert shared.activated == own.activated > 0
    assert np.array_equal(Twin(setup).run().stages, Twin(make_scenario(), 3, COARSE).run().stages)


def test_seed_and_scale_are_one_if_not_given():
    usual = as_setup(make_scenario(), None, None)
    assert (usual.seed, usual.scale) == (1, 1.0)


def test_a_set_up_has_a_seed_and_a_scale_of_its_own(setup):
    for given in ({"seed": 1}, {"scale": 1.0}):
        with pytest.raises(BadInput) as raised:
            IkdModel(setup, **given)
        assert code_of(raised) == ["setup_has_its_own"]


def test_weeks_from_a_later_one_are_those_of_the_whole_programme(setup):
    later = setup.programme_from(30)
    assert [planned.conditions.week for planned in later] == list(range(30, setup.last_week + 1))
    assert later.week(30).conditions == setup.programme.week(30).conditions


def test_a_set_up_says_what_it_is(setup):
    assert repr(setup) == "Setup(small in babelan, seed=3, scale=400)"


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda setup: pickle.loads(pickle.dumps(setup))])
def test_a_copy_has_the_same_people_and_the_same_past(setup, copied):
    own = writable(setup.residents)
    own.trust[0] ^= 255
    for original in (setup, setup.with_residents(own)):
        again = copied(original)
        assert np.array_equal(again.residents.trust, original.residents.trust)
        assert again.past_hash(10) == original.past_hash(10)


def test_people_of_ones_own_are_not_dropped_under_other_numbers(setup):
    own = writable(setup.residents)
    own.trust[:] = 250
    changed_people = setup.with_residents(own)
    assert changed_people.under(changed(LESS_PERSUASION)).residents is changed_people.residents
    with pytest.raises(BadInput) as raised:
        changed_people.under(changed(FEWER_PHONES))
    assert code_of(raised) == ["other_residents"]


def test_people_who_were_given_back_unchanged_are_the_drawn_ones(setup):
    again = setup.with_residents(writable(setup.residents))
    assert again.own_people_hash == ""
    assert again.past_hash(10) == setup.past_hash(10)


@pytest.mark.parametrize("seed", [1.5, -1, True, "1", None, 2**60])
def test_a_seed_is_a_whole_number(seed):
    with pytest.raises(BadInput) as raised:
        Setup(make_scenario(), seed=seed)
    assert code_of(raised) == ["not_a_seed"]


def test_a_seed_of_numpy_is_as_good_as_any():
    assert Setup(make_scenario(), seed=np.int64(3)).past_hash(1) == Setup(make_scenario(), seed=3).past_hash(1)


@pytest.mark.parametrize("scale", [0, -1.0, float("nan"), float("inf"), "300", True, 10**400, np.complex64(1)])
def test_a_scale_is_a_number_above_nought(scale):
    with pytest.raises(BadInput) as raised:
        Setup(make_scenario(), scale=scale)
    assert code_of(raised) == ["population.scale_not_positive"]


@pytest.mark.parametrize(
    "name", ["seed", "scale", "scenario", "parameters", "residents", "made_from", "own_people_hash", "sede"]
)
def test_what_a_set_up_is_cannot_be_changed_afterwards(setup, name):
    with pytest.raises(AttributeError, match=f"{name} of a set-up is fixed"):
        setattr(setup, name, None)


def test_people_numbers_and_region_show_themselves_in_a_line(setup):
    for shown in (setup.residents, setup.parameters, setup.region, setup.programme.week(1), setup):
        assert len(repr(shown)) < 200


def test_people_with_other_recorded_residents_live_where_they_did():
    setup = Setup(make_scenario(), 2, COARSE)
    fewer = setup.with_recorded({"Desa Teluk Mati": 4000})
    table = week_of(setup.region.table_date)
    usual, here = setup.residents, setup.residents.place == 6
    recorded = [(who.recorded_week[here] <= table).sum() for who in (usual, fewer.residents)]
    assert recorded[1] < 0.7 * recorded[0]
    assert np.array_equal(usual.place, fewer.residents.place)
    assert np.array_equal(usual.recorded_week[~here], fewer.residents.recorded_week[~here])
