"""A dated count, its share, and what it may not say."""

from datetime import date

import pytest

from ikdsim.schema import Where


def codes(count):
    return [fault.code for fault in count.faults(Where("counts.csv"))]


def test_a_right_row_has_no_fault(dated):
    assert codes(dated()) == []


def test_counts_give_the_share_before_the_percentage(dated):
    assert dated(activated=40, percent=5.0).share == 0.04
    assert dated(activated=None, percent=5.0).share == 0.05
    assert dated(base=None, base_from=None, percent=None).share is None


def test_an_approximate_date_has_a_first_and_a_last_day(dated):
    count = dated(date="2024-01-15", give_or_take_days=15)
    assert (count.earliest, count.latest) == (date(2023, 12, 31), date(2024, 1, 30))


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"activated": None, "percent": None}, "panel.nothing_counted"),
        ({"base_from": None}, "panel.base_without_origin"),
        ({"base": None}, "panel.base_without_origin"),
        ({"activated": 1001}, "panel.more_than_all"),
        ({"activated": None, "percent": 100.5}, "panel.more_than_all"),
        ({"activated": 50, "percent": 100.5}, "panel.more_than_all"),
    ],
)
def test_a_row_that_contradicts_itself(dated, wrong, code):
    assert codes(dated(**wrong)) == [code]


def test_a_target_may_be_exceeded(dated):
    assert codes(dated(base_kind="target", activated=1200, percent=120.0)) == []
