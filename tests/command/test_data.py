"""ikdsim data: what the model knows, with sources."""

import json

from ikdsim.provenance import load_parameters


def test_data_lists_what_there_is(ikdsim):
    assert "ikdsim data babelan" in ikdsim("data")[1]
    assert json.loads(ikdsim("data --json")[1])["names"] == ["babelan", "parameters", "panel"]


def test_a_region_is_told_with_its_places_and_its_audit(ikdsim):
    region = json.loads(ikdsim("data babelan --json")[1])
    assert len(region["places"]) == 9
    assert "Desa Hurip Jaya" in ikdsim("data babelan")[1]


def test_every_number_of_the_register_is_told_with_its_source(ikdsim):
    numbers = json.loads(ikdsim("data parameters --json")[1])["parameters"]
    assert {number["name"] for number in numbers} == set(load_parameters())
    assert all(number["source"] for number in numbers)


def test_the_panel_is_told_with_its_audit(ikdsim):
    status, printed, _ = ikdsim("data panel --lang en")
    assert (status, "Audit of the panel" in printed) == (0, True)
    assert len(json.loads(ikdsim("data panel --json")[1])["counts"]) == 112


def test_a_panel_of_ones_own_is_told_or_refused_with_all_its_faults(ikdsim, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    head = "place,level,date,activated,base,base_kind,base_from,source\n"
    right = "Kota A,city,2024-01-05,50,1000,recorded,printed,its page\n"
    (tmp_path / "right.csv").write_text(head + right)
    (tmp_path / "wrong.csv").write_text(head + right + right + right.replace("50", "fifty"))
    assert ikdsim("data right.csv")[0] == 0
    status, printed, errors = ikdsim("data wrong.csv")
    assert (status, printed) == (2, "")
    assert "wrong.csv, line 3" in errors and "wrong.csv, line 4" in errors
