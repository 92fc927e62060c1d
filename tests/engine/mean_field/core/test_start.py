"""Before the first week some adults are against IKD or have heard of it, and nobody is further than that."""

from ikdsim.engine.mean_field.core import start
from ikdsim.engine.mean_field.core.strata import READY_POOL, WAITING_POOL
from ikdsim.resident import stages as s
from tests.engine.mean_field.factories import RESIDENTS, make_state
from tests.factories import COAST, TOWN, called

start_residents = called(start.start_residents)


def test_a_quarter_is_opposed_and_of_the_others_half_have_heard():
    state = make_state()
    state.strata.means["opposed"][TOWN], state.strata.means["already_aware"][TOWN] = 0.25, 0.5
    start_residents(state)
    ready = state.standing["stock"][TOWN, 0, READY_POOL]
    assert ready[[s.REFUSING, s.UNAWARE]].tolist() == [25.0, 37.5]
    assert state.standing["aware"][TOWN, 0, READY_POOL].sum() == 37.5


def test_a_quarter_has_heard_ready_or_not():
    state = make_state()
    state.strata.means["already_aware"][TOWN] = 0.25
    state.strata.start[TOWN, 0, WAITING_POOL] = 40.0
    start_residents(state)
    stock, aware = state.standing["stock"], state.standing["aware"].sum(axis=-1)
    assert stock[TOWN, 0, [READY_POOL, WAITING_POOL], s.UNAWARE].tolist() == [0.75 * RESIDENTS, 30.0]
    assert aware[TOWN, 0, [READY_POOL, WAITING_POOL]].tolist() == [0.25 * RESIDENTS, 10.0]
    assert stock[COAST, 0, READY_POOL, s.UNAWARE] == stock[COAST].sum() == RESIDENTS
