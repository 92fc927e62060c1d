"""What a planner reads with `ikdsim data panel`."""

import json

import pytest

from ikdsim.panel.audit import audit_panel
from ikdsim.panel.read import load_panel
from ikdsim.report.layout import WIDTH
from ikdsim.report.panel import panel_document, panel_lines, sentence

TARGETS = (0.25, 0.30)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_line_but_an_address_fits_a_terminal(lang):
    lines = panel_lines(load_panel(), TARGETS, lang).splitlines()
    assert max(len(line) for line in lines if "http" not in line) <= WIDTH


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_finding_can_be_said(lang):
    said = [sentence(finding, lang) for finding in audit_panel(load_panel(), TARGETS)]
    assert len(set(said)) == len(said)
    assert all("{" not in words for words in said)


def test_figures_are_written_as_the_reader_writes_them():
    finding = next(f for f in audit_panel(load_panel(), TARGETS) if f.facts["place"] == "Kabupaten Nganjuk")
    assert "11.88%" in sentence(finding, "en") and "418,848" in sentence(finding, "en")
    assert "11,88%" in sentence(finding, "id") and "26 Januari 2024" in sentence(finding, "id")


def test_a_row_shows_what_was_printed_beside_what_was_computed():
    lines = panel_lines(load_panel(), TARGETS, "en").splitlines()
    assert next(line for line in lines if line.startswith("Kabupaten Nganjuk")).split()[-2:] == ["25", "11.88"]
    assert any(line.startswith("Kota Bengkulu?") for line in lines)
    assert any(line.startswith("Kabupaten Rembang<") for line in lines)


def test_every_source_is_told():
    words = panel_lines(load_panel(), TARGETS, "en")
    assert all(count.address in words for count in load_panel() if count.address)


def test_the_document_can_be_written_as_json():
    document = json.loads(json.dumps(panel_document(load_panel(), TARGETS)))
    assert document["counts"][0]["date"] == "2022-12-30"
    assert document["audit"][0]["facts"]["day"]
