"""Charts that Excel draws: they point at the cells of their sheet."""

import zipfile

import pytest

from ikdsim.experiment.workbook import write_workbook
from tests.experiment.factories import make_comparison


@pytest.fixture
def charts(tmp_path):
    comparison = make_comparison({"baseline": [10.0, 20.0], "team": [12.0, 26.0]})
    write_workbook(comparison, {}, tmp_path / "book.xlsx", "id")
    with zipfile.ZipFile(tmp_path / "book.xlsx") as book:
        return [book.read(f"xl/charts/chart{number}.xml").decode() for number in (1, 2)]


def test_gains_are_drawn_with_their_intervals(charts):
    assert "Ringkasan!$D$4:$D$5" in charts[0]
    assert "Ringkasan!$A$4:$A$5" in charts[0]
    assert "<c:errBars>" in charts[0]


def test_every_curve_is_drawn_over_its_own_weeks(charts):
    assert "Kurva!$C$2:$C$105" in charts[1]
    assert "Kurva!$C$106:$C$209" in charts[1]
