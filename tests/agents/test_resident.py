"""Residents of the columns engine behave as Mesa agents: counted, chosen, read, and written between steps."""

import gc
import weakref

import mesa
import numpy as np
import pytest

from ikdsim.agents.agency import Agency
from ikdsim.agents.officer import Officer
from ikdsim.agents.resident import Resident
from ikdsim.agents.resident_rows import ResidentRows
from ikdsim.model import IkdModel
from ikdsim.resident.ages import age_in_years
from ikdsim.resident.columns import LEVELS, NO_WEEK, SEXES
from ikdsim.resident.stages import ACTIVE, AWARE, STAGES
from tests.factories import make_model, make_scenario, writable


@pytest.fixture
def model():
    made = make_model()
    for _ in range(10):
        made.step()
    return made


@pytest.fixture
def residents(model) -> ResidentRows:
    return model.agents_by_type[Resident]


def an_adult(model) -> Resident:
    row = int(np.argmin(model.residents.birth_week))
    return model.agents_by_type[Resident][row]


def test_every_resident_is_counted_and_met_once(model, residents):
    count = len(model.residents.place)
    assert len(residents) == count
    assert [resident.unique_id for resident in residents] == list(range(count))


def test_the_agency_and_the_officers_are_among_the_agents(model, residents):
    others = [agent for agent in model.agents if not isinstance(agent, Resident)]
    assert len(model.agents) == len(residents) + len(others)
    assert others == [model.agency, *model.officers]
    assert list(model.agents_by_type[Officer]) == model.officers
    assert list(model.agents_by_type[Agency]) == [model.agency]


def test_agents_are_reached_by_their_number(model, residents):
    assert residents[5].unique_id == 5
    assert residents[-1].unique_id == len(residents) - 1
    assert [resident.unique_id for resident in residents[2:5]] == [2, 3, 4]
    assert model.agents[len(residents)] is model.agency
    assert model.agents[-1] is model.officers[-1]


def test_a_resident_and_an_officer_are_found_in_their_sets(model, residents):
    assert residents[3] in residents
    assert model.agency in model.agents
    assert model.agency not in residents
    assert residents[3] not in residents.select(rows=np.zeros(len(residents), bool))


def test_what_a_resident_says_is_what_the_columns_hold(model, residents):
    people, state = model.residents, model.engine.state()
    for row in (0, 100, len(residents) - 1):
        resident = residents[row]
        assert resident.stage == STAGES[state.stage[row]]
        assert resident.sex == SEXES[people.sex[row]]
        assert resident.place == model.region.places[people.place[row]].name
        assert resident.age == age_in_years(int(people.birth_week[row]), model.week)
        assert resident.trust == (state.trust[row] + 0.5) / LEVELS
        assert resident.literacy == (people.literacy[row] + 0.5) / LEVELS


def test_a_record_counts_from_its_week_on(model):
    people = writable(model.residents)
    people.recorded_week[:3] = (model.first_week - 1, model.first_week, NO_WEEK)
    residents = IkdModel(model.setup.with_residents(people)).agents_by_type[Resident]
    assert [resident.recorded for resident in residents[:3]] == [True, False, False]


def test_a_mask_and_a_function_choose_the_same_residents(model, residents):
    women = model.residents.sex == SEXES.index("women")
    by_mask = residents.select(rows=women)
    by_function = residents.select(lambda resident: resident.sex == "women")
    assert 0 < len(by_mask) < len(residents)
    assert (
        [one.unique_id for one in by_mask] == [one.unique_id for one in by_function] == np.flatnonzero(women).tolist()
    )


def test_a_choice_can_be_chosen_from_again(model, residents):
    old = model.residents.birth_week < -2_000
    women = model.residents.sex == SEXES.index("women")
    both = residents.select(rows=old).select(rows=women)
    assert [one.unique_id for one in both] == np.flatnonzero(old & women).tolist()


@pytest.mark.parametrize(("at_most", "count"), [(7, 7), (0, 0), (10**9, None), (0.5, 0.5), (1.0, None)])
def test_a_choice_can_be_limited_to_a_number_or_a_share(at_most, count, residents):
    chosen = residents.select(at_most=at_most)
    expected = len(residents) if count is None else int(len(residents) * count) if isinstance(count, float) else count
    assert [one.unique_id for one in chosen] == list(range(expected))


def test_officers_can_be_chosen_by_type(model):
    chosen = model.agents.select(agent_type=Officer)
    assert list(chosen) == model.officers
    assert len(model.agents.select(agent_type=Resident)) == len(model.residents.place)


def test_a_limited_choice_counts_officers_too(model):
    assert list(model.agents.select(agent_type=Officer, at_most=2)) == model.officers[:2]


def test_a_choice_in_place_narrows_the_set_itself(residents):
    few = residents.select(at_most=5)
    assert few.select(lambda resident: resident.unique_id > 2, inplace=True) is few
    assert [one.unique_id for one in few] == [3, 4]


def test_mesas_own_ways_of_asking_a_set_work(residents):
    few = residents.select(at_most=5)
    assert few.get("unique_id") == [0, 1, 2, 3, 4]
    assert few.agg("unique_id", sum) == 10
    assert few.map(lambda resident: resident.unique_id) == [0, 1, 2, 3, 4]
    assert [one.unique_id for one in few.sort("unique_id", ascending=False)] == [4, 3, 2, 1, 0]
    assert sorted(one.unique_id for one in few.shuffle()) == [0, 1, 2, 3, 4]


def test_residents_are_grouped_by_what_they_are(model, residents):
    groups = residents.groupby("sex").groups
    assert {sex: len(group) for sex, group in groups.items()} == {
        sex: int((model.residents.sex == number).sum()) for number, sex in enumerate(SEXES)
    }


def test_an_agent_of_the_students_own_joins_the_model(model):
    own = mesa.Agent(model)
    assert own in model.agents
    assert list(model.agents_by_type[mesa.Agent]) == [own]


def test_a_stage_written_between_steps_is_counted(model):
    somebody, world = an_adult(model), model.engine.world
    place = model.residents.place[somebody.unique_id]
    before = world.counters.stage_by_place[place, ACTIVE], model.activated
    somebody.stage = "active"
    assert somebody.stage == "active"
    assert world.counters.stage_by_place[place, ACTIVE] == before[0] + 1
    assert model.activated == before[1] + 1
    assert (world.counters.stage_by_place.sum(axis=1) == np.diff(model.residents.place_start)).all()


def test_a_resident_written_into_a_stage_goes_on_from_there(model):
    somebody = an_adult(model)
    somebody.stage = "aware"
    state = model.engine.state()
    assert state.entered[somebody.unique_id] == model.week
    waiting = state.due[somebody.unique_id]
    assert (waiting[:2] > 0).all()  # marks of persuasion and refusal
    model.run()
    assert (model.engine.state().stage != AWARE).any()


def test_trust_written_between_steps_stays_between_none_and_full(model):
    somebody = an_adult(model)
    somebody.trust = 0.25
    assert somebody.trust == pytest.approx(0.25, abs=1 / LEVELS)
    somebody.trust = 7.0
    assert somebody.trust == pytest.approx(1.0, abs=1 / LEVELS)
    somebody.trust = -1.0
    assert somebody.trust == pytest.approx(0.0, abs=1 / LEVELS)


def test_trust_written_before_a_stage_sets_how_long_he_waits(model):
    somebody = an_adult(model)
    waits = []
    for trust in (0.1, 0.9):
        model.engine.state().spells[somebody.unique_id] = 0
        somebody.trust = trust
        somebody.stage = "aware"
        waits.append(model.engine.state().due[somebody.unique_id, 0])
    assert waits[1] < waits[0]


def test_writing_leaves_everybody_else_alone(model):
    before = model.engine.state().stage.copy()
    somebody = an_adult(model)
    somebody.stage = "refusing"
    changed = np.flatnonzero(model.engine.state().stage != before)
    assert changed.tolist() == [somebody.unique_id]


def test_a_model_is_freed_after_use():
    model = make_model()
    model.step()
    list(model.agents)[:3]
    gone = weakref.ref(model)
    del model
    gc.collect()
    assert gone() is None


def test_a_view_of_an_object_reads_what_the_object_says():
    model = IkdModel(make_scenario(), scale=1000.0, engine="objects")
    while model.week < 20:
        model.step()
    views = [Resident.at(model, agent.row) for agent in model.engine.agents]
    assert [view.stage for view in views] == [STAGES[agent.stage] for agent in model.engine.agents]
    assert {view.stage for view in views} > {"unaware"}
