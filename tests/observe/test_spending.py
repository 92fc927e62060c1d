"""Spending: rupiah in the weeks they were spent, by item."""

from ikdsim.observe.observer import WeekSeen
from ikdsim.observe.spending import Spending
from tests.factories import make_conditions


def week(index, costs, from_elsewhere=0.0):
    conditions = make_conditions()
    conditions.costs.update(costs)
    conditions.visits_from_elsewhere = from_elsewhere
    return WeekSeen(index, conditions, supply=None, counters=None)


def test_every_item_is_kept_by_week():
    spending = Spending(3)
    spending.look(week(0, {"visit": 5.0}))
    spending.look(week(1, {}))
    spending.look(week(2, {"visit": 7.0, "post": 1.0}, from_elsewhere=2.0))
    assert {item: rupiah.tolist() for item, rupiah in spending.by_item.items()} == {
        "visit": [5.0, 0.0, 7.0],
        "post": [0.0, 0.0, 1.0],
    }
    assert spending.visits_from_elsewhere.tolist() == [0.0, 0.0, 2.0]


def test_what_bought_vehicles_is_kept_beside_the_cost():
    spending, bought = Spending(2), week(1, {})
    bought.conditions.buy_vehicles("car", 7.0)
    spending.look(week(0, {"car": 5.0}))
    spending.look(bought)
    assert spending.by_item["car"].tolist() == [5.0, 7.0]
    assert spending.vehicles_bought.tolist() == [0.0, 7.0]


def test_the_usual_botram_has_its_price(finished):
    spent = finished.observations.spending.by_item
    price = finished.parameters.value("cost.kecamatan_edition")
    assert set(spent) <= {"botram_kecamatan", "botram_village"}
    weeks = spent["botram_kecamatan"]
    assert weeks.any()
    assert not (weeks % price).any()
