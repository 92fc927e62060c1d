"""One Babelan for all stories of this room."""

import pytest

from ikdsim.population import synthesise
from ikdsim.provenance import Parameters, load_parameters
from ikdsim.region.load import load_region
from ikdsim.region.region import Region
from ikdsim.resident.columns import Residents


@pytest.fixture(scope="session")
def babelan() -> Region:
    return load_region("babelan")


@pytest.fixture(scope="session")
def parameters() -> Parameters:
    return load_parameters()


@pytest.fixture(scope="session")
def residents(babelan: Region, parameters: Parameters) -> Residents:
    """All residents of Babelan under seed 1."""
    return synthesise(babelan, parameters, seed=1)
