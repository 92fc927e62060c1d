"""A visit cannot address more residents than live in the place it comes to."""

from ikdsim.policy.catchment import catchment_misfits
from ikdsim.region.load import load_region

BABELAN = load_region("babelan")
COAST = ("Desa Hurip Jaya", "Desa Teluk Mati")


def test_as_many_as_the_smallest_place_has_can_be_addressed():
    assert catchment_misfits(4_719, COAST, BABELAN) == []
    assert catchment_misfits(None, COAST, BABELAN) == []


def test_more_than_the_smallest_place_has_cannot():
    [misfit] = catchment_misfits(4_720, COAST, BABELAN)
    assert (misfit.code, misfit.key) == ("catchment_beyond_place", "catchment")
    assert misfit.facts == {"value": "4720", "place": "Desa Hurip Jaya", "high": 4_719}
