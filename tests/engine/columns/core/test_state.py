"""Rows, RTs and tables as every compiled rule reads them."""

import numpy as np
import pytest

from ikdsim.engine.columns.core import state
from tests.factories import called, make_model

neighbourhood_of, row_at = called(state.neighbourhood_of), called(state.row_at)


@pytest.fixture
def model():
    return make_model()


def test_everybody_is_found_in_their_rt(model):
    found = [neighbourhood_of(row, model.engine.core) for row in range(len(model.residents.place))]
    assert found == model.residents.neighbourhood.tolist()


def test_a_row_is_one_type_of_number_even_the_largest():
    rows = np.array([0, 2**32 - 1], np.uint32)
    assert [row_at(rows, 0), row_at(rows, 1)] == [0, 2**32 - 1]
