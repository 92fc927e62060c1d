import pytest

from ikdsim.result.cost_item import item_label


@pytest.mark.parametrize(("item", "label"), [("ikd_team", "Tim khusus IKD"), ("botram_village", "Botram tingkat desa")])
def test_money_is_for_a_policy_or_a_service(item, label):
    assert item_label(item, "id") == label
