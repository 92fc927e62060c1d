"""The command line as a whole: what goes to which stream, and with which exit status."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ikdsim import cli


def test_a_mistyped_line_with_json_is_one_document(ikdsim):
    status, out, err = ikdsim("run --sede 3 --json")
    assert (status, out) == (2, "")
    assert "perhaps “--seed”" in json.loads(err)["error"][0]


def test_the_overview_names_every_command(ikdsim):
    status, out, _ = ikdsim("--help")
    assert status == 0
    assert all(f"\n  {command} " in out for command in ("check", "run", "compare", "calibrate", "data", "new", "bench"))


def test_the_version(ikdsim):
    assert ikdsim("--version")[1].startswith("ikdsim 0.")


def test_an_interrupted_command_says_what_was_kept(ikdsim, monkeypatch):
    def interrupted(words, lang):
        raise KeyboardInterrupt("2 runs are kept in results.")

    monkeypatch.setattr(cli, "_answer", interrupted)
    assert ikdsim("compare good.toml") == (130, "", "2 runs are kept in results.\n")


def test_a_reader_that_leaves_early_is_no_failure():
    line = [sys.executable, "-m", "ikdsim", "data", "parameters"]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        assert (process.wait(), process.stderr.read()) == (0, b"")


def test_what_is_printed_is_utf8_even_into_a_pipe_of_another_kind():
    line = [sys.executable, "-m", "ikdsim", "run", "--sede", "--lang", "id"]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run(line, check=False, capture_output=True, env=environment)
    assert "“ikdsim run”" in done.stderr.decode("utf-8")


def typed_in_a_shell(line, place):
    done = subprocess.run(line, shell=True, check=False, capture_output=True, cwd=place)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to write to")
def test_a_full_disk_is_told_in_one_sentence(tmp_path):
    line = f"{sys.executable} -m ikdsim data babelan --lang id > /dev/full"
    assert typed_in_a_shell(line, tmp_path) == (1, "", "Jawaban tidak dapat ditulis (penyimpanan penuh).\n")


@pytest.mark.skipif(sys.platform == "win32", reason="this shell closes no streams")
def test_a_closed_output_is_told_in_one_sentence(tmp_path):
    line = f"{sys.executable} -m ikdsim data babelan --lang en >&-"
    assert typed_in_a_shell(line, tmp_path) == (1, "", "The answer cannot be written (its output is closed).\n")
    assert typed_in_a_shell(f"{line} 2>&-", tmp_path) == (1, "", "")
    assert typed_in_a_shell(f"{sys.executable} -m ikdsim data babelon 2>&-", tmp_path) == (2, "", "")


def test_nothing_that_is_said_moves_the_cursor_or_turns_the_line_round(ikdsim):
    _, _, err = ikdsim("check \x1b[31mred\u202e.toml")
    assert err == "?[31mred?.toml: there is no such file; check its name and its folder.\n"
