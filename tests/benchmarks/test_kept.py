"""What only the full measurement finds is kept for the page of a usual one."""

from benchmarks.document import Findings, document
from benchmarks.kept import keep, recall
from benchmarks.rows import ROWS
from tests.benchmarks.factories import measured

NATION = next(row for row in ROWS if row.name == "nation")
CHECK = next(row for row in ROWS if row.name == "check")
FULL = Findings(measured={"nation": [measured(wall_seconds=400.0)], "check": [measured()]})


def test_a_usual_run_tells_the_nation_of_the_last_full_one(tmp_path):
    keep([NATION, CHECK], FULL, tmp_path / "kept.json")
    usual = Findings(measured={"check": [measured(cpu_seconds=9.0)]})
    rows = recall(usual, tmp_path / "kept.json")
    found = {row["name"]: row for row in document([CHECK, *rows], usual, full=False)["rows"]}
    assert rows == [NATION]
    assert found["nation"]["wall_seconds"] == 400.0
    assert found["check"]["cpu_seconds"] == 9.0
    assert list(usual.earlier) == ["nation"]
    assert recall(Findings(), tmp_path / "kept.json") == [NATION]


def test_what_is_measured_again_or_fails_now_is_not_recalled(tmp_path):
    keep([NATION], FULL, tmp_path / "kept.json")
    again = Findings(measured={"nation": [measured(wall_seconds=500.0)]})
    assert recall(again, tmp_path / "kept.json") == []
    assert again.measured["nation"][0]["wall_seconds"] == 500.0
    assert recall(Findings(missing={"nation": "no memory"}), tmp_path / "kept.json") == []


def test_an_earlier_figure_has_no_ratio_to_the_numpy_of_today(tmp_path):
    keep([NATION], FULL, tmp_path / "kept.json")
    usual = Findings(measured={"yardstick_numpy": [measured()]})
    rows = [row for row in ROWS if row.name == "yardstick_numpy"] + recall(usual, tmp_path / "kept.json")
    assert "nation" not in document(rows, usual, full=False)["ratios"]


def test_nothing_is_recalled_where_nothing_is_kept(tmp_path):
    assert recall(Findings(), tmp_path / "kept.json") == []
