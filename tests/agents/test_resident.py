"""A resident has one face in every engine: read in words, written between steps where writing has a meaning."""

import copy
import gc
import pickle
import weakref

import numpy as np
import pytest

from ikdsim.agents.resident import Resident
from ikdsim.errors import BadInput
from ikdsim.model import ENGINES, IkdModel
from ikdsim.resident.ages import age_in_years
from ikdsim.resident.columns import DEVICES, LEVELS, NO_WEEK, OCCUPATIONS, SEXES
from ikdsim.resident.stages import ACTIVE, AWARE, STAGES
from tests.factories import COARSE, make_model, make_scenario, writable

FACE = ("unique_id", "stage", "trust", "literacy", "place", "age", "sex", "occupation", "device", "recorded")


def an_adult(model) -> Resident:
    return Resident.at(model, int(np.argmin(model.residents.birth_week)))


def test_a_resident_says_in_words_what_the_columns_hold(model, residents):
    people, state = model.residents, model.engine.state()
    for row in (0, 100, len(residents) - 1):
        resident = residents[row]
        assert resident.stage == STAGES[state.stage[row]]
        assert resident.sex == SEXES[people.sex[row]]
        assert resident.occupation == OCCUPATIONS[people.occupation[row]]
        assert resident.device == DEVICES[people.device[row]]
        assert resident.place == model.region.places[people.place[row]].name
        assert resident.age == age_in_years(int(people.birth_week[row]), model.week)
        assert resident.trust == (state.trust[row] + 0.5) / LEVELS
        assert resident.literacy == (people.literacy[row] + 0.5) / LEVELS


def test_both_engines_say_the_same_of_everybody():
    faces = []
    for engine in ENGINES:
        model = IkdModel(make_scenario(), scale=COARSE, engine=engine)
        model.run()
        faces.append(model.agents_by_type[Resident].get(list(FACE)))
    assert faces[0] == faces[1]
    assert {face[FACE.index("stage")] for face in faces[0]} > {"unaware", "aware", "active"}


def test_a_record_counts_from_its_week_on(model):
    people = writable(model.setup.residents)
    lives = model.setup.lives
    stay = np.flatnonzero(people.people == lives.start.people)[:3]
    people.recorded_week[stay] = (model.first_week - 1, model.first_week, NO_WEEK)
    residents = IkdModel(model.setup.with_residents(people)).agents_by_type[Resident]
    assert [residents[int(row)].recorded for row in stay] == [True, False, False]


def test_a_resident_looked_up_twice_is_the_same_person(model, residents):
    assert residents[3] == residents[3] != residents[4]
    assert len({residents[3], residents[3], residents[4]}) == 2
    assert residents[3] != Resident.at(make_model(), 3)


def test_a_resident_is_introduced_on_one_line(model, residents):
    somebody = an_adult(model)
    somebody.stage = "aware"
    told = repr(somebody)
    assert f"Resident {somebody.unique_id}: {somebody.age}-year-old" in told
    assert somebody.place in told
    assert "aware" in told
    assert max(len(repr(resident)) for resident in residents) < 120


def test_a_stage_written_between_steps_is_counted(model):
    somebody, counters = an_adult(model), model.engine.world.counters
    place = model.residents.place[somebody.unique_id]
    before = counters.stage_by_place[place, ACTIVE], model.activated
    somebody.stage = "active"
    assert somebody.stage == "active"
    assert counters.stage_by_place[place, ACTIVE] == before[0] + 1
    assert model.activated == before[1] + 1
    assert (counters.stage_by_place.sum(axis=1) == np.diff(model.residents.place_start)).all()


def test_everybody_written_active_is_activated(model, residents):
    residents.select(at_most=500).set("stage", "active")
    users = len(residents.select(lambda resident: resident.stage in ("active", "confirmed")))
    assert model.activated == users >= 500
    assert model.engine.world.counters.active_by_sex.sum() == users


def test_residents_written_into_a_stage_go_on_from_there(model, residents):
    written = residents.select(lambda resident: resident.age >= 17 and resident.stage != "aware")
    written.set("stage", "aware")
    assert (model.engine.state().entered[written.rows] == model.week).all()
    model.run()
    assert 0 < len(written.select(lambda resident: resident.stage == "aware")) < len(written)


def test_writing_leaves_everybody_else_alone(model):
    before = model.engine.state().stage.copy()
    somebody = an_adult(model)
    somebody.stage = "refusing"
    changed = np.flatnonzero(model.engine.state().stage != before)
    assert changed.tolist() == [somebody.unique_id]


@pytest.mark.parametrize(
    ("stage", "sentence"),
    [
        ("activ", 'cannot be "activ" (perhaps “active” was meant); choose one of: unaware, aware, favourable'),
        ("Lapsed", 'cannot be "Lapsed" (perhaps “lapsed” was meant)'),
        (ACTIVE, "cannot be 4; choose one of: unaware, aware"),
        (None, "cannot be None; choose one of: unaware, aware"),
    ],
)
def test_only_the_name_of_a_stage_can_be_written(stage, sentence, model):
    somebody, before = an_adult(model), model.activated
    with pytest.raises(BadInput) as refused:
        somebody.stage = stage
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)
    assert (somebody.stage in STAGES, model.activated) == (True, before)


def test_trust_written_between_steps_is_kept(model):
    somebody = an_adult(model)
    for trust in (0.25, 0, 1, np.float32(0.75), 1.0):
        somebody.trust = trust
        assert somebody.trust == pytest.approx(float(trust), abs=1 / LEVELS)


@pytest.mark.parametrize(
    ("trust", "sentence"),
    [
        (7.0, "must lie between 0 and 1, not 7.0"),
        (-0.01, "must lie between 0 and 1, not -0.01"),
        (float("nan"), "must lie between 0 and 1, not nan"),
        ("0.5", 'must be a number such as 0.5, not "0.5"'),
        (True, "must be a number such as 0.5, not true"),
    ],
)
def test_trust_beyond_none_and_full_is_refused(trust, sentence, model):
    somebody = an_adult(model)
    before = somebody.trust
    with pytest.raises(BadInput) as refused:
        somebody.trust = trust
    assert sentence in str(refused.value)
    assert somebody.trust == before


@pytest.mark.parametrize("name", [*(name for name in FACE if name not in ("stage", "trust")), "phone", "model", "due"])
def test_nothing_else_of_a_resident_can_be_written(name, model):
    with pytest.raises(AttributeError, match=f"“{name}” of a resident cannot be written; what can .*: stage, trust"):
        setattr(an_adult(model), name, 1)


def test_a_misspelt_attribute_is_answered_by_its_nearest(residents):
    with pytest.raises(AttributeError, match="perhaps “stage” was meant"):
        residents.set("stge", "active")


def test_residents_stay_in_a_run(model, residents):
    with pytest.raises(BadInput, match="resident 5 cannot be removed"):
        residents[5].remove()
    with pytest.raises(AttributeError):
        Resident(model)
    assert len(residents) == len(model.residents.place)


def test_a_resident_written_aware_waits_to_be_persuaded():
    model = make_model()
    somebody = an_adult(model)
    somebody.stage = "aware"
    waiting = model.engine.state().due[somebody.unique_id]
    assert (waiting[:2] > 0).all()  # thresholds of persuasion and refusal
    model.run()
    assert (model.engine.state().stage != AWARE).any()


def test_trust_written_before_a_stage_sets_how_long_it_lasts():
    model = make_model()
    somebody = an_adult(model)
    waits = []
    for trust in (0.1, 0.9):
        model.engine.state().spells[somebody.unique_id] = 0
        somebody.trust = trust
        somebody.stage = "aware"
        waits.append(model.engine.state().due[somebody.unique_id, 0])
    assert waits[1] < waits[0]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_model_is_freed_after_use(engine):
    model = IkdModel(make_scenario(), scale=COARSE, engine=engine)
    model.step()
    list(model.agents)[:3]
    gone = weakref.ref(model)
    del model
    gc.collect()
    assert gone() is None


class Town:
    """A model as small as can be, which can be pickled."""


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda resident: pickle.loads(pickle.dumps(resident))])
def test_a_resident_can_be_copied_with_the_model(copied):
    town = Town()
    town.mayor = Resident.at(town, 77)
    other = copied(town)
    assert other.mayor == Resident.at(other, 77)
    assert other.mayor != town.mayor
