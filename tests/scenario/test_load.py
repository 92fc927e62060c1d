"""Scenario files: laid over one another, and refused with all their faults."""

import json
import sys
from datetime import date

import pytest

from ikdsim.errors import BadInput
from ikdsim.policy.outside import code_of
from ikdsim.scenario.load import load_scenario, load_scenarios
from tests.scenario.conftest import BOAT, CHILD, Boat, told


def test_a_file_that_names_a_region_is_a_scenario(write):
    scenario = load_scenario("baseline.toml")
    assert (scenario.name, scenario.region, scenario.title["en"]) == ("baseline", "babelan", "Baseline")
    assert (scenario.start, scenario.end) == (date(2023, 1, 2), date(2028, 12, 31))
    assert scenario.policies == ()


def test_a_child_replaces_plain_keys_and_has_a_title_of_its_own(write):
    write("short.toml", CHILD + "end = 2027-12-31")
    scenario = load_scenario("short.toml")
    assert (scenario.end, scenario.region) == (date(2027, 12, 31), "babelan")
    assert scenario.title == {"id": "short", "en": "short"}
    assert len(load_scenario(write("l" * 200 + ".toml", CHILD)).title["en"]) == 60


def test_plain_keys_are_inherited_over_several_files(write):
    write("short.toml", CHILD + "end = 2027-12-31\nstart = 2023-01-05")
    write("shorter.toml", 'extends = "short.toml"')
    scenario = load_scenario("shorter.toml")
    assert (scenario.start, scenario.end) == (date(2023, 1, 5), date(2027, 12, 31))


def test_the_chain_of_files_is_kept_from_the_first_on(write):
    write("inside/child.toml", 'extends = "../baseline.toml"')
    assert [path.name for path in load_scenario("inside/child.toml").files] == ["baseline.toml", "child.toml"]


def test_parameters_are_laid_over_one_another(write):
    write("a.toml", CHILD + '[parameters]\n"cost.post" = 6\n"cost.day" = 8')
    write("b.toml", 'extends = "a.toml"\n[parameters]\n"cost.post" = 7')
    assert load_scenario("b.toml").parameters == {"cost.post": 7.0, "cost.day": 8.0}


def test_numbers_of_the_region_are_laid_over_one_another(write):
    write("a.toml", CHILD + '[region_numbers]\n"village_visits" = 6\n"signal.Desa Hurip Jaya" = 0.8')
    write("b.toml", 'extends = "a.toml"\n[region_numbers]\n"village_visits" = 7')
    scenario = load_scenario("b.toml")
    assert scenario.region_numbers == {"village_visits": 7.0, "signal.Desa Hurip Jaya": 0.8}
    assert scenario.resolved()["region_numbers"] == scenario.region_numbers


def test_resolved_is_plain_json_and_says_everything_that_matters(write):
    write("boat.toml", CHILD + BOAT)
    resolved = load_scenario("boat.toml").resolved()
    assert json.loads(json.dumps(resolved)) == resolved
    assert resolved["policies"][0] == {
        "kind": "boat",
        "code": code_of(Boat),
        "name": "boat",
        "start": "2027-01-04",
        "end": None,
        "crew": 3,
        "places": list(load_scenario("boat.toml").policies[0].places),
    }


def test_a_mark_in_front_of_the_text_is_accepted(write):
    write("marked.toml", b"\xef\xbb\xbf" + (CHILD + BOAT).encode())
    assert len(load_scenario("marked.toml").policies) == 1


def test_lines_may_end_as_on_windows(write):
    write("windows.toml", (CHILD + BOAT).replace("\n", "\r\n"))
    assert len(load_scenario("windows.toml").policies) == 1


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (CHILD + "strat = 2023-01-02", [("unknown_key", "strat", 2)]),
        (CHILD + "start = 2023-01-02T00:00:00", [("not_a_date", "start", 2)]),
        (CHILD + "start = 2022-12-31", [("out_of_range", "start", 2)]),
        (CHILD + "end = 2300-01-01", [("out_of_range", "end", 2)]),
        (CHILD + "start = 2023-01-05\nend = 2023-01-04", [("end_before_start", "end", 3)]),
        (CHILD + "start = 2027-01-04", [("late_start", "start", 2)]),
        (CHILD + 'title = "Dasar"', [("not_a_title", "title", 2)]),
        (CHILD + 'title = { id = "Dasar", en = 1 }', [("not_a_title", "title", 2)]),
        (CHILD + "parameters = 3", [("not_a_table", "parameters", 2)]),
        (CHILD + "policy = 3", [("not_a_table", "policy", 2)]),
        (CHILD + 'remove = "boat"', [("not_names", "remove", 2)]),
        (CHILD + 'remove = ["boat"]', [("nothing_to_remove", "remove", 2)]),
        (CHILD + 'region = "babelon"', [("unknown_option", "region", 2)]),
        ("end = 2027-12-31", [("missing_key", "region", None)]),
        ("extends = 3", [("not_words", "extends", 1)]),
        ('extend = "baseline.toml"', [("unknown_key", "extend", 1)]),
        ('regoin = "babelan"', [("unknown_key", "regoin", 1)]),
        ('extends = "baselin.toml"', [("nothing_to_extend", "extends", 1)]),
        (CHILD + '[parameters]\n"cost.pots" = 1', [("data.unknown_parameter", "cost.pots", 3)]),
        (CHILD + '[parameters]\n"cost.post" = nan', [("not_finite", "cost.post", 3)]),
        (CHILD + '[parameters]\n"cost.post" = true', [("not_a_number", "cost.post", 3)]),
        (CHILD + '[parameters]\n"cost.post" = -1', [("out_of_range", "cost.post", 3)]),
        (CHILD + "[parameters]\ncost.post = 1", [("unquoted_parameter", "cost", 3)]),
        (CHILD + "region_numbers = 3", [("not_a_table", "region_numbers", 2)]),
        (
            CHILD + '[region_numbers]\n"kecamatan_desk.oficers" = 3',
            [("data.unknown_region_number", "kecamatan_desk.oficers", 3)],
        ),
        (
            CHILD + '[region_numbers]\n"regency_share" = 0.05\n"kecamatan_desk.officers" = 9',
            [("out_of_range", "kecamatan_desk.officers", 4)],
        ),
        (CHILD + "[region_numbers]\nkecamatan_desk.officers = 3", [("unquoted_parameter", "kecamatan_desk", 3)]),
        (CHILD + BOAT.replace("boat", "boot"), [("unknown_option", "kind", 4)]),
        (CHILD + BOAT.replace("policy", "polcy"), [("unknown_key", "polcy", 3)]),
        (CHILD + '[parametrs]\n"cost.post" = 1', [("unknown_key", "parametrs", 2)]),
        (CHILD + BOAT.replace('kind = "boat"', ""), [("missing_key", "kind", 3)]),
        (CHILD + BOAT.replace("kind", "kizq"), [("unknown_key", "kizq", 4)]),
        (CHILD + BOAT.replace("kind", "jenis"), [("unknown_key", "jenis", 4)]),
        (
            CHILD + BOAT.replace('kind = "boat"', 'knd = "boot"'),
            [("unknown_key", "knd", 4), ("unknown_option", "knd", 4)],
        ),
        (CHILD + BOAT.replace('kind = "boat"', 'kind = "boat"\nkint = "boat"'), [("unknown_key", "kint", 5)]),
        (CHILD + BOAT.replace("crew", "crow"), [("unknown_key", "crow", 6)]),
        (CHILD + BOAT + "name = 3", [("not_words", "name", 7)]),
        (CHILD + BOAT + 'places = ["Desa Hurip Jaja"]', [("unknown_place", "places", 7)]),
        (CHILD + BOAT.replace("2027", "2029"), [("outside_run", "start", 5)]),
        (CHILD + BOAT + "end = 2029-01-01", [("outside_run", "end", 7)]),
        (CHILD + BOAT + "end = 2027-01-03", [("end_before_start", "end", 7)]),
        (CHILD + BOAT + BOAT + 'name = "boat"', [("repeated_name", "name", 12)]),
    ],
)
def test_one_mistake_is_one_fault_with_its_line(faults, content, expected):
    found = faults(content)
    assert told(found) == expected
    assert all(fault.text(lang) for fault in found for lang in ("id", "en"))


def test_all_faults_of_a_file_are_told_at_once_and_in_order(faults):
    found = faults(CHILD + 'region = "babelon"\nstrat = 3' + BOAT.replace("3", '"3"') + "end = 2027-01-01")
    assert [code for code, _, _ in told(found)] == ["unknown_option", "unknown_key", "not_whole", "end_before_start"]


def test_a_folder_gives_its_own_files_by_name(write):
    write("boat.toml", CHILD + BOAT)
    write("levers/other.toml", 'extends = "../baseline.toml"')
    write("._boat.toml", b"\0")
    write("notes.txt", "not a scenario")
    assert [scenario.name for scenario in load_scenarios(["."])] == ["baseline", "boat"]


def test_files_keep_the_order_in_which_they_are_named(write):
    write("boat.toml", CHILD + BOAT)
    named = ["boat.toml", "baseline.toml"]
    assert [scenario.name for scenario in load_scenarios(named)] == ["boat", "baseline"]


def test_the_faults_of_all_files_are_told_at_once(write):
    write("a.toml", CHILD + "strat = 3")
    write("b.toml", "")
    with pytest.raises(BadInput) as caught:
        load_scenarios(["."])
    assert [fault.facts["file"] for fault in caught.value.faults] == ["a.toml", "b.toml"]


def test_a_folder_without_scenarios_points_to_one_with_some(write, tmp_path):
    write("scenarios/babelan.toml", CHILD)
    (tmp_path / "scenarios" / "babelan.toml").rename(tmp_path / "other.txt")
    (tmp_path / "scenarios" / "babelan").mkdir()
    write("scenarios/babelan/a.toml", CHILD)
    with pytest.raises(BadInput, match=r"no scenario file.*perhaps “scenarios.babelan”"):
        load_scenarios(["scenarios"])


def test_two_scenarios_of_one_name_cannot_be_told_apart(write):
    write("inside/baseline.toml", 'extends = "../baseline.toml"')
    with pytest.raises(BadInput, match="another scenario named baseline"):
        load_scenarios(["baseline.toml", "inside"])


@pytest.mark.skipif(sys.platform == "win32", reason="such names cannot be given there")
@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("a\u202eb.toml", "(U+202E)"),
        ("a\x1b[31m.toml", "(U+001B)"),
        (b"caf\xe9.toml".decode("utf-8", "surrogateescape"), "is not UTF-8 (U+DCE9)"),
        ("a" * 245 + ".toml", "too long; use at most 200 letters"),
    ],
)
def test_a_file_name_is_that_of_a_scenario_and_can_be_read(faults, name, part):
    [fault] = faults(CHILD, name)
    assert part in fault.text("en")
    assert fault.text("en").isprintable()


def test_names_that_the_system_refuses_are_told(write):
    for content in ('extends = "' + "a" * 300 + '/b.toml"', 'extends = "a.toml/b.toml"'):
        write("child.toml", content)
        with pytest.raises(BadInput, match="there is no such file"):
            load_scenario("child.toml")
    with pytest.raises(BadInput, match="cannot be opened"):
        load_scenarios(["a" * 300 + ".toml"])


def test_a_remark_may_hold_as_many_points_as_it_likes(write):
    write("talkative.toml", CHILD + "# " + "." * 500 + "\n")
    assert load_scenario("talkative.toml").name == "talkative"
