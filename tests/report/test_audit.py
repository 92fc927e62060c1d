"""The audit in words."""

import pytest

from ikdsim.region.audit import CONTRADICTION, EXPLAINED, Finding, audit
from ikdsim.region.load import load_region
from ikdsim.report.audit import audit_lines, sentence


def figure(code: str, claim: str) -> Finding:
    facts = {"claim": claim, "place": "", "decimals": 2}
    return Finding(code, EXPLAINED, 5.7, 18.987, facts)


@pytest.mark.parametrize(("lang", "printed", "computed"), [("en", "5.70", "18.99"), ("id", "5,70", "18,99")])
def test_figures_are_written_as_the_reader_writes_them(lang, printed, computed):
    words = sentence(figure("figure_explained", "share_of_target"), lang)
    assert printed in words and computed in words


def test_a_slip_in_the_last_digit_shows_the_digit_that_tells():
    words = sentence(figure("figure_last_digit", "total_rate_of_recorded"), "en")
    assert "18.987" in words


def test_shares_of_places_are_percentages():
    finding = Finding("recorded_imputed", CONTRADICTION, None, 1, {"places": {"Desa Teluk Mati": 60}})
    assert "Desa Teluk Mati 60%" in sentence(finding, "en")


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_finding_of_babelan_can_be_said(lang):
    findings = audit(load_region("babelan"))
    assert all("{" not in sentence(finding, lang) for finding in findings)
    assert len({sentence(finding, lang) for finding in findings}) == len(findings)


def test_open_contradictions_come_first():
    lines = audit_lines(audit(load_region("babelan")), "en")
    headings = [line for line in lines if not line.startswith(" ")]
    assert [heading.split(":")[0] for heading in headings] == [
        "Contradictions that stay open",
        "Contradictions that can be explained",
        "Agree with the table",
    ]
