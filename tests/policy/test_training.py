"""Training is the example of the document for those who add a policy: what it shows is what ships."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs" / "add_a_policy.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", ["ikdsim/policy/training.py", "scenarios/babelan/levers/training.toml"])
def test_the_document_shows_the_file_as_it_is(file):
    assert f"`{file}`:" in DOCUMENT
    assert (ROOT / file).read_text(encoding="utf-8") in DOCUMENT


def test_it_shows_the_price_and_cases_of_those_that_ship():
    price = (ROOT / "ikdsim" / "data" / "parameters" / "cost.toml").read_text(encoding="utf-8").split("\n\n")
    (training,) = [table for table in price if table.startswith("[training]")]
    cases = (ROOT / "tests" / "policy" / "cases" / "training.toml").read_text(encoding="utf-8").split("[[case]]")
    assert training.strip() in DOCUMENT
    assert sum(case.strip() in DOCUMENT for case in cases[1:]) == 3
