"""A row of the panel in which nothing is wrong, and a file of rows."""

from datetime import date

import pytest

from ikdsim.panel.dated_count import DatedCount
from ikdsim.panel.read import panel_of

RIGHT = {
    "place": "Kota A",
    "level": "city",
    "date": "2024-01-05",
    "activated": "50",
    "base": "1000",
    "base_kind": "recorded",
    "base_from": "printed",
    "percent": "5",
    "source": "its page",
}


@pytest.fixture
def dated():
    """Make a count like RIGHT with some of its values changed."""

    def make(**changed):
        day = date.fromisoformat(changed.pop("date", RIGHT["date"]))
        typed = {"activated": 50, "base": 1000, "percent": 5.0}
        return DatedCount(**{**RIGHT, **typed, "date": day, **changed})

    return make


@pytest.fixture
def panel():
    """Read a file of rows like RIGHT, each with some of its cells changed."""

    def make(*rows, separator=","):
        lines = [RIGHT.keys(), *({**RIGHT, **row}.values() for row in rows)]
        return panel_of("\n".join(separator.join(line) for line in lines), "counts.csv")

    return make
