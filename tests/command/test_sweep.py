"""ikdsim compare of an experiment file with a sweep."""

import json

import pytest

BASELINE = 'title = { id = "Dasar", en = "Baseline" }\nregion = "babelan"\nend = 2023-06-30\n'
SWEEP = 'scenarios = ["baseline.toml"]\nruns = 2\nscale = 400\n[sweep]\n"decision.weekly" = [0.03, 0.07]\n'


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "baseline.toml").write_text(BASELINE)
    (tmp_path / "sweep.toml").write_text(SWEEP)
    return tmp_path


def test_every_combination_is_told_and_every_run_kept(ikdsim, folder):
    status, out, err = ikdsim("compare sweep.toml --jobs 1 --lang en")
    assert (status, err) == (0, "")
    assert out.startswith("Baseline: residents who use IKD on 30 June 2023")
    rows = [line.split()[0] for line in out.splitlines() if line.startswith("0.0")]
    assert rows == ["0.03", "0.07"]
    [kept] = (folder / "results").iterdir()
    assert len((kept / "sweep.csv").read_text().splitlines()) == 5
    assert json.loads((kept / "record.json").read_text())["command"] == "ikdsim compare sweep.toml"


def test_as_a_document_it_holds_every_run(ikdsim):
    _, out, _ = ikdsim("compare sweep.toml --jobs 1 --json")
    assert [(run["decision.weekly"], run["seed"]) for run in json.loads(out)["runs"]] == [
        (0.03, 1),
        (0.03, 2),
        (0.07, 1),
        (0.07, 2),
    ]


def test_what_the_file_settles_cannot_be_an_option(ikdsim):
    status, _, err = ikdsim("compare sweep.toml baseline.toml --runs 4 --lang en")
    assert status == 2
    assert "“--runs” cannot go with an experiment file" in err
    assert "an experiment file is run alone" in err
