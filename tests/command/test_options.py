"""Options are checked as keys of a file are, and say what the commands can do."""

from pathlib import Path

import pytest

from ikdsim import model
from ikdsim.command.options import ENGINES, CompareOptions, RunOptions
from ikdsim.schema import Where, read


def options(kind, **given):
    made, faults = read(kind, {"lang": "en", **given}, Where())
    return made, [fault.code for fault in faults]


def test_the_engines_that_can_be_named_are_those_of_the_model():
    assert ENGINES == model.ENGINES


def test_what_is_not_said_is_as_the_help_says():
    run, _ = options(RunOptions, named=["a.toml"])
    assert (run.seed, run.scale, run.engine, run.until, run.out) == (1, 1.0, "columns", None, None)
    compare, _ = options(CompareOptions, named=["what"])
    assert compare.runs == 10


@pytest.mark.parametrize(
    ("kind", "named", "code"),
    [
        (RunOptions, ["a.toml", "b.toml"], "too_much_named"),
        (CompareOptions, [], "too_little_named"),
    ],
)
def test_a_command_takes_as_many_words_as_it_can_use(kind, named, code):
    assert options(kind, named=named) == (None, [code])


def test_a_path_is_taken_as_it_was_written_there_or_not():
    run, _ = options(RunOptions, named=["a.toml"], out="not/there")
    assert run.out == Path("not/there")
