"""Officers and the agency are numbered on from the last resident, whatever becomes of the model."""

import copy
import pickle

import pytest

from ikdsim.agency.officers import EVERYWHERE, person
from ikdsim.agents.agency import Agency
from ikdsim.agents.agent import IkdAgent
from ikdsim.agents.officer import Officer
from tests.factories import make_model


class Visitor(IkdAgent):
    """Somebody whom a student adds."""


def test_no_two_agents_have_one_number(model):
    numbers = [agent.unique_id for agent in model.agents]
    assert numbers == list(range(len(numbers)))


def test_an_agent_that_joins_has_the_next_number(model):
    one = Visitor(model)
    assert one.unique_id == len(model.agents) - 1
    assert Visitor(model).unique_id == one.unique_id + 1


def test_a_new_model_begins_anew():
    assert make_model().agency.unique_id == make_model().agency.unique_id


class Town:
    """As much of a model as agents who stand beside the residents ask for, and it can be pickled."""

    def __init__(self, programme) -> None:
        self.residents = programme.residents
        self.agents_by_type = {}

    def register_agent(self, agent) -> None:
        self.agents_by_type.setdefault(type(agent), []).append(agent)


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda town: pickle.loads(pickle.dumps(town))])
def test_a_copied_model_numbers_on_from_its_own_agents(copied):
    town = Town(make_model())
    Agency(town)
    Officer(town, person(1, "kecamatan_desk", EVERYWHERE, 0, 40.0))
    other = copied(town)
    assert [other.agents_by_type[kind][0].unique_id for kind in (Agency, Officer)] == [612, 613]
    assert Visitor(other).unique_id == Visitor(town).unique_id == 614
