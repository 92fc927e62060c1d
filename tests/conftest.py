"""Settings of all tests, the command line as somebody types it, and numbers beyond their ranges."""

from collections.abc import Callable, Mapping

import pytest
from hypothesis import settings

from ikdsim import cli
from ikdsim.kernel import FIRST_COMPILATION
from tests.factories import make_parameters

FIRST_COMPILATION.is_told = True  # tests that listen to standard error hear nothing but what they ask for

settings.register_profile("compiled", deadline=None)  # the first call of a rule compiles it
settings.load_profile("compiled")


@pytest.fixture
def ikdsim(capfd, monkeypatch):
    """Type a command line in English, on a quick machine where the rules are compiled: exit status, output, errors."""
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setattr("ikdsim.command.progress.is_compiled", lambda: True)
    monkeypatch.setattr("ikdsim.command.progress.LINE_AFTER", float("inf"))

    def typed(line):
        status = cli.main(line.split())
        printed = capfd.readouterr()
        return status, printed.out, printed.err

    return typed


@pytest.fixture
def beyond_ranges(monkeypatch) -> Callable[[Mapping[str, float]], None]:
    """Let every model load these values, even those outside the ranges of the register (0 for "never")."""
    return lambda values: monkeypatch.setattr("ikdsim.setup.load_parameters", lambda: make_parameters(values))
