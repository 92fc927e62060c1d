from ikdsim.experiment.targets import target_shares, targets_of
from ikdsim.region.load import load_region


def test_shares_rise_and_have_sources():
    assert [share.value for share in target_shares()] == [0.25, 0.30]
    assert all(share.source and share.kind == "reported" for share in target_shares())


def test_babelan_has_its_own_target_among_them():
    babelan = load_region("babelan")
    assert targets_of(babelan) == {0.25: 48_867, 0.30: babelan.target}
