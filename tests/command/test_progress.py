"""A bar is for those who watch, and a first compilation is announced to those who wait."""

import io

import pytest

from ikdsim.command import progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(("stream", "quiet", "shown"), [(Terminal, False, True), (Terminal, True, False)])
def test_a_bar_is_for_those_who_watch(monkeypatch, stream, quiet, shown):
    monkeypatch.setattr("sys.stderr", stream())
    with progress.progress_bar("result.simulating", "en", quiet) as bar:
        assert (bar is not None) == shown


def test_nobody_watches_a_pipe(monkeypatch):
    monkeypatch.setattr("sys.stderr", io.StringIO())
    with progress.progress_bar("result.simulating", "en", quiet=False) as bar:
        assert bar is None


@pytest.mark.parametrize(
    ("compiled", "quiet", "said"), [(False, False, True), (True, False, False), (False, True, False)]
)
def test_the_first_compilation_is_announced(monkeypatch, capsys, compiled, quiet, said):
    monkeypatch.setattr(progress, "is_compiled", lambda: compiled)
    progress.announce_compiling("en", quiet)
    assert ("up to a minute" in capsys.readouterr().err) == said
