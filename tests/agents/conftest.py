"""A small model of Babelan some weeks on, in every engine."""

import pytest

from ikdsim.agents.resident import Resident
from ikdsim.agents.resident_rows import ResidentRows
from ikdsim.model import ENGINES, IkdModel
from tests.factories import COARSE, make_scenario


@pytest.fixture(params=ENGINES)
def model(request) -> IkdModel:
    made = IkdModel(make_scenario(), scale=COARSE, engine=request.param)
    for _ in range(10):
        made.step()
    return made


@pytest.fixture
def residents(model) -> ResidentRows:
    return model.agents_by_type[Resident]
