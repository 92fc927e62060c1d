"""Offices with the counts that can be set beside each other."""

from datetime import date

import pytest

from ikdsim.panel.office import national_share, offices_of
from ikdsim.panel.read import load_panel


def test_a_day_has_one_share_by_the_best_of_its_bases(dated):
    counts = [
        dated(base_kind="wajib_ktp", activated=40),
        dated(base_kind="recorded", activated=50),
        dated(base_kind="population", activated=30),
        dated(base_kind="target", activated=200),
    ]
    (office,) = offices_of(counts)
    assert [one.share for one in office.shares] == [0.05]


def test_shares_stand_by_date(dated):
    (office,) = offices_of([dated(date="2024-05-01", activated=60), dated(date="2024-01-05")])
    assert [(one.date, one.share) for one in office.shares] == [(date(2024, 1, 5), 0.05), (date(2024, 5, 1), 0.06)]


@pytest.mark.parametrize(
    "changed",
    [
        {"trust": "doubtful"},
        {"trust": "upper_bound"},
        {"base_kind": "target"},
        {"base_kind": "pilot"},
        {"level": "village"},
    ],
)
def test_what_cannot_be_compared_is_left_out(dated, changed):
    assert offices_of([dated(**changed)]) == ()


def test_a_count_without_a_base_is_no_share(dated):
    assert offices_of([dated(base=None, base_from=None, percent=None)]) == ()


def test_offices_of_the_shipped_panel():
    offices = {office.name: office for office in offices_of(load_panel())}
    assert len(offices) == 44
    assert len(offices["Kota Surabaya"].shares) == 6
    assert offices["Kabupaten Sambas"].shares[-1].share == pytest.approx(0.0959, abs=1e-4)
    assert "Kota Bengkulu" not in offices


def test_the_nation_between_its_counts_and_after_the_last(dated):
    counts = [
        dated(place="Indonesia", level="nation", date=day, activated=activated)
        for day, activated in (("2024-01-01", 10), ("2024-01-11", 20), ("2024-01-21", 60))
    ]
    days = [date(2024, 1, day) for day in (1, 6, 11, 16, 26)]
    assert [national_share(counts, day) for day in days] == pytest.approx([0.01, 0.015, 0.02, 0.04, 0.08])
    assert national_share(counts, date(2023, 1, 1)) == 0.0
