"""What a command line may ask, a file may ask too, and no more."""

import pytest

from ikdsim.command.options import CompareOptions
from ikdsim.experiment import bounds
from ikdsim.experiment.experiment_table import ExperimentTable
from ikdsim.schema import Where, read

HERE = Where("here", "", {})
MOST = [("runs", bounds.MOST_RUNS), ("scale", bounds.MOST_SCALE), ("until_sure", bounds.MOST_RESIDENTS)]


def mistakes(table, key, value):
    """What is wrong with that value; keys that are missing are no matter here."""
    return [fault.code for fault in read(table, {key: value}, HERE)[1] if fault.facts.get("key") == key]


@pytest.mark.parametrize("table", [CompareOptions, ExperimentTable])
@pytest.mark.parametrize(("key", "most"), MOST)
def test_as_much_may_be_asked_on_a_line_as_in_a_file(table, key, most):
    assert mistakes(table, key, most) == []
    assert mistakes(table, key, most + 1) == ["out_of_range"]


@pytest.mark.parametrize("table", [CompareOptions, ExperimentTable])
def test_runs_have_the_same_kinds_of_numbers(table):
    assert [mistakes(table, "numbers", kind) for kind in bounds.NUMBERS] == [[], []]
    assert mistakes(table, "numbers", "posterior") == ["unknown_option"]
