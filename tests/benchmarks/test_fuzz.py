"""Damaged files: a few of what `python -m benchmarks.fuzz` does by the thousand."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import fuzz

FILES = fuzz.files_in(fuzz.REPOSITORY)


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    """Copies of everything that is shipped."""
    folder = tmp_path_factory.mktemp("shipped")
    fuzz.lay_out(folder)
    return folder


@settings(max_examples=150)
@given(file=st.sampled_from(FILES), number=st.integers(0, 10**9))
def test_whatever_happens_to_a_file_it_is_right_or_told_in_sentences(shipped, file, number):
    verdict = fuzz.judge_damaged(shipped / file.relative_to(fuzz.REPOSITORY), Random(number))
    assert verdict.answer in fuzz.ANSWERS


def test_every_shipped_file_is_right_before_it_is_damaged(shipped):
    answers = {file.name: fuzz.judge(shipped / file.relative_to(fuzz.REPOSITORY)).answer for file in FILES}
    assert answers == dict.fromkeys(answers, "right")


@pytest.mark.parametrize(
    ("broken", "part"),
    [
        (lambda words: 1 / 0, "ZeroDivisionError"),
        (lambda words: 0, ""),
        (lambda words: print("a\tb", file=fuzz.sys.stderr) or 2, "no sentence"),
        (lambda words: print("kept", file=fuzz.sys.stderr) or 1, "status 1"),
        (lambda words: 2, "status 2"),
    ],
)
def test_anything_but_sentences_is_seen(shipped, monkeypatch, broken, part):
    monkeypatch.setattr(fuzz, "ikdsim", broken)
    answer = fuzz.judge(shipped / "scenarios" / "babelan" / "baseline.toml").answer
    assert part in answer if part else answer == "right"


def test_files_of_every_kind_are_damaged():
    assert {file.name for file in FILES} >= {"baseline.toml", "team_size.toml", "example.toml", "places.csv"}


def test_what_takes_longer_than_a_second_is_seen(shipped, monkeypatch):
    times = iter([0.0, 1.5])
    monkeypatch.setattr(fuzz.time, "process_time", lambda: next(times))
    assert fuzz.judge(shipped / "scenarios" / "babelan" / "baseline.toml").answer == "took 1.5 s"


def test_a_case_can_be_had_again_by_its_number():
    content = Path(FILES[0]).read_bytes()
    assert fuzz.damaged(content, Random(7)) == fuzz.damaged(content, Random(7)) != fuzz.damaged(content, Random(8))


def test_the_page_tells_what_came_of_it():
    verdicts = [fuzz.Verdict("right", 0.01), fuzz.Verdict("refused", 0.25), fuzz.Verdict("took 3.0 s", 3.0)]
    assert "| 3 | 1 | 1 | 1 | 3.00 s | 210 MB |" in fuzz.page(verdicts, 210.2)
