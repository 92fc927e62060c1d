"""Settings of all tests, and the command line as somebody types it."""

import pytest
from hypothesis import settings

from ikdsim import cli
from ikdsim.kernel import FIRST_COMPILATION

FIRST_COMPILATION.is_told = True  # tests that listen to standard error hear nothing but what they ask for

settings.register_profile("compiled", deadline=None)  # the first call of a rule compiles it
settings.load_profile("compiled")


@pytest.fixture
def ikdsim(capfd, monkeypatch):
    """Type a command line in English where the rules are compiled: exit status, standard output, standard error."""
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setattr("ikdsim.command.progress.is_compiled", lambda: True)

    def typed(line):
        status = cli.main(line.split())
        printed = capfd.readouterr()
        return status, printed.out, printed.err

    return typed
