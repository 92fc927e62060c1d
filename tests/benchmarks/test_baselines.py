"""The page of the baselines tells what they score today."""

from benchmarks.baselines import PAGE, page


def test_the_page_is_what_the_command_writes():
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m benchmarks.baselines --write"
