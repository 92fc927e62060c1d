"""Audit: every figure that a study prints is recomputed, and whatever does not fit is named.

A figure agrees with the table or contradicts it. A contradiction is explained if another reading gives the
printed figure, and open if none does. The audit judges figures, never their authors.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from ikdsim.provenance import SourcedValue
from ikdsim.region.claims import Claim, read_audit_numbers, read_claims, read_lowest_village
from ikdsim.region.files import read_rows
from ikdsim.region.load import region_folder
from ikdsim.region.places import RURAL, Place, imputed_percent
from ikdsim.region.region import Region

AGREES: Final = "agrees"
EXPLAINED: Final = "explained"
CONTRADICTION: Final = "contradiction"


@dataclass(frozen=True)
class Finding:
    """One result of the audit; `code` names its sentence in data/text/data.toml."""

    code: str
    severity: str
    """AGREES, EXPLAINED or CONTRADICTION."""
    printed: float | None
    """The published figure, None where words were published."""
    computed: float | None
    """The same from the table's rows, by the study's own words."""
    facts: Mapping[str, Any]
    """What the sentence names; numbers among them are percentages, or decimals and bases of a figure."""


def audit(region: Region) -> list[Finding]:
    """Recompute every published figure of `region` from its places, in the order of the region's files."""
    folder = region_folder(region.name)
    numbers = {**region.numbers, **read_audit_numbers(folder, region.name)}
    findings = [_check(claim, region, numbers) for claim in read_claims(folder)]
    findings += _imputed(region.places, int(numbers[f"{region.name}.imputed_step"].value))
    findings += _names(region.places, [row["name"] for row in read_rows(folder / "villages.csv")])
    findings += _above_adults(region.places, numbers[f"{region.name}.adult_share"].value)
    findings += _lowest(region.places, read_lowest_village(folder))
    findings += _regency(region, numbers[f"{region.name}.regency_residents"].value)
    findings += _voters(region)
    return findings


def _check(claim: Claim, region: Region, numbers: Mapping[str, SourcedValue]) -> Finding:
    computed = claim.figure.compute(region, numbers)
    explained = claim.reading.compute(region, numbers) if claim.reading else None
    facts: dict[str, Any] = {"claim": claim.code, "place": claim.place, "decimals": claim.decimals}
    if _rounds_to(computed, claim):
        return Finding("figure_agrees", AGREES, claim.printed, computed, facts)
    if explained is not None and _rounds_to(explained, claim):
        return Finding("figure_explained", EXPLAINED, claim.printed, computed, facts)
    if abs(computed - claim.printed) < 0.1**claim.decimals:
        return Finding("figure_last_digit", EXPLAINED, claim.printed, computed, facts)
    if claim.figure.whole is None:
        return Finding("figure_open", CONTRADICTION, claim.printed, computed, facts)
    facts["needed"] = claim.figure.whole.compute(region, numbers) * computed / claim.printed
    return Finding("rate_open", CONTRADICTION, claim.printed, computed, facts)


def _rounds_to(computed: float, claim: Claim) -> bool:
    return round(computed, claim.decimals) == claim.printed


def _imputed(places: Iterable[Place], step: int) -> list[Finding]:
    """Recorded counts that are a round share of the residents."""
    shares = {place.name: imputed_percent(place.residents, place.recorded, step) for place in places}
    found = {name: share for name, share in shares.items() if share is not None}
    facts = {"places": found}
    return [Finding("recorded_imputed", CONTRADICTION, None, len(found), facts)] if found else []


def _names(places: Iterable[Place], villages: Iterable[str]) -> list[Finding]:
    """Names of the table that no official village has, however it is spaced."""
    findings = []
    official = {_plain(name): name for name in villages}
    for place in places:
        if _plain(place.name) in official:
            continue
        facts = {"place": place.name, "villages": list(place.stands_for)}
        if place.approximate:
            findings.append(Finding("name_unofficial", CONTRADICTION, None, None, facts))
        else:
            findings.append(Finding("name_differs", EXPLAINED, None, None, facts))
    return findings


def _plain(name: str) -> str:
    return name.casefold().replace(" ", "")


def _above_adults(places: Iterable[Place], adult_share: float) -> list[Finding]:
    """Places that record more residents than can be adults."""
    shares = {place.name: place.recorded / place.residents for place in places}
    found = {name: 100 * share for name, share in shares.items() if share > adult_share}
    facts = {"places": found, "adults": 100 * adult_share}
    return [Finding("recorded_above_adults", CONTRADICTION, None, len(found), facts)] if found else []


def _lowest(places: Iterable[Place], lowest: str) -> list[Finding]:
    """Rural places below the one that the study calls very low."""
    rates = {place.name: 100 * place.activated / place.residents for place in places if place.kind == RURAL}
    below = {name: rate for name, rate in rates.items() if rate < rates[lowest]}
    facts = {"place": lowest, "percent": rates[lowest], "places": below}
    return [Finding("not_lowest", CONTRADICTION, None, len(below), facts)] if below else []


def _regency(region: Region, printed: float) -> list[Finding]:
    """Whether the kecamatan add up to the residents that are published of their regency."""
    total = sum(kecamatan.residents for kecamatan in region.kecamatan)
    fits = total == printed
    return [Finding("regency_residents", AGREES if fits else CONTRADICTION, printed, total, {})]


def _voters(region: Region) -> list[Finding]:
    """A share of the regency's voters that is not the region's share of its residents."""
    (own,) = (kecamatan for kecamatan in region.kecamatan if kecamatan.code == region.code)
    voters = 100 * own.voters / sum(kecamatan.voters for kecamatan in region.kecamatan)
    residents = 100 * own.residents / sum(kecamatan.residents for kecamatan in region.kecamatan)
    facts = {"name": own.name, "voters": voters, "residents": residents}
    differ = round(voters, 1) != round(residents, 1)
    return [Finding("voters_differ", CONTRADICTION, None, None, facts)] if differ else []
