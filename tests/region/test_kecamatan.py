"""The kecamatan that share the desks of the regency."""

from ikdsim.region.load import load_region

REGENCY = 3_387_601
"""Residents of Kabupaten Bekasi (Kepmendagri 300.2.2-2138/2025)."""
VOTERS = 2_200_209
"""Final list of voters of 21 June 2023 (KPU Kabupaten Bekasi)."""


def every_kecamatan():
    return load_region("babelan").kecamatan


def test_the_residents_of_all_kecamatan_are_those_of_the_regency():
    assert len(every_kecamatan()) == 23
    assert sum(kecamatan.residents for kecamatan in every_kecamatan()) == REGENCY


def test_babelan_has_the_residents_of_its_table_and_is_not_elsewhere():
    region = load_region("babelan")
    (babelan,) = (kecamatan for kecamatan in every_kecamatan() if kecamatan.name == "Babelan")
    assert babelan.residents == sum(place.residents for place in region.places)
    assert len(region.elsewhere) == 22
    assert babelan not in region.elsewhere


def test_the_others_share_what_is_left_of_the_residents_by_their_voters():
    others = load_region("babelan").elsewhere
    residents, voters = sum(other.residents for other in others), sum(other.voters for other in others)
    assert all(abs(other.residents - residents * other.voters / voters) < 2.0 for other in others)


def test_the_voters_of_all_kecamatan_are_those_of_the_regency():
    assert abs(sum(kecamatan.voters for kecamatan in every_kecamatan()) - VOTERS) <= 1  # rounded shares


def test_people_elsewhere_have_a_desk_of_their_kecamatan_as_far_as_babelan_has():
    ways = {other.km["kecamatan_desk"] for other in load_region("babelan").elsewhere}
    assert len(ways) == 1
    assert 2.0 < ways.pop() < 5.0


def test_who_lives_at_the_office_has_a_short_way_to_it():
    ways = {other.name: other.km["district_office"] for other in load_region("babelan").elsewhere}
    assert min(ways, key=lambda name: ways[name]) == "Cikarang Pusat"
    assert max(ways, key=lambda name: ways[name]) == "Muaragembong"
