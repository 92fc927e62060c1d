"""Before the first week some adults have heard of IKD, and nobody is further than that."""

from ikdsim.engine.mean_field.core import start
from ikdsim.engine.mean_field.core.strata import READY_POOL, WAITING_POOL
from ikdsim.resident import stages as s
from tests.engine.mean_field.factories import RESIDENTS, make_state
from tests.factories import COAST, TOWN, called

start_residents = called(start.start_residents)


def test_a_quarter_has_heard_ready_or_not():
    state = make_state()
    state.strata.means["already_aware"][TOWN] = 0.25
    state.strata.start[TOWN, 0, WAITING_POOL] = 40.0
    start_residents(state)
    stock = state.standing["stock"]
    assert stock[TOWN, 0, READY_POOL, [s.UNAWARE, s.AWARE]].tolist() == [0.75 * RESIDENTS, 0.25 * RESIDENTS]
    assert stock[TOWN, 0, WAITING_POOL, [s.UNAWARE, s.AWARE]].tolist() == [30.0, 10.0]
    assert stock[COAST, 0, READY_POOL, s.UNAWARE] == stock[COAST].sum() == RESIDENTS


def test_some_are_against_it_from_the_start_and_of_the_others_a_quarter_has_heard():
    state = make_state()
    state.strata.means["already_aware"], state.strata.means["opposed"] = 0.25, 0.2
    start_residents(state)
    ready = state.standing["stock"][TOWN, 0, READY_POOL]
    assert ready[[s.REFUSING, s.AWARE, s.UNAWARE]].tolist() == [20.0, 20.0, 60.0]


def test_nobody_has_gone_first_yet():
    state = make_state()
    state.standing["open"] = state.standing["decisive"] = 0.3
    start_residents(state)
    assert state.standing["open"].tolist() == state.standing["decisive"].tolist() == [[1.0], [1.0]]
