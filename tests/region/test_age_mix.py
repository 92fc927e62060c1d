"""The age mix is that of the census, in one curve."""

import pytest

from ikdsim.provenance import load_parameters
from ikdsim.region.age_mix import band_shares, share_below


@pytest.fixture
def parameters():
    return load_parameters()


def test_shares_of_the_bands_are_those_of_the_census(parameters):
    shares = band_shares(parameters)
    assert shares.sum() == pytest.approx(1.0)
    assert shares[2] == pytest.approx(0.2767, abs=1e-4)
    assert shares[-2:].sum() == pytest.approx(0.07, abs=1e-4)


def test_adults_are_close_to_what_the_census_counts_in_kota_bekasi(parameters):
    assert 1 - share_below(17, parameters) == pytest.approx(0.737, abs=0.005)
