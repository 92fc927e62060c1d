"""The command line: check, new, data, and whatever can be mistyped."""

import json
import os
import subprocess
import sys

import pytest

from ikdsim import cli
from ikdsim.command import new

GOOD = 'title = { id = "Dasar", en = "Baseline" }\nregion = "babelan"\n'


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C")
    (tmp_path / "good.toml").write_text(GOOD)
    (tmp_path / "wrong.toml").write_text(GOOD + "strat = 3\nremove = 4\n")
    return tmp_path


@pytest.fixture
def ikdsim(folder, capsys):
    """Type a command line: its exit status, standard output and standard error."""

    def typed(line):
        status = cli.main(line.split())
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return typed


def test_a_right_file_is_ok(ikdsim):
    assert ikdsim("check good.toml") == (0, "OK  good.toml: Baseline (policies: 0)\n", "")


def test_quiet_says_nothing_of_a_right_file(ikdsim):
    assert ikdsim("check good.toml --quiet") == (0, "", "")


def test_a_wrong_file_among_right_ones_is_told_with_all_its_faults(ikdsim):
    status, out, err = ikdsim("check good.toml wrong.toml nowhere.toml")
    assert status == 2
    assert out.startswith("OK  good.toml")
    assert [line.split(":")[0] for line in err.splitlines()] == [
        "wrong.toml, line 3",
        "wrong.toml, line 4",
        "nowhere.toml",
    ]


def test_check_gives_one_document(ikdsim):
    status, out, err = ikdsim("check good.toml --json")
    assert (status, err) == (0, "")
    assert json.loads(out)["files"][0]["region"] == "babelan"


def test_faults_too_are_one_document_and_nothing_else_is_printed(ikdsim):
    status, out, err = ikdsim("check good.toml wrong.toml --json")
    assert (status, out) == (2, "")
    assert len(json.loads(err)["error"]) == 2


def test_a_reader_is_answered_in_his_language(ikdsim):
    assert "kebijakan" in ikdsim("check good.toml --lang id")[1]
    assert "baris 3" in ikdsim("check wrong.toml --lang=id")[2]


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("", "no command is given"),
        ("chek good.toml", "perhaps “check”"),
        ("check", "write it like: ikdsim check FILE..."),
        ("check good.toml --jason", "perhaps “--json”"),
        ("check good.toml -x", "no option -x"),
        ("check good.toml --json=yes", "takes no value"),
        ("check good.toml --seed 3", "no option --seed"),
        ("check good.toml --lang fr", "choose one of: id, en"),
        ("run", "one scenario file or one record"),
        ("run good.toml --record old.json", "one scenario file or one record"),
        ("run good.toml wrong.toml", "“wrong.toml” is too much"),
        ("run good.toml --seed", "needs exactly one value"),
        ("run good.toml --seed one", "“--seed” must be a whole number"),
        ("run good.toml --seed -1", "“--seed” must lie between"),
        ("run good.toml --seed 1.5", "“--seed” must be a whole number"),
        ("run good.toml --scale nan", "“--scale” holds nan"),
        ("run good.toml --scale 0.5", "“--scale” must lie between 1 and"),
        ("run good.toml --until 2027", "“--until” must be a date"),
        ("run good.toml --until 2022-01-01", "“--until” must lie between 2023-01-02 and"),
        ("run good.toml --until 2028-12-31T00:00", "“--until” must be a date"),
        ("run good.toml --engine colums", "perhaps “columns”"),
        ("run good.toml --runs 3", "no option --runs"),
        ("compare", "write it like: ikdsim compare WHAT..."),
        ("compare good.toml --runs 0", "“--runs” must lie between 1 and"),
        ("data babelon", "perhaps “babelan”"),
        ("data babelan babelan", "too much"),
        ("new", "write it like: ikdsim new FOLDER"),
        ("bench good.toml", "“good.toml” is too much"),
        ("bench --repeats 0", "“--repeats” must lie between 1 and"),
    ],
)
def test_a_mistyped_line_is_told_in_one_sentence(ikdsim, folder, line, part):
    before = sorted(folder.rglob("*"))
    status, out, err = ikdsim(line)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert part in err
    assert sorted(folder.rglob("*")) == before


def test_a_mistyped_line_with_json_is_one_document(ikdsim):
    status, out, err = ikdsim("run --sede 3 --json")
    assert (status, out) == (2, "")
    assert "perhaps “--seed”" in json.loads(err)["error"][0]


def test_all_wrong_options_are_told_at_once(ikdsim):
    assert ikdsim("run good.toml --seed x --scale x --jobs 0")[2].count("\n") == 3


@pytest.mark.parametrize("command", ["check", "run", "compare", "data", "new", "bench"])
@pytest.mark.parametrize(("lang", "word"), [("id", "pemakaian"), ("en", "usage")])
def test_every_command_has_help_in_both_languages(ikdsim, command, lang, word):
    status, out, _ = ikdsim(f"{command} --help --lang {lang}")
    assert status == 0
    assert out.startswith(f"{word}: ikdsim {command}")
    assert "--json" in out


def test_the_overview_names_every_command(ikdsim):
    status, out, _ = ikdsim("--help")
    assert status == 0
    assert all(f"\n  {command} " in out for command in ("check", "run", "compare", "data", "new", "bench"))


def test_the_version(ikdsim):
    assert ikdsim("--version")[1].startswith("ikdsim 0.")


def test_data_lists_what_there_is(ikdsim):
    assert "ikdsim data babelan" in ikdsim("data")[1]
    assert json.loads(ikdsim("data --json")[1])["names"] == ["babelan", "parameters"]


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    folder = tmp_path / "shipped" / "babelan"
    folder.mkdir(parents=True)
    (folder / "baseline.toml").write_text(GOOD)
    (folder / "notes.txt").write_text("not a scenario")
    monkeypatch.setattr(new, "shipped_scenarios", lambda: folder.parent)


def test_new_lays_out_the_shipped_scenarios(ikdsim, folder, shipped):
    status, out, _ = ikdsim("new plans")
    assert (status, "ikdsim compare" in out) == (0, True)
    assert [path.name for path in (folder / "plans").rglob("*.*")] == ["baseline.toml"]
    assert ikdsim("check plans/scenarios/babelan/baseline.toml")[0] == 0


@pytest.mark.parametrize("name", [".", "good.toml"])
def test_new_leaves_what_is_there_alone(ikdsim, shipped, name):
    status, _, err = ikdsim(f"new {name}")
    assert (status, "already holds something" in err) == (2, True)


def test_new_says_why_a_folder_cannot_be_written(ikdsim, shipped):
    status, _, err = ikdsim("new good.toml/plans")
    assert (status, "cannot be written" in err) == (2, True)


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


def test_check_loads_nothing_heavy_even_with_a_policy(folder):
    policy = '[[policy]]\nkind = "campaign"\nstart = 2027-01-04\nextra_posts_per_week = 3\n'
    (folder / "good.toml").write_text(GOOD + policy)
    program = """
import sys
from ikdsim.cli import main
status = main(["check", "good.toml"])
sys.exit(status + len({"numba", "numpy", "mesa", "pandas", "matplotlib", "rich"} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True)
    assert done.returncode == 0


def test_what_is_printed_is_utf8_even_into_a_pipe_of_another_kind(folder):
    line = [sys.executable, "-m", "ikdsim", "run", "--sede", "--lang", "id"]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run(line, check=False, capture_output=True, env=environment)
    assert "“ikdsim run”" in done.stderr.decode("utf-8")
