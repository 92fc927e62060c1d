"""Sets of residents behave as Mesa's own in every engine: counted, chosen, grouped."""

import copy
import pickle
import random

import mesa
import numpy as np
import pytest
from mesa.agent import AgentSet

from ikdsim.agents.agency import Agency
from ikdsim.agents.officer import Officer
from ikdsim.agents.resident import Resident
from ikdsim.agents.resident_rows import ResidentRows
from ikdsim.errors import BadInput
from ikdsim.resident.columns import SEXES


def rows_of(residents) -> list[int]:
    return [resident.unique_id for resident in residents]


def test_every_resident_is_counted_and_met_once(model, residents):
    count = len(model.residents.place)
    assert len(residents) == count
    assert rows_of(residents) == list(range(count))


def test_the_agency_and_the_officers_are_among_the_agents(model, residents):
    others = [agent for agent in model.agents if not isinstance(agent, Resident)]
    assert len(model.agents) == len(residents) + len(others)
    assert others == [model.agency, *model.officers]
    assert list(model.agents_by_type[Officer]) == model.officers
    assert list(model.agents_by_type[Agency]) == [model.agency]
    assert set(model.agents_by_type) == {Resident, Officer, Agency}


def test_agents_are_reached_by_their_number(model, residents):
    assert residents[5].unique_id == 5
    assert residents[-1].unique_id == len(residents) - 1
    assert rows_of(residents[2:5]) == [2, 3, 4]
    assert model.agents[len(residents)] is model.agency
    assert model.agents[-1] is model.officers[-1]


def test_there_is_nobody_beyond_the_ends_of_a_set(residents):
    few = residents.select(lambda resident: resident.unique_id < 5)
    for beyond in (5, -6):
        with pytest.raises(IndexError):
            few[beyond]


def test_a_resident_and_an_officer_are_found_in_their_sets(model, residents):
    assert residents[3] in residents
    assert model.agency in model.agents
    assert model.agency not in residents
    assert residents[3] not in residents.select(rows=np.zeros(len(residents), bool))


def test_a_set_says_how_many_it_holds(model, residents):
    count = len(residents)
    assert repr(residents) == f"<{count} residents, 0 other agents>"
    assert repr(model.agents) == f"<{count} residents, {1 + len(model.officers)} other agents>"


def test_residents_are_chosen_by_the_name_of_their_stage(model, residents):
    aware = residents.select(lambda resident: resident.stage == "aware")
    assert len(aware) == model.engine.world.counters.stage_by_place[:, 1].sum() > 0


def test_a_mask_and_a_function_choose_the_same_residents(model, residents):
    women = model.residents.sex == SEXES.index("women")
    by_mask = residents.select(rows=women)
    by_function = residents.select(lambda resident: resident.sex == "women")
    assert 0 < len(by_mask) < len(residents)
    assert rows_of(by_mask) == rows_of(by_function) == np.flatnonzero(women).tolist()


def test_a_choice_can_be_chosen_from_again(model, residents):
    old = model.residents.birth_week < -2_000
    women = model.residents.sex == SEXES.index("women")
    both = residents.select(rows=old).select(rows=women)
    assert rows_of(both) == np.flatnonzero(old & women).tolist()


@pytest.mark.parametrize("at_most", [7, 0, 10**9, 0.5, 1.0, 2.5, -3])
def test_a_choice_is_limited_as_mesa_limits_it(at_most, residents):
    agents = list(residents)
    expected = AgentSet(agents, random.Random(1)).select(at_most=at_most)
    assert rows_of(residents.select(at_most=at_most)) == rows_of(expected)


def test_officers_can_be_chosen_by_type(model):
    chosen = model.agents.select(agent_type=Officer)
    assert list(chosen) == model.officers
    assert len(model.agents.select(agent_type=Resident)) == len(model.residents.place)


def test_a_limited_choice_counts_officers_too(model):
    assert list(model.agents.select(agent_type=Officer, at_most=2)) == model.officers[:2]


def test_a_choice_in_place_narrows_the_set_itself(residents):
    few = residents.select(at_most=5)
    assert few.select(lambda resident: resident.unique_id > 2, inplace=True) is few
    assert rows_of(few) == [3, 4]


def test_mesas_own_ways_of_asking_a_set_work(residents):
    few = residents.select(at_most=5)
    assert few.get("unique_id") == [0, 1, 2, 3, 4]
    assert few.get(["unique_id", "phone"], handle_missing="default", default_value="?")[1] == [1, "?"]
    assert few.agg("unique_id", sum) == 10
    assert few.map(lambda resident: resident.unique_id) == [0, 1, 2, 3, 4]
    assert rows_of(few.sort("unique_id", ascending=False)) == [4, 3, 2, 1, 0]
    assert sorted(rows_of(few.shuffle())) == [0, 1, 2, 3, 4]


def test_residents_can_be_told_to_do_something(residents):
    few = residents.select(at_most=3)
    few.do(lambda resident: setattr(resident, "stage", "favourable"))
    assert few.get("stage") == ["favourable"] * 3
    few.shuffle_do(lambda resident, trust: setattr(resident, "trust", trust), 1.0)
    assert min(few.get("trust")) > 0.99


def test_residents_are_grouped_by_what_they_are(model, residents):
    groups = residents.groupby("sex").groups
    assert {sex: len(group) for sex, group in groups.items()} == {
        sex: int((model.residents.sex == number).sum()) for number, sex in enumerate(SEXES)
    }


def test_an_agent_of_the_students_own_joins_the_model(model):
    own = mesa.Agent(model)
    assert own in model.agents
    assert list(model.agents_by_type[mesa.Agent]) == [own]


class Town:
    """A model as small as can be, which can be pickled."""

    random = random.Random(1)


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda rows: pickle.loads(pickle.dumps(rows))])
def test_a_set_can_be_copied_with_the_model(copied):
    town = Town()
    town.agents = ResidentRows(town, [4, 7])
    other = copied(town)
    assert rows_of(other.agents) == [4, 7]
    assert other.agents[0].model is other.agents.model is other is not town


@pytest.mark.parametrize(
    "rows",
    [[1, 0], np.ones(3, bool), "all", np.uint8],
    ids=["numbers", "too few", "words", "noughts and ones"],
)
def test_a_choice_of_rows_is_a_mask_over_all_residents(rows, model, residents):
    rows = np.ones(len(residents), np.uint8) if rows is np.uint8 else rows
    with pytest.raises(BadInput) as raised:
        residents.select(rows=rows)
    assert [fault.code for fault in raised.value.faults] == ["not_a_mask"]
