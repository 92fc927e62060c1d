"""Regions by name."""

import math
import subprocess
import sys
from datetime import date

import pytest

from ikdsim.errors import BadInput
from ikdsim.region.load import load_region, region_names


def test_babelan_is_shipped():
    assert region_names() == ["babelan"]
    assert load_region("babelan").name == "babelan"


def test_a_misspelt_region_brings_the_right_one():
    with pytest.raises(BadInput) as problem:
        load_region("babalan")
    assert problem.value.faults[0].facts["nearest"] == "babelan"


def signal(region, place):
    return {each.name: each.signal for each in region.places}[place]


def test_a_number_of_a_desk_can_be_set():
    region = load_region("babelan", {"kecamatan_desk.officers": 4})
    assert region.service_point("kecamatan_desk").officers.value == 4
    assert region.numbers["babelan.kecamatan_desk.officers"].value == 4
    assert load_region("babelan").service_point("kecamatan_desk").officers.value == 3


def test_the_share_of_the_regency_is_a_number_of_the_region():
    assert load_region("babelan", {"regency_share": 0.05}).regency_share.value == 0.05


def test_signal_is_set_for_a_group_or_for_one_place():
    region = load_region("babelan", {"signal_coastal": 0.5, "signal.Desa Hurip Jaya": 0.8})
    assert signal(region, "Desa Teluk Mati") == 0.5
    assert signal(region, "Desa Hurip Jaya") == 0.8
    assert signal(region, "Desa Babelan Kota") == signal(load_region("babelan"), "Desa Babelan Kota")


def test_intensities_act_on_what_officers_do_unless_a_number_says_on_what_residents_ask_for():
    assert load_region("babelan").intensity_acts_on == "supply"
    assert load_region("babelan", {"intensity_on_demand": 1}).intensity_acts_on == "demand"


def test_a_desa_can_have_a_desk():
    region = load_region("babelan", {"village_desk.exists.Desa Hurip Jaya": 1})
    assert region.service_point("village_desk").places[2:] == ("Desa Hurip Jaya",)
    assert {place.name: place.km["village_desk"] for place in region.places}["Desa Hurip Jaya"] == 0.0


def test_a_region_may_have_no_village_desk_at_all():
    region = load_region("babelan", {"village_desk.exists_urban": 0})
    assert region.service_point("village_desk").places == ()
    assert region.places[0].km["village_desk"] == math.inf


def test_a_desk_without_officers_or_hours_is_never_open():
    day = date(2027, 1, 4)
    for key in ("village_desk.officers", "village_desk.hours_per_week"):
        assert not load_region("babelan", {key: 0}).service_point("village_desk").is_open(day)
    assert load_region("babelan").service_point("village_desk").is_open(day)


def test_numbers_of_its_history_can_be_set():
    region = load_region("babelan", {"village_visits": 9, "fake_calls_2025.severity": 0.2})
    assert region.botram[1].village_visits_per_year.value == 9
    assert {policy["name"]: policy.get("severity") for policy in region.history}["fake_calls_2025"] == 0.2


@pytest.mark.parametrize(
    ("key", "value", "code", "nearest"),
    [
        ("kecamatan_desk.oficers", 3, "data.unknown_region_number", "kecamatan_desk.officers"),
        ("signal.Desa Hurip Jaja", 0.8, "data.unknown_region_number", "signal.Desa Hurip Jaya"),
        ("kecamatan_desk.officers", 6, "out_of_range", None),
        ("signal.Desa Hurip Jaya", 0.1, "out_of_range", None),
        ("village_visits", "9", "not_a_number", None),
    ],
)
def test_a_wrong_number_is_one_fault(key, value, code, nearest):
    with pytest.raises(BadInput) as problem:
        load_region("babelan", {key: value, "regency_share": 0.05})
    [fault] = problem.value.faults
    assert (fault.code, fault.facts.get("nearest")) == (code, nearest)
    assert fault.text("id") != fault.text("en")


def test_reading_and_auditing_a_region_needs_neither_numba_nor_pandas():
    heavy = "{'numba', 'pandas', 'mesa', 'matplotlib', 'numpy'}"
    program = f"import sys, ikdsim.region.audit; print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
