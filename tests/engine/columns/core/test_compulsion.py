"""IKD first at a desk: who can be activated is before the errand, and where it is required the others are refused."""

import pytest

from ikdsim.engine.columns.core.start import write_stage
from ikdsim.engine.columns.core.thresholds import RENEW_COMPELLED
from ikdsim.engine.columns.core.week import serve_queues
from ikdsim.randomness import ONE
from ikdsim.resident import stages as s
from ikdsim.resident.columns import NO_WEEK
from tests.engine.columns.core.conftest import WEEK

DESK = 2


@pytest.fixture
def desk(model):
    """The desk, which offers nothing of itself; nobody turns against IKD."""
    model.engine.core.stations["offer"] = model.engine.core.stations["offer_without_card"] = 0
    model.engine.core.tables["embittered_by_trust"] = 0.0
    model.engine.core.refused[:] = 0
    return model.engine.core.stations[DESK]


@pytest.fixture
def on_an_errand(model, ready):
    rows = ready[:200:20].tolist()
    for row in rows:
        write_stage(row, WEEK, s.AWARE, model.engine.core)
    return rows


def served(model, arrivals):
    serve_queues(WEEK, arrivals, model.engine.core)
    return model.engine.state().stage[arrivals.rows].tolist()


def test_where_officers_begin_with_it_all_who_go_along_are_activated_and_were_compelled(
    model, desk, on_an_errand, queue
):
    desk["begins"] = 1
    model.engine.core.tables["pressed"] = 1e9
    compelled = int(model.engine.core.totals["compelled"][0, 0])
    arrivals = queue(on_an_errand, DESK)
    assert served(model, arrivals) == [s.ACTIVE] * 10
    assert (arrivals.to_renew & RENEW_COMPELLED).all()
    assert model.engine.core.totals["compelled"][0, 0] == compelled + 10
    assert not model.engine.core.refused.any()


def test_who_does_not_go_along_is_served_as_ever(model, desk, on_an_errand, queue):
    desk["begins"] = 1
    model.engine.core.tables["pressed"] = 0.0
    assert served(model, queue(on_an_errand, DESK)) == [s.AWARE] * 10
    assert (model.engine.core.load[DESK]["came"], model.engine.core.load[DESK]["used_ms"]) == (0, 0)


def test_and_hears_of_it_if_it_is_offered(model, desk, on_an_errand, queue):
    desk["begins"], desk["offer"], desk["offer_without_card"] = 1, ONE, ONE
    model.engine.core.tables["pressed"] = 0.0
    served(model, queue(on_an_errand, DESK))
    assert model.engine.core.load[DESK]["offered"] == 10


def test_where_it_is_required_even_opponents_are_activated(model, desk, on_an_errand, queue):
    desk["requires"] = ONE
    for row in on_an_errand:
        write_stage(row, WEEK, s.REFUSING, model.engine.core)
    assert served(model, queue(on_an_errand, DESK)) == [s.ACTIVE] * 10
    assert model.engine.core.load[DESK]["used_ms"] == 0 < model.engine.core.load[DESK]["explained_ms"]


def test_who_has_no_phone_is_refused_in_her_or_his_place_and_trusts_less(model, desk, on_an_errand, queue):
    desk["requires"] = ONE
    model.engine.core.people["supported_week"][on_an_errand] = NO_WEEK
    trust = model.engine.state().trust[on_an_errand].copy()
    assert served(model, queue(on_an_errand, DESK)) == [s.AWARE] * 10
    assert model.engine.core.refused[model.residents.place[on_an_errand]].all()
    assert model.engine.core.refused.sum() == 10
    assert (model.engine.state().trust[on_an_errand] < trust).all()


def test_some_whom_it_is_refused_turn_against_it(model, desk, on_an_errand, queue):
    desk["requires"] = ONE
    model.engine.core.tables["embittered_by_trust"] = 1.0
    model.engine.core.stations["errand_ms"] = 0
    assert served(model, queue(on_an_errand, DESK)) == [s.REFUSING] * 10


def test_whoever_is_recorded_this_week_came_for_that_and_is_not_refused(model, desk, on_an_errand, queue):
    desk["requires"] = ONE
    model.engine.core.people["recorded_week"][on_an_errand] = WEEK
    served(model, queue(on_an_errand, DESK))
    assert model.engine.core.refused.sum() == 0
