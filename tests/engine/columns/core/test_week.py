"""A week in one call is the same as its parts one after the other, and nobody is touched who has nothing due."""

import numpy as np

from ikdsim.engine.columns.core import week as weeks
from ikdsim.engine.columns.core.cumulative_hazards import CONTACT_CAUSES
from ikdsim.engine.columns.state import write_supply
from ikdsim.resident.columns import NEWS
from tests.engine.columns.core.conftest import WEEK
from tests.factories import LIVELY, assert_same_world, make_model, run_to


def test_the_parts_of_a_week_make_the_whole_week():
    whole, parts = (run_to(make_model(scale=100.0, parameters=LIVELY), WEEK) for _ in range(2))
    supply = parts.carryover.added_to(parts.programme.week(WEEK + 1).opening.supply)
    for model in (whole, parts):
        model.engine.core = write_supply(model.engine.core, supply)
        model.engine.world.counters.load[:] = 0
    core = parts.engine.core
    weeks.reach_out(WEEK + 1, core)
    arrivals = weeks.live_in_part(0, WEEK + 1, core)
    weeks.serve_queues(WEEK + 1, arrivals, core)
    weeks.go_home_in_part(WEEK + 1, arrivals, core)
    weeks.run_week(WEEK + 1, whole.engine.core)
    assert_same_world(parts, whole)
    assert len(arrivals.rows) > 0


def test_services_reach_out_by_the_hazards_of_the_week(model):
    cumulative, planned = model.engine.world.cumulative, model.programme.week(WEEK + 1)
    before = cumulative.value.copy()
    weeks.reach_out(WEEK + 1, model.engine.core)
    for cause, hazard in planned.hazards.items():
        own = slice(cumulative.offset[cause], cumulative.offset[cause + 1])
        grown = (cumulative.value - before)[own] / 2**32
        assert np.allclose(grown, hazard, rtol=0, atol=2**-32), cause
    for cause in CONTACT_CAUSES:
        own = slice(cumulative.offset[cause], cumulative.offset[cause + 1])
        assert np.array_equal(cumulative.value[own], before[own])


def test_a_queue_is_sorted_by_station(model):
    weeks.reach_out(WEEK + 1, model.engine.core)
    arrivals = weeks.live_in_part(0, WEEK + 1, model.engine.core)
    assert len(arrivals.rows) > 1
    assert (np.diff(arrivals.keys) > 0).all()
    stations = model.engine.state().bound_for[arrivals.rows[arrivals.keys & ((1 << 22) - 1)]]
    assert (np.diff(stations.astype(int)) >= 0).all()


def test_whoever_has_nothing_due_is_not_touched():
    model = run_to(make_model(scale=100.0), WEEK)
    before = model.engine.state().standing.copy()
    quiet = model.engine.state().next_event > WEEK + 1
    model.step()
    after = model.engine.state().standing
    changes = model.setup.lives.changes
    quiet[changes.dated["row"][changes.dated["week"] == WEEK + 1]] = False
    touched = np.flatnonzero(quiet & (before != after))
    by_contacts = np.isin(after["stage"][touched], (1, 2)) & (after["entered"][touched] == WEEK + 1)
    told = after["awaits"][touched] == NEWS
    assert (by_contacts | told).all()
    assert (quiet & (before == after)).sum() > 2_000
