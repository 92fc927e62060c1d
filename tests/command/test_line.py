"""Whatever can be mistyped is told in one sentence, and every command has help."""

import pytest


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("", "no command is given"),
        ("--sed 1 check good.toml", "the option --sed comes after the command; begin with one of: check"),
        ("--lang", "no command is given"),
        ("--lang fr check good.toml", "choose one of: id, en"),
        ("--json=yes check good.toml", "takes no value"),
        ("chek good.toml", "perhaps “check”"),
        ("check", "write it like: ikdsim check WHAT..."),
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
def test_a_mistyped_line_is_told_in_one_sentence(ikdsim, files, line, part):
    before = sorted(files.rglob("*"))
    status, out, err = ikdsim(line)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert part in err
    assert sorted(files.rglob("*")) == before


def test_all_wrong_options_are_told_at_once(ikdsim, files):
    assert ikdsim("run good.toml --seed x --scale x --jobs 0")[2].count("\n") == 3
    told = ikdsim("run good.toml --sed 1 --scale x --jobs 0")[2].splitlines()
    assert [word in line for word, line in zip(("--sed", "--scale", "--jobs"), told, strict=True)] == [True] * 3


def test_the_value_of_an_option_is_never_asked_for_without_quotes(ikdsim, files):
    for word in ("seed one", "scale one", "until one"):
        assert "quotes" not in ikdsim(f"run good.toml --{word}")[2]


def test_what_every_command_takes_may_stand_before_the_command(ikdsim, files):
    assert ikdsim("--lang id check good.toml") == (0, "OK  good.toml: Dasar (kebijakan: 0)\n", "")
    assert ikdsim("--quiet --lang=id check good.toml") == (0, "", "")
    assert ikdsim("--json check good.toml")[1].startswith("{")
    assert ikdsim("--lang id --help")[1].startswith("pemakaian")


@pytest.mark.parametrize("command", ["check", "run", "compare", "data", "new", "bench"])
@pytest.mark.parametrize(("lang", "word"), [("id", "pemakaian"), ("en", "usage")])
def test_every_command_has_help_in_both_languages(ikdsim, command, lang, word):
    status, out, _ = ikdsim(f"{command} --help --lang {lang}")
    assert status == 0
    assert out.startswith(f"{word}: ikdsim {command}")
    assert "--json" in out
