"""The audit names what the study's figures contradict, and notices when a figure changes."""

from dataclasses import replace

from ikdsim.region.audit import AGREES, CONTRADICTION, EXPLAINED, Finding, audit
from ikdsim.region.load import load_region
from ikdsim.region.region import Region


def with_counts(name: str, residents: int = 0, recorded: int = 0, activated: int = 0) -> Region:
    """Babelan with some residents more or less in one place."""
    region = load_region("babelan")
    places = (
        replace(
            place,
            residents=place.residents + residents,
            recorded=place.recorded + recorded,
            activated=place.activated + activated,
        )
        if place.name == name
        else place
        for place in region.places
    )
    return replace(region, places=tuple(places))


def figures(findings: list[Finding], severity: str) -> set[str]:
    return {
        f"{finding.facts['claim']} {finding.facts['place']}".strip()
        for finding in findings
        if finding.severity == severity and "claim" in finding.facts
    }


def found(code: str, findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.code == code]


def test_totals_and_rates_of_the_table_agree():
    agreeing = figures(audit(load_region("babelan")), AGREES)
    assert {"total_residents", "total_recorded", "total_activated", "total_rate_of_residents"} <= agreeing
    assert len([figure for figure in agreeing if figure.startswith("row_")]) == 17


def test_the_second_totals_are_those_without_buni_bakti():
    findings = audit(load_region("babelan"))
    assert {"text_residents", "text_activated", "text_rate", "bahagia_share_of_activated"} <= figures(
        findings, EXPLAINED
    )


def test_9_08_percent_is_explained_by_the_wrong_base():
    finding = next(f for f in audit(load_region("babelan")) if f.facts.get("claim") == "bahagia_second_rate")
    assert (finding.code, finding.printed, round(finding.computed or 0, 2)) == (
        "figure_explained",
        9.08,
        6.01,
    )


def test_5_70_percent_is_no_share_of_the_target():
    finding = next(f for f in audit(load_region("babelan")) if f.facts.get("claim") == "share_of_target")
    assert (finding.code, round(finding.computed or 0, 2)) == ("figure_explained", 18.99)


def test_two_shares_point_to_the_same_third_total():
    assert {"bahagia_share_of_residents", "hurip_jaya_share_of_residents"} <= figures(
        audit(load_region("babelan")), EXPLAINED
    )


def test_a_slip_in_the_last_digit_is_called_so():
    slips = found("figure_last_digit", audit(load_region("babelan")))
    assert [slip.facts["claim"] for slip in slips] == [
        "row_recorded",
        "total_rate_of_recorded",
        "bahagia_density",
    ]


def test_the_share_of_the_area_needs_a_kecamatan_that_no_source_has():
    (finding,) = found("rate_open", audit(load_region("babelan")))
    assert finding.severity == CONTRADICTION
    assert round(finding.facts["needed"], 1) == 59.4


def test_the_filled_in_recorded_counts_are_named_with_their_shares():
    (finding,) = found("recorded_imputed", audit(load_region("babelan")))
    assert finding.facts["places"] == {
        "Desa Babelan Kota": 80,
        "Desa Kebalen": 75,
        "Desa Muara Bakti": 70,
        "Desa Pantai Hurip": 60,
        "Desa Teluk Mati": 60,
        "Desa Buni Bakti": 70,
    }


def test_two_names_are_not_official_and_one_is_spelt_otherwise():
    findings = audit(load_region("babelan"))
    assert [f.facts["place"] for f in found("name_unofficial", findings)] == [
        "Desa Kebalen",
        "Desa Teluk Mati",
    ]
    assert [f.facts["place"] for f in found("name_differs", findings)] == ["Kelurahan Kebalen Kota"]


def test_four_places_record_more_than_their_adults():
    (finding,) = found("recorded_above_adults", audit(load_region("babelan")))
    assert list(finding.facts["places"]) == [
        "Kelurahan Bahagia",
        "Kelurahan Kebalen Kota",
        "Desa Babelan Kota",
        "Desa Kebalen",
    ]


def test_hurip_jaya_is_not_the_lowest_village():
    (finding,) = found("not_lowest", audit(load_region("babelan")))
    assert "Desa Teluk Mati" in finding.facts["places"]
    assert "Desa Babelan Kota" not in finding.facts["places"]


def test_one_activation_too_many_is_caught():
    findings = audit(with_counts("Desa Teluk Mati", activated=1))
    assert figures(findings, CONTRADICTION) == {
        "row_recorded Desa Teluk Mati",
        "hurip_jaya_share_of_area",
        "total_activated",
        "text_activated",
    }


def test_a_wrong_row_is_named_with_its_place():
    findings = audit(with_counts("Desa Hurip Jaya", activated=10))
    wrong = figures(findings, CONTRADICTION)
    assert {"row_residents Desa Hurip Jaya", "row_recorded Desa Hurip Jaya", "total_activated"} <= wrong


def test_one_recorded_resident_more_unmasks_no_round_share():
    (finding,) = found("recorded_imputed", audit(with_counts("Desa Teluk Mati", recorded=1)))
    assert "Desa Teluk Mati" not in finding.facts["places"]


def test_the_kecamatan_add_up_to_their_regency():
    (finding,) = found("regency_residents", audit(load_region("babelan")))
    assert finding.severity == AGREES
    assert finding.printed == finding.computed == 3_387_601


def test_babelan_has_more_of_the_voters_than_of_the_residents():
    (finding,) = found("voters_differ", audit(load_region("babelan")))
    assert finding.facts["voters"] > 8.2
    assert finding.facts["residents"] < 7.3
