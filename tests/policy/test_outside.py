"""Policies of other installed packages: found, checked as those of this one, part of a run's identity."""

import dataclasses
import subprocess
import sys
from datetime import date

import pytest

from ikdsim import policy
from ikdsim.errors import BadInput
from ikdsim.policy.campaign import Campaign
from ikdsim.policy.outside import code_of
from ikdsim.result.record import Settings, as_json, record
from ikdsim.result.repeat import read_record
from ikdsim.scenario.load import load_scenario
from tests.factories import SCENARIOS, make_scenario

NIGHT_MARKET = '''
from dataclasses import dataclass

from ikdsim.policy.base import Policy
from ikdsim.schema import number


@dataclass(frozen=True, kw_only=True)
class NightMarket(Policy):
    """A stand at the night market."""

    kind = "night_market"
    title = {"id": "Stan di pasar malam", "en": "A stand at the night market"}
    decided_by = "regency"

    posts: float = number(0, 10, "posts a week")

    def change(self, conditions, week):
        conditions.communication.posts_per_week += self.posts
        conditions.pay(self.kind, 100_000)
'''
SCENARIO = f"""
extends = "{SCENARIOS / "baseline.toml"}"
title = {{ id = "Pasar malam", en = "Night market" }}
[[policy]]
kind = "night_market"
start = 2027-01-04
posts = 3
"""


@pytest.fixture(params=[("", "")])
def installed(request, tmp_path, monkeypatch):
    """A package that is installed beside ikdsim, in whose module some words are others."""
    old, new = request.param
    (tmp_path / "night_markets.py").write_text(NIGHT_MARKET.replace(old, new) if old else NIGHT_MARKET)
    about = tmp_path / "night_markets-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: night-markets\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[ikdsim.policies]\nnight_market = night_markets:NightMarket\n")
    monkeypatch.syspath_prepend(tmp_path)
    forget()
    yield tmp_path
    forget()


def forget():
    policy.policy_kinds.cache_clear()
    code_of.cache_clear()
    sys.modules.pop("night_markets", None)


def scenario_in(folder):
    (folder / "market.toml").write_text(SCENARIO)
    return load_scenario(folder / "market.toml")


def test_a_kind_of_another_package_is_one_more_kind_with_its_keys_checked(installed):
    assert "night_market" in policy.policy_kinds()
    assert list(policy.policy_kinds()) == sorted(policy.policy_kinds())
    assert scenario_in(installed).policies[0].posts == 3.0
    (installed / "wrong.toml").write_text(SCENARIO.replace("posts = 3", "post = 3"))
    with pytest.raises(BadInput, match=r"“post” here .*“posts” was meant"):
        load_scenario(installed / "wrong.toml")


def test_without_such_a_package_there_is_no_such_kind():
    assert "night_market" not in policy.policy_kinds()


WRONG = [
    (("from ikdsim.schema", "from ikdsim.schemas"), "cannot be loaded (ModuleNotFoundError"),
    (("class NightMarket(Policy)", "class Other(Policy)"), "cannot be loaded (AttributeError"),
    (("(Policy)", ""), "no subclass of Policy"),
    (("def change", "def changed"), "no subclass of Policy"),
    (('    decided_by = "regency"', ""), "lacks decided_by"),
    (("@dataclass(frozen=True, kw_only=True)", ""), "lacks @dataclass"),
    (('kind = "night_market"', 'kind = "nightmarket"'), "“kind” of the policy"),
    (('"en": "A stand', '"fr": "A stand'), "“title” of the policy"),
    (('"A stand at', '"\\x1b[31mA stand at'), "“title” of the policy"),
    (('decided_by = "regency"', 'decided_by = "me"'), "must be regency, province, centre, nobody"),
]


@pytest.mark.parametrize(("installed", "told"), WRONG, indirect=["installed"])
def test_one_that_does_not_fit_is_told_in_a_sentence_that_names_its_package(installed, told):
    with pytest.raises(BadInput) as refused:
        policy.policy_kinds()
    [sentence] = refused.value.sentences("en")
    assert "the package night-markets" in sentence
    assert told in sentence


def test_the_name_of_another_policy_is_refused(installed):
    about = installed / "night_markets-1.0.dist-info" / "entry_points.txt"
    about.write_text("[ikdsim.policies]\ncampaign = night_markets:NightMarket\n")
    with pytest.raises(BadInput, match="“campaign” of the package night-markets has the name of another"):
        policy.policy_kinds()


def test_the_command_line_runs_it_and_names_its_cost(installed):
    (installed / "market.toml").write_text(SCENARIO)
    line = ["run", str(installed / "market.toml"), "--scale", "400", "--until", "2027-03-28", "--lang=en"]
    program = f"import sys; sys.path.insert(0, {str(installed)!r}); from ikdsim.cli import main; sys.exit(main({line}))"
    told = subprocess.run([sys.executable, "-c", program], cwd=installed, capture_output=True, text=True, check=True)
    assert "A stand at the night market   Rp" in told.stdout


def test_its_code_is_part_of_what_determines_a_run(installed):
    before = scenario_in(installed).resolved()
    assert scenario_in(installed).resolved() == before
    (installed / "night_markets.py").write_text(NIGHT_MARKET + "# changed\n")
    forget()
    after = scenario_in(installed).resolved()
    assert {**after["policies"][0], "code": ""} == {**before["policies"][0], "code": ""}
    assert after != before


def test_a_record_is_repeated_only_with_the_code_it_was_made_with(installed):
    scenario = dataclasses.replace(scenario_in(installed), files=())
    settings = Settings(scenario=scenario, seed=1, scale=400.0, engine="columns")
    kept = installed / "record.json"
    kept.write_text(as_json(record(settings.determined_by(), {})))
    assert read_record(kept) == settings
    (installed / "night_markets.py").write_text(NIGHT_MARKET + "# changed\n")
    forget()
    with pytest.raises(BadInput, match=r"have changed since this record was made \(night_market\)"):
        read_record(kept)
    (installed / "night_markets-1.0.dist-info" / "entry_points.txt").unlink()
    forget()
    with pytest.raises(BadInput, match=r"not installed here \(night_market\)"):
        read_record(kept)


def test_a_class_that_was_typed_in_is_told_apart_by_what_it_does():
    codes = []
    for posts in (1, 2):
        typed = {"__name__": "typed_in"}
        exec(NIGHT_MARKET.replace("+= self.posts", f"+= {posts}"), typed)
        codes.append(code_of(typed["NightMarket"]))
    assert len(set(codes)) == 2


def test_code_of_ikdsim_itself_is_told_elsewhere():
    assert code_of(Campaign) == ""
    posts = Campaign(name="posts", start=date(2027, 1, 4), extra_posts_per_week=1.0)
    assert "code" not in make_scenario((posts,), date(2027, 12, 31)).resolved()["policies"][0]
