"""Policies are gathered over the files of a scenario, and read with the keys of their kinds."""

from dataclasses import dataclass
from datetime import date

import pytest

from ikdsim import policy
from ikdsim.errors import BadInput
from ikdsim.fields import NO_PLACES
from ikdsim.policy.base import Misfit
from ikdsim.scenario.load import load_scenario
from ikdsim.scenario.policies import read_policy
from ikdsim.schema import Where, policy_names
from tests.scenario.conftest import BOAT, CHILD, Boat, told


def test_policies_of_a_child_come_after_those_it_inherits(write):
    write("boat.toml", CHILD + BOAT)
    write("both.toml", 'extends = "boat.toml"\n[[policy]]\nkind = "storm"\nstart = 2027-02-01')
    assert [policy.name for policy in load_scenario("both.toml").policies] == ["boat", "storm"]


def test_a_policy_of_the_same_name_replaces(write):
    write("boat.toml", CHILD + BOAT)
    write("larger.toml", 'extends = "boat.toml"\n' + BOAT.replace("3", "9"))
    [policy] = load_scenario("larger.toml").policies
    assert policy.crew == 9


def test_remove_drops_an_inherited_policy(write):
    write("boat.toml", CHILD + BOAT)
    write("without.toml", 'extends = "boat.toml"\nremove = ["boat"]')
    assert load_scenario("without.toml").policies == ()


def test_policies_without_a_name_go_by_their_kind_and_number(write):
    write("fleet.toml", CHILD + BOAT + BOAT)
    assert [policy.name for policy in load_scenario("fleet.toml").policies] == ["boat", "boat_2"]


def test_the_misspelt_kind_of_a_policy_brings_the_right_word_and_the_faults_of_the_rest(faults):
    kind, crew = faults(CHILD + BOAT.replace("kind", "kizq").replace("crew", "crow"))
    assert "no key “kizq” here (perhaps “kind” was meant)" in kind.text("en")
    assert "no key “crow” here (perhaps “crew” was meant)" in crew.text("en")


def test_a_kind_that_is_none_is_read_as_the_one_it_is_like(faults):
    found = faults(CHILD + BOAT.replace('"boat"', '"boot"').replace("crew = 3", "crew = 30\nspeed = 3"))
    assert told(found) == [("unknown_option", "kind", 4), ("out_of_range", "crew", 6), ("unknown_key", "speed", 7)]


@pytest.mark.parametrize("name", ["", "name = 3\n"])
def test_of_two_policies_of_one_name_both_are_told_with_all_their_faults(faults, name):
    found = faults(CHILD + BOAT.replace("crew = 3", "crew = 30") + name + BOAT.replace("3", "40") + 'name = "boat"')
    codes = [code for code, _, _ in told(found)]
    assert codes == [*["out_of_range"], *["not_words" for _ in name[:1]], "out_of_range", "repeated_name"]


def test_days_outside_the_run_are_named_beside_other_faults_of_the_policy(faults):
    found = faults(CHILD + BOAT.replace("2027", "2040") + "end = 2027-01-01\nspede = 3")
    assert [code for code, _, _ in told(found)] == ["outside_run", "end_before_start", "unknown_key"]


def test_a_day_may_lie_beyond_the_run_where_its_policy_says_so(write):
    write("storm.toml", CHILD + '[[policy]]\nkind = "storm"\nstart = 2027-01-04\nseen = 2040-01-01')
    assert load_scenario("storm.toml").policies[0].seen == date(2040, 1, 1)


def test_a_day_before_its_policy_begins_is_refused(write):
    write(
        "early.toml",
        'title = { id = "a", en = "a" }\nregion = "babelan"\n'
        '[[policy]]\nkind = "storm"\nstart = 2027-01-04\nseen = 2026-12-31\n',
    )
    with pytest.raises(BadInput) as raised:
        load_scenario("early.toml")
    assert "end_before_start" in [fault.code for fault in raised.value.faults]


def test_a_policy_may_be_removed_and_written_anew_at_the_end(write):
    write("fleet.toml", CHILD + BOAT + '[[policy]]\nkind = "storm"\nstart = 2027-02-01')
    write("anew.toml", 'extends = "fleet.toml"\nremove = ["boat"]\n' + BOAT)
    assert [policy.name for policy in load_scenario("anew.toml").policies] == ["storm", "boat"]


def test_where_no_places_are_known_any_name_passes():
    table = {"kind": "boat", "name": "boat", "start": date(2027, 1, 4), "crew": 3, "places": ["Atlantis"]}
    made, faults = read_policy(table, Where(), places=NO_PLACES)
    assert (faults, made.places) == ([], ("Atlantis",))
    assert told(read_policy(table, Where(), places={"Town": frozenset({"all"})})[1]) == [
        ("unknown_place", "places", None)
    ]


def test_what_does_not_fit_the_region_or_its_numbers_is_a_fault_of_its_key(faults, monkeypatch):
    def misfits(boat, region, parameters):
        facts = {"value": 30, "place": region.place_names[0], "high": parameters.value("cost.day")}
        return [Misfit("ward_beyond_place", "crew", facts)]

    monkeypatch.setattr(Boat, "misfits", misfits)
    (found,) = faults(CHILD + BOAT + '[parameters]\n"cost.day" = 7\n')
    assert told([found]) == [("ward_beyond_place", "crew", 6)]
    assert "Kelurahan Bahagia has only 7 RW" in found.text("en")


@dataclass(frozen=True, kw_only=True)
class Purse(Boat):
    """Pays for others."""

    kind = "purse"
    pays_for: tuple[str, ...] = policy_names()


@pytest.fixture
def purse(monkeypatch):
    """One more kind: the head of its table, to be followed by keys."""
    monkeypatch.setattr(policy, "policy_kinds", lambda: {"boat": Boat, "purse": Purse})
    return BOAT.replace("boat", "purse")


def test_a_policy_may_name_others_of_the_whole_scenario(write, purse):
    write("boat.toml", CHILD + BOAT)
    write("paid.toml", 'extends = "boat.toml"\n' + purse + 'pays_for = ["boat"]\n')
    assert load_scenario("paid.toml").policies[1].pays_for == ("boat",)


def test_a_policy_whose_sessions_are_settled_before_the_run_cannot_be_paid_for_so_that_it_stops(faults, monkeypatch):
    @dataclass(frozen=True, kw_only=True)
    class Classes(Boat):
        kind = "classes"

        def sessions(self, region, parameters, last_week):
            return [parameters]

    monkeypatch.setattr(policy, "policy_kinds", lambda: {"boat": Boat, "classes": Classes, "purse": Purse})
    purse, classes = (BOAT.replace('"boat"', f'"{kind}"') for kind in ("purse", "classes"))
    [fault] = faults(CHILD + BOAT + classes + purse + 'pays_for = ["boat", "classes"]\n')
    assert '“pays_for” names "classes", whose sessions are settled before the run' in fault.text("en")


def test_names_of_no_other_policy_are_all_told_with_the_nearest(faults, purse):
    found = faults(CHILD + BOAT + purse + 'pays_for = ["bot", "purse", "boat"]\n')
    assert [code for code, _, _ in told(found)] == ["unknown_policy", "unknown_policy"]
    assert "no other policy of this scenario has that name (perhaps “boat” was meant)" in found[0].text("en")


def test_names_that_are_no_list_are_refused(faults, purse):
    assert told(faults(CHILD + BOAT + purse + 'pays_for = "boat"\n')) == [("not_names", "pays_for", 12)]


def test_a_kind_that_is_no_text_is_told_and_nothing_else(faults):
    assert told(faults('extends = "baseline.toml"\n[[policy]]\nkind = []\nstart = 2027-01-04\n')) == [
        ("unknown_option", "kind", 3)
    ]
