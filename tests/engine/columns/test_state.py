"""Records are the same memory as the columns: whoever writes one writes the other."""

import numpy as np
import pytest

from ikdsim.engine.columns.state import add_totals, new_event_queue
from ikdsim.model import IkdModel
from ikdsim.resident.columns import PERSON
from ikdsim.resident.state import STANDING
from tests.factories import make_model

SOMEBODY = 5


@pytest.fixture
def model():
    return make_model()


@pytest.mark.parametrize("name", STANDING.names)
def test_where_a_resident_stands_is_written_into_the_column(name, model):
    column = getattr(model.engine.state(), name)
    before = column.copy()
    model.engine.core.standing[SOMEBODY][name] = 7
    assert (column[SOMEBODY] == 7).all()
    column[SOMEBODY] = before[SOMEBODY]
    assert np.array_equal(model.engine.core.standing[name], before)


@pytest.mark.parametrize("name", PERSON.names)
def test_who_a_resident_is_stands_in_record_and_column(name, model):
    assert np.array_equal(model.engine.core.people[name], getattr(model.residents, name))


def test_what_rules_count_is_what_observers_see(model):
    records, counters = model.engine.core, model.engine.world.counters
    records.totals[0]["active_by_sex"][1] += 3
    records.totals[0]["compelled"] += 2
    records.load[4]["served"] += 5
    assert counters.active_by_sex[1] == 3
    assert counters.compelled[0] == 2
    assert counters.served[4] == 5


def test_a_neighbourhood_is_the_range_of_its_residents(model):
    people = model.residents
    for number, here in enumerate(model.engine.core.neighbourhoods):
        assert np.flatnonzero(people.neighbourhood == number).tolist() == list(range(here["first"], here["end"]))
        assert (people.place[here["first"] : here["end"]] == here["place"]).all()


def test_stations_offer_what_the_supply_of_the_week_says(model):
    for _ in range(3):
        model.step()
        supply, records = model.engine.world.supply, model.engine.core
        for name in records.stations.dtype.names:
            assert np.array_equal(records.stations[name], getattr(supply, name)), name
        for way, hazards in enumerate((supply.walk_in, supply.visit, supply.errand)):
            assert records.access.open[way, : len(hazards)].tolist() == (hazards > 0.0).sum(axis=1).tolist()
    assert records.stations["capacity_ms"].any()


def test_rules_write_the_records_whose_columns_others_read(model):
    model.engine.core.people[0]["literacy"] = 7
    assert model.residents.literacy[0] == 7


def columns_of_residents(residents):
    return {name: column for name, column in residents._asdict().items() if isinstance(column, np.ndarray)}


def test_a_column_that_was_replaced_is_what_the_run_reads():
    usual = make_model(scale=100.0)
    residents = usual.setup.residents
    before = {name: column.copy() for name, column in columns_of_residents(residents).items()}
    loyal = residents._replace(trust=np.full_like(residents.trust, 250))
    sceptical = residents._replace(trust=np.zeros_like(residents.trust))
    activated = {}
    for name, people in (("loyal", loyal), ("usual", residents), ("sceptical", sceptical)):
        model = IkdModel(usual.setup.with_residents(people))
        model.run()
        activated[name] = model.activated
    assert activated["sceptical"] < activated["usual"] < activated["loyal"]
    for name, column in columns_of_residents(residents).items():
        assert np.array_equal(column, before[name]), name


def test_a_run_changes_nobody_of_its_set_up(model):
    people = model.setup.residents.people
    before = people.copy()
    model.run()
    assert np.array_equal(people, before)
    assert not np.array_equal(model.residents.people, model.setup.lives.start.people)


def test_the_parts_of_a_queue_hold_every_resident_once_and_cut_no_rt(model):
    residents = model.residents
    parts = new_event_queue(residents, 4, weeks=10).parts
    assert len(parts) == 4
    assert parts["first"][0] == 0 and parts["end"][-1] == len(residents.place)
    assert np.array_equal(parts["end"][:-1], parts["first"][1:])
    assert np.isin(parts["first"], residents.neighbourhood_start).all()
    assert np.array_equal(residents.neighbourhood_start[parts["first_neighbourhood"]], parts["first"])


def test_a_region_of_a_few_rts_has_no_more_parts_than_rts(model):
    rts = len(model.residents.neighbourhood_place)
    assert len(new_event_queue(model.residents, 10 * rts, weeks=10).parts) == rts


def test_what_threads_have_counted_is_added_once():
    model = make_model()
    model.engine.resume(model.week, threads=2)
    core, counters = model.engine.core, model.engine.world.counters
    before = counters.stage_by_place.copy()
    core.totals["compelled"] = 3
    core.moved[:, 0, 0] -= 1
    for _ in range(2):
        add_totals(core, model.engine.world)
    assert counters.compelled[0] == 3 * len(core.totals)
    assert before[0, 0] - counters.stage_by_place[0, 0] == len(core.totals)
