"""What a result answers when it is asked."""

import dataclasses
import sys
from datetime import date

import numpy as np
import pytest

from ikdsim.errors import BadInput
from ikdsim.model import IkdModel
from ikdsim.observe.barriers import BARRIERS
from ikdsim.resident.stages import ACTIVE, CONFIRMED, INTENDING, STAGES
from ikdsim.result.run_result import plain
from ikdsim.result.simulate import run_to_end
from ikdsim.service.kinds import KINDS
from ikdsim.setup import Setup
from tests.factories import writable

DOCUMENT_KEYS = [
    *("ikdsim", "scenario", "region", "seed", "engine", "scale", "start", "end", "weeks", "residents"),
    *("activated", "places", "stages", "intending", "by_channel", "barriers", "cost_rupiah", "beside_cost_rupiah"),
    *("series", "seconds"),
]


def with_activated(result, activated):
    """The same result, but with `activated` residents of the first place in each week, and none elsewhere."""
    stages = np.zeros_like(result.stages)
    stages[:, 0, ACTIVE] = activated
    return dataclasses.replace(result, stages=stages)


def test_active_and_confirmed_are_activated(result):
    stages = result.stages[-1].sum(axis=0)
    assert result.activated[-1] == pytest.approx(stages[ACTIVE] + stages[CONFIRMED])
    assert result.activated[-1] > 0


def test_a_day_is_answered_with_the_end_of_its_week(result):
    assert result.activated_on(date(2023, 1, 2)) == result.activated[0]
    assert result.activated_on(date(2023, 1, 9)) == result.activated[1]
    assert result.activated_on(date(2025, 3, 2)) == result.activated[-1]


@pytest.mark.parametrize("day", [date(2023, 1, 1), date(2025, 3, 3)])
def test_a_day_outside_the_run_has_no_answer(result, day):
    with pytest.raises(BadInput) as refusal:
        result.activated_on(day)
    assert "2023-01-02 to 2025-03-01" in str(refusal.value)


def test_one_count_is_three_shares(result):
    counted = with_activated(result, 5_864)
    assert counted.share("target") == pytest.approx(0.1)
    assert counted.share("residents") == pytest.approx(5_864 / 245_330)
    assert counted.share("recorded") == pytest.approx(5_864 / 186_337)


def test_the_target_is_reached_in_the_first_week_that_ends_with_it(result):
    growing = np.arange(len(result.weeks)) * 10_000.0
    reached = with_activated(result, growing)
    assert reached.target_date == date(2023, 2, 19)


def test_a_target_out_of_reach_has_no_date(result):
    assert with_activated(result, 58_639).target_date is None
    assert with_activated(result, 58_640).target_date == date(2023, 1, 8)


def test_the_gap_is_urban_less_rural(result):
    urban_only = with_activated(result, 88_583)
    assert urban_only.gap_urban_rural == pytest.approx(88_583 / (88_583 + 45_672))


def test_a_frame_has_a_row_for_each_week_place_and_stage(result):
    frame = result.to_frame()
    assert list(frame.columns) == ["date", "place", "stage", "residents"]
    row = frame[(frame.place == "Desa Kebalen") & (frame.stage == "unaware")].iloc[4]
    assert row.date.date() == date(2023, 2, 5)
    assert row.residents == result.stages[4, 3, STAGES.index("unaware")]


def test_arrays_carry_their_labels(result):
    arrays = pytest.importorskip("xarray") and result.to_xarray()
    last = arrays.residents.sel(date="2025-03-02", place="Desa Hurip Jaya", stage="refusing")
    assert float(last) == result.stages[-1, 7, STAGES.index("refusing")]
    assert float(arrays.activations.sel(channel="kecamatan_desk")[-1]) == result.channels[-1, 2]


def test_without_xarray_the_extra_to_install_is_named(result, monkeypatch):
    monkeypatch.setitem(sys.modules, "xarray", None)
    with pytest.raises(BadInput) as refusal:
        result.to_xarray()
    assert "ikdsim[research]" in str(refusal.value)


def test_a_result_draws_its_curve(result):
    curves = [list(line.get_ydata()) for line in result.plot().axes[0].lines]
    assert list(result.activated) in curves


def test_python_shows_a_result_in_two_lines(result):
    shown = repr(with_activated(result, 5_864))
    assert shown.startswith("<RunResult of talk in babelan, seed 3, scale 200, columns, 113 weeks to 2025-03-02: ")
    assert shown.endswith(": 5,864 residents activated at the end>")


def test_the_document_has_the_agreed_keys(result):
    document = result.document()
    assert list(document) == DOCUMENT_KEYS
    assert list(document["places"][0]) == ["name", "residents", "recorded", "activated", "share_of_residents"]
    assert list(document["stages"]) == list(STAGES)
    assert list(document["by_channel"]) == list(KINDS)
    assert list(document["barriers"]) == list(BARRIERS)
    assert document["series"][-1] == {"date": "2025-03-02", "activated": document["activated"]}


def test_the_parts_of_the_document_add_up(result):
    document = result.document()
    assert document["residents"] == 245_330
    assert sum(document["stages"].values()) == pytest.approx(245_330)
    assert sum(document["barriers"].values()) == pytest.approx(245_330 - document["activated"])
    assert sum(place["activated"] for place in document["places"]) == pytest.approx(document["activated"])
    assert document["cost_rupiah"] == plain(result.total_cost)


def test_whole_counts_are_whole_in_the_document():
    assert repr(plain(11_354.000_000_000_1)) == "11354"
    assert plain(2.5) == 2.5


def test_a_run_of_changed_people_tells_no_diary_of_others(scenario):
    setup = Setup(scenario, seed=3, scale=2_000)
    changed = writable(setup.residents)
    changed.trust[:] = 250
    result = run_to_end(IkdModel(setup.with_residents(changed)))
    with pytest.raises(BadInput) as raised:
        result.diary(5)
    assert [fault.code for fault in raised.value.faults] == ["result.no_diary_of_own_people"]


def test_who_intends_is_ready_or_not_yet_able(result):
    assert sum(result.intending.values()) == pytest.approx(result.stages[-1, :, INTENDING].sum())
    assert result.intending["not_yet_able"] > 0
    assert set(result.document()["intending"]) == {"ready", "not_yet_able"}
