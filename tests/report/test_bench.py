"""What is read after `ikdsim bench`."""

import pytest

from ikdsim.report.bench import bench_text, significant
from tests.benchmarks.factories import document_of, row_of


@pytest.mark.parametrize(
    ("figure", "lang", "written"),
    [(0.012_345, "en", "0.0123"), (4.5612, "en", "4.56"), (4.5612, "id", "4,56"), (245_330, "id", "245.330")],
)
def test_a_figure_has_three_digits_or_all_before_the_point(figure, lang, written):
    assert significant(figure, lang) == written


def test_a_row_without_a_figure_leaves_its_cell_empty():
    whole, without = (
        bench_text(document_of(row_of("yardstick_numpy", bytes_per_resident=figure)), "en") for figure in (28.5, None)
    )
    assert "28.5" in whole
    assert "28.5" not in without
    assert "None" not in without
