"""A nation of regencies of many sizes."""

import pytest

from benchmarks import nation


def test_sizes_sum_to_the_nation_and_lie_between_small_and_some_millions():
    sizes = nation.sizes_of(280_000_000, 514)
    assert (len(sizes), sum(sizes)) == (514, pytest.approx(280_000_000, abs=514))
    assert sizes == sorted(sizes, reverse=True)
    assert 5_000_000 < sizes[0] < 7_000_000
    assert 15_000 < sizes[-1] < 30_000


def test_a_tiny_nation_is_streamed_through_two_processes():
    done = nation.stream(nation.sizes_of(6_000, 3), seed=1)
    assert [regency.weeks for regency in done] == [313] * 3
    assert sum(regency.residents for regency in done) == pytest.approx(6_000, abs=3)
    assert all(0 < regency.activated < regency.residents for regency in done)
