"""Every engine answers what the model asks: the same words, the same order of arguments."""

import inspect

import pytest

from ikdsim.engine.columns.engine import ColumnsEngine
from ikdsim.engine.objects.engine import ObjectsEngine
from ikdsim.engine.protocol import Engine
from ikdsim.model import IkdModel
from ikdsim.resident.columns import ResidentState
from tests.factories import COARSE, make_scenario

ASKED = [name for name, member in vars(Engine).items() if inspect.isfunction(member) and not name.startswith("_")]


@pytest.mark.parametrize("engine", [ColumnsEngine, ObjectsEngine])
@pytest.mark.parametrize("asked", ASKED)
def test_an_engine_takes_what_the_protocol_says(engine, asked):
    said, done = (list(inspect.signature(getattr(cls, asked)).parameters) for cls in (Engine, engine))
    assert done[: len(said)] == said


@pytest.mark.parametrize("engine", ["columns", "objects"])
def test_an_engine_says_where_residents_stand_as_columns(engine):
    model = IkdModel(make_scenario(), scale=10 * COARSE, engine=engine)
    model.step()
    state = model.engine.state()
    assert isinstance(state, ResidentState)
    assert len(state.stage) == len(model.residents.place)
