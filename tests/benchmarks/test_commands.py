"""Whole commands, in processes that start cold."""

import sys

import pytest

from benchmarks import commands
from benchmarks.measure import Task


def test_a_command_is_timed_with_the_process_it_runs_in():
    found = commands.command(Task("check", 1.0, 1))
    assert found.wall_seconds > 0
    assert found.residents is None
    if found.cpu_seconds is not None:
        assert found.cpu_seconds > 0


def test_the_first_run_has_an_empty_folder_of_caches(monkeypatch):
    asked = []
    monkeypatch.setattr(commands, "_answered", lambda words, variables: asked.append((words, variables)))
    monkeypatch.setattr(sys, "platform", "linux")
    commands.first_run(Task("run", 1.0, 1))
    [(words, variables)] = asked
    assert words == commands.RUN
    assert list(variables) == ["XDG_CACHE_HOME"]


def test_where_caches_cannot_be_moved_the_first_run_is_not_measured(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(NotImplementedError):
        commands.first_run(Task("run", 1.0, 1))
