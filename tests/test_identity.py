"""Identity: what makes results is told from what shows them, alike in a checkout and in an installed package."""

import shutil
from dataclasses import replace
from datetime import date

import pytest

from ikdsim import identity
from ikdsim.files import hash_of
from ikdsim.identity import determined_by, fingerprint, rule_files, rules_and_data
from ikdsim.policy.campaign import Campaign
from tests.factories import make_scenario


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A copy of the package that a test may change, as its own process would see it."""
    copy = tmp_path / "ikdsim"
    shutil.copytree(identity.PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(identity, "PACKAGE", copy)
    return copy


def code(package):
    return hash_of(package, rule_files(package))


@pytest.mark.parametrize("rule", ["service/exposure.py", "resident/decision.py", "policy/campaign.py", "setup.py"])
def test_a_changed_rule_is_another_identity_compiled_or_plain(package, rule):
    before = code(package)
    with (package / rule).open("a") as file:
        file.write("# changed\n")
    assert code(package) != before


@pytest.mark.parametrize("shown", ["cli.py", "plot/style.py", "report/run.py", "command/run.py"])
def test_what_only_shows_results_does_not_count(package, shown):
    before = code(package)
    with (package / shown).open("a") as file:
        file.write("# changed\n")
    assert code(package) == before


def test_a_wheel_which_carries_benchmarks_is_the_same_as_a_checkout(package):
    before = code(package)
    (package / "data" / "benchmarks").mkdir()
    (package / "data" / "benchmarks" / "suite.py").write_text("print()")
    assert code(package) == before


def test_line_ends_of_windows_change_nothing(package):
    before = code(package)
    rule = package / "service" / "exposure.py"
    rule.write_bytes(rule.read_bytes().replace(b"\n", b"\r\n"))
    assert code(package) == before


def test_a_rule_that_moved_is_another_identity(package):
    before = code(package)
    (package / "service" / "exposure.py").rename(package / "service" / "exposed.py")
    assert code(package) != before


def test_changed_numbers_and_data_are_told_apart(tmp_path, monkeypatch):
    (tmp_path / "knowledge.toml").write_text("")
    before = rules_and_data("babelan")
    monkeypatch.setattr(identity, "PARAMETERS_FOLDER", tmp_path)
    after = rules_and_data("babelan")
    assert {name for name in after if before[name] != after[name]} == {"parameters"}


def test_everything_that_determines_a_run_changes_its_fingerprint():
    policy = Campaign(name="posts", start=date(2023, 6, 5), extra_posts_per_week=3.0)
    runs = [
        determined_by(make_scenario(), 1, 1.0),
        determined_by(make_scenario(), 2, 1.0),
        determined_by(make_scenario(), 1, 10.0),
        determined_by(make_scenario((policy,)), 1, 1.0),
        determined_by(replace(make_scenario(), region_numbers={"kecamatan_desk.officers": 4.0}), 1, 1.0),
        determined_by(make_scenario(end=date(2024, 12, 31)), 1, 1.0),
    ]
    assert len({fingerprint(run) for run in runs}) == len(runs)
