"""ikdsim bench: a suite in a process of its own, told in words."""

import json

import pytest

from ikdsim.command import bench
from tests.benchmarks.factories import document_of, row_of

READ = row_of("read_residents", times_slower_than_columns=0.5)
THREADS = row_of("two_threads", times_faster=1.5)
NUMPY = row_of("yardstick_numpy", cpu_seconds=0.1934, agrees=True)
DOCUMENT = document_of(NUMPY, READ, missing={"yardstick_agentpy": "No module named 'agentpy'"})
SUITE = """
import json, sys
if "--full" in sys.argv:
    sys.exit(3)
print("measuring", file=sys.stderr)
print(json.dumps({document!r} | {{"words": sys.argv[1:]}}))
"""


@pytest.fixture
def suite(tmp_path, monkeypatch):
    """A suite that measures nothing, in the place of the real one."""
    folder = tmp_path / "benchmarks"
    folder.mkdir()
    (folder / "__init__.py").touch()
    monkeypatch.setattr(bench, "suite_folder", lambda: folder)

    def finds(document):
        (folder / "suite.py").write_text(SUITE.format(document=document), encoding="utf-8")
        return folder

    finds(DOCUMENT)
    return finds


def test_the_document_of_the_suite_is_the_only_thing_printed(suite, ikdsim):
    status, out, err = ikdsim("bench --json --repeats 2")
    assert (status, err) == (0, "measuring\n")
    document = json.loads(out)
    assert set(document) >= {"machine", "bandwidth_gb_s", "rows", "version"}
    assert document["words"] == ["--repeats", "2", "--lang", "en"]


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", ["yardstick: numpy", "0.193", "245,330", "yes"]), ("id", ["patokan: numpy", "0,193", "245.330", "ya"])],
)
def test_a_row_is_told_in_the_language_of_the_reader(suite, ikdsim, lang, words):
    line = next(line for line in ikdsim(f"bench --lang {lang}")[1].splitlines() if "numpy" in line)
    assert all(word in line for word in words)


def test_a_missing_library_is_said_and_the_engine_is_held_against_the_memory(suite, ikdsim):
    _, out, _ = ikdsim("bench")
    assert "Not measured: yardstick: AgentPy (No module named 'agentpy')." in out
    assert "takes 2 times as long as merely reading" in out
    assert "No version is stored" in out


def test_a_row_that_became_slower_is_said(suite, ikdsim):
    slower = [{"name": "branch", "ratio": 3.0, "before": 2.0}]
    suite(document_of(READ, compared_with="0.1.0", slower=slower))
    assert "Slower than version 0.1.0: a branch from January 2027, 1.50 times the cost." in ikdsim("bench")[1]
    suite(document_of(READ, compared_with="0.1.0"))
    assert "Nothing is more than a fifth slower than version 0.1.0." in ikdsim("bench")[1]


def test_two_threads_and_what_was_measured_earlier_are_said(suite, ikdsim):
    suite(document_of(THREADS, row_of("nation"), earlier={"nation": {"date": "2026-11-20", "version": "0.1.0"}}))
    _, out, _ = ikdsim("bench")
    assert "With two threads, one big run is done 1.50 times as fast." in out
    assert "Measured on 2026-11-20 with version 0.1.0: all of Indonesia." in out


def test_the_page_of_a_checkout_is_written_anew(suite, ikdsim):
    page = suite(DOCUMENT).parent / "docs" / "benchmarks.md"
    page.parent.mkdir()
    page.touch()
    assert f"written to {page}" in ikdsim("bench")[1]
    assert "--write" not in json.loads(ikdsim("bench --json")[1])["words"]


def test_another_page_is_written_where_one_is_named(suite, ikdsim, tmp_path):
    words = json.loads(ikdsim(f"bench --json --write {tmp_path / 'page.md'}")[1])["words"]
    assert words[-2:] == ["--write", str(tmp_path / "page.md")]


def test_a_folder_that_is_not_there_is_told_before_anything_is_measured(suite, ikdsim, tmp_path):
    status, out, err = ikdsim(f"bench --write {tmp_path / 'nowhere' / 'page.md'}")
    assert (status, out) == (2, "")
    assert "“--write” leads to" in err
    assert "measuring" not in err


def test_a_suite_that_fails_is_a_failure(suite, ikdsim):
    status, out, err = ikdsim("bench --full")
    assert (status, out) == (1, "")
    assert "Measuring failed" in err


def test_the_suite_of_a_checkout_is_the_one_beside_the_package():
    assert (bench.suite_folder() / "suite.py").is_file()
