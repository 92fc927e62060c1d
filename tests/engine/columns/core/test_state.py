"""Records are the same memory as the columns: whoever writes one writes the other."""

import numpy as np
import pytest

from ikdsim.engine.columns.core import state as engine_state
from ikdsim.model import IkdModel
from ikdsim.resident.columns import PERSON, STANDING, people_of
from tests.factories import called, columns_of, make_model

SOMEBODY = 5
neighbourhood_of = called(engine_state.neighbourhood_of)


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


def test_everybody_is_found_in_his_rt(model):
    found = [neighbourhood_of(row, model.engine.core) for row in range(len(model.residents.place))]
    assert found == model.residents.neighbourhood.tolist()


def test_stations_offer_what_the_supply_of_the_week_says(model):
    for _ in range(3):
        model.step()
        supply, records = model.engine.world.supply, model.engine.core
        for name in records.stations.dtype.names:
            assert np.array_equal(records.stations[name], getattr(supply, name)), name
        for way, hazards in enumerate((supply.walk_in, supply.visit, supply.errand)):
            assert records.access.open[way].tolist() == (hazards > 0.0).sum(axis=1).tolist()
    assert records.stations["capacity_ms"].any()


def test_tables_as_a_record_read_like_the_tables(model):
    tables, record = model.engine.world.tables, model.engine.core.tables
    assert set(record.dtype.names) == set(tables._fields)
    for name, value in tables._asdict().items():
        assert np.array_equal(record[name], value), name
        assert record[name].dtype == np.asarray(value).dtype, name


def test_residents_as_they_were_drawn_are_not_copied(model):
    assert people_of(model.residents) is model.residents.people


def columns_of_residents(residents):
    return {name: column for name, column in residents._asdict().items() if isinstance(column, np.ndarray)}


def test_a_column_that_was_replaced_is_what_the_run_reads():
    usual = make_model(scale=100.0)
    residents = usual.residents
    before = {name: column.copy() for name, column in columns_of_residents(residents).items()}
    loyal = residents._replace(trust=np.full_like(residents.trust, 250))
    sceptical = residents._replace(trust=np.zeros_like(residents.trust))
    activated = {}
    for name, people in (("loyal", loyal), ("usual", residents), ("sceptical", sceptical)):
        model = IkdModel(usual.setup.with_residents(people))
        assert np.array_equal(model.engine.core.people["trust"], people.trust)
        model.run()
        activated[name] = model.activated
    assert activated["sceptical"] < activated["usual"] < activated["loyal"]
    for name, column in columns_of_residents(residents).items():
        assert np.array_equal(column, before[name]), name


def test_a_run_changes_nobody_who_he_is(model):
    before = {name: column.copy() for name, column in columns_of(model.engine.world).items() if "Residents" in name}
    model.run()
    for name, column in before.items():
        assert np.array_equal(column, columns_of(model.engine.world)[name]), name
