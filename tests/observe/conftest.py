"""A small model after a year and a half, and the end of its last week."""

from datetime import date

import pytest

from ikdsim.model import IkdModel
from tests.factories import LIVELY, make_model


@pytest.fixture(scope="module")
def finished() -> IkdModel:
    """A run with users, lapses, visits and costs."""
    model = make_model(end=date(2025, 6, 29), scale=200.0, parameters=LIVELY)
    model.run()
    return model
