"""The page of figures."""

from benchmarks.page import BEGIN, END, write_page
from tests.benchmarks.factories import document_of, row_of

DOCUMENT = document_of(row_of("baseline_columns"), row_of("scaling_10", bytes_per_resident=50.0))


def line_of(page, words):
    return next(line for line in page.splitlines() if words in line)


def test_figures_are_put_between_the_marks_and_the_rest_is_left_alone(tmp_path):
    file = tmp_path / "benchmarks.md"
    file.write_text(f"# Benchmarks\n\n{BEGIN}\nold figures\n{END}\n\nProse.\n", encoding="utf-8")
    write_page(DOCUMENT, file)
    written = file.read_text(encoding="utf-8")
    assert written.startswith(f"# Benchmarks\n\n{BEGIN}\n")
    assert written.endswith(f"{END}\n\nProse.\n")
    assert "old figures" not in written
    write_page(DOCUMENT, file)
    assert file.read_text(encoding="utf-8") == written


def test_a_file_that_does_not_exist_is_made(tmp_path):
    write_page(DOCUMENT, tmp_path / "new.md")
    assert "Abacus 7" in (tmp_path / "new.md").read_text(encoding="utf-8")


def test_a_target_is_told_with_what_it_reaches(tmp_path):
    write_page(DOCUMENT, tmp_path / "new.md")
    page = (tmp_path / "new.md").read_text(encoding="utf-8")
    assert "| **0.123 s**: target |" in line_of(page, "one baseline run")
    assert "| **1 times**: stretch |" in line_of(page, "2.45 million, beside")
    assert "| **50 bytes**: missed |" in line_of(page, "memory, bytes per resident")
    assert "| not measured |" in line_of(page, "twin")


def test_a_figure_that_should_be_large_reaches_its_target_from_above(tmp_path):
    objects = row_of("baseline_all_objects", times_slower_than_columns=1999.0)
    write_page(document_of(objects), tmp_path / "new.md")
    page = (tmp_path / "new.md").read_text(encoding="utf-8")
    assert "**1,999 times**: missed" in line_of(page, "plain Mesa objects")


def test_a_large_figure_is_told_in_the_unit_of_its_target(tmp_path):
    write_page(document_of(row_of("nation", peak_bytes=5.25e9)), tmp_path / "new.md")
    page = (tmp_path / "new.md").read_text(encoding="utf-8")
    assert "| 8 GB | 4 GB | **5.25 GB**: target |" in line_of(page, "memory of all processes")


def test_what_was_measured_earlier_is_dated(tmp_path):
    nation = row_of("nation", wall_seconds=400.0)
    earlier = {"nation": {"date": "2026-11-20", "version": "0.1.0"}}
    write_page(document_of(nation, earlier=earlier), tmp_path / "new.md")
    page = (tmp_path / "new.md").read_text(encoding="utf-8")
    assert "- Measured on 2026-11-20 with version 0.1.0: all of Indonesia." in page


def test_missing_and_slower_rows_are_named(tmp_path):
    slower = [{"name": "branch", "ratio": 3.0, "before": 2.0}]
    missing = {"yardstick_agentpy": "No module named 'agentpy'"}
    write_page(document_of(missing=missing, slower=slower, compared_with="0.1.0"), tmp_path / "new.md")
    page = (tmp_path / "new.md").read_text(encoding="utf-8")
    assert "- Not measured: yardstick: AgentPy (No module named 'agentpy')." in page
    assert "- Slower than version 0.1.0: a branch from January 2027, 1.50 times the cost." in page


def test_a_row_tells_its_figures_and_whether_its_curve_agrees(tmp_path):
    numpy = row_of("yardstick_numpy", agrees=True, deviation=2.13)
    mesa = row_of("yardstick_mesa", agrees=False, deviation=7.0, bytes_per_resident=None)
    write_page(document_of(numpy, mesa), tmp_path / "new.md")
    page = (tmp_path / "new.md").read_text(encoding="utf-8")
    assert "| 245,330 | 313 | 3 | 0.123 | 0.124 | 1.60 | 28 | 1 | yes (2.1 standard errors) |" in page
    assert "| 1.60 |  | 1 | NO (7.0 standard errors) |" in page
