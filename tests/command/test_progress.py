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


def test_who_reads_a_pipe_is_told_a_line_now_and_then(monkeypatch):
    pipe, now = io.StringIO(), iter([0.0, 1.0, 25.0, 25.0, 26.0])
    monkeypatch.setattr("sys.stderr", pipe)
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(now))
    with progress.progress_bar("result.simulating", "en", quiet=False) as told:
        for done in (1, 2, 3):
            told(done, 4)
    assert pipe.getvalue() == "simulating 50%\n"


@pytest.mark.parametrize(
    ("compiled", "quiet", "said"), [(False, False, True), (True, False, False), (False, True, False)]
)
def test_the_first_compilation_is_announced(monkeypatch, capsys, compiled, quiet, said):
    monkeypatch.setattr(progress, "is_compiled", lambda: compiled)
    progress.announce_compiling("en", quiet)
    assert ("up to a minute" in capsys.readouterr().err) == said
