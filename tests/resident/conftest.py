"""The tables of own factors with the numbers of the register."""

import pytest

from ikdsim.resident.tables import Tables, build_tables
from tests.factories import make_parameters


@pytest.fixture(scope="session")
def tables() -> Tables:
    """Tables of a usual run."""
    return build_tables(make_parameters())
