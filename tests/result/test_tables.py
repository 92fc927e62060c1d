"""The tables of a result."""

import dataclasses

import pytest

from ikdsim.observe.barriers import BARRIERS
from ikdsim.observe.service_load import LOADS
from ikdsim.result.tables import barriers, cost, groups, service_load, tables, weeks

LAST = "2025-03-02"


def test_every_table_has_rows(result):
    assert set(tables(result)) == {
        *("adoption", "groups", "channels", "weeks", "service_load", "cost", "services_refused", "prices", "barriers"),
    }
    assert all(len(frame) > 0 for frame in tables(result).values())


def test_groups_are_named(result):
    frame = groups(result)
    at_end = frame[frame.date == LAST]
    women = at_end[(at_end["by"] == "sex") & (at_end.group == "women")]
    assert women.activated.item() == result.by_sex[-1, 0]
    assert set(at_end["by"]) == {"age", "sex", "device", "occupation"}


def test_weeks_hold_what_belongs_to_no_place(result):
    row = weeks(result).iloc[-1]
    assert row.activated == result.activated[-1]
    assert (row.interrupted, row.disenchanted) == tuple(result.lapses[-1])


def test_service_load_is_by_channel(result):
    frame = service_load(result)
    desk = frame[(frame.date == LAST) & (frame.channel == "kecamatan_desk")].iloc[0]
    assert [desk[name] for name in LOADS] == list(result.load[-1, 2])
    assert desk.minutes_explained == result.minutes_explained[-1, 2]
    assert (desk.minutes_given, desk.minutes_used) == (result.minutes_given[-1, 2], result.minutes_used[-1, 2])


def test_cost_is_by_item(result):
    frame = cost(result)
    assert frame.groupby("item").rupiah.sum()["campaign"] == pytest.approx(result.costs["campaign"].sum())


def test_a_run_that_cost_nothing_has_an_empty_table(result):
    assert list(cost(dataclasses.replace(result, costs={})).columns) == ["date", "item", "rupiah"]


def test_barriers_are_by_place(result):
    frame = barriers(result).set_index(["place", "barrier"]).residents
    assert frame["Desa Muara Bakti", "refusing"] == result.barriers["refusing"][4]
    assert len(frame) == 9 * len(BARRIERS)
