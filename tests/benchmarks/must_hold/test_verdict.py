"""The verdict tells what does not hold."""

import pytest

from benchmarks.must_hold import draws, rules, signs
from benchmarks.must_hold.levers import levers
from benchmarks.must_hold.page import page
from benchmarks.must_hold.rows import Row, Rows
from benchmarks.must_hold.verdict import verdict

SEEDS = range(1, 4)
TABLE = [60.0, 84.0, 30.0, 23.0, 16.0, 9.0, 3.0, 27.0, 21.0]
"""Rates that Kebalen Kota leads, with Teluk Mati last and Hurip Jaya far above it."""


@pytest.fixture
def rows(tmp_path):
    """Three seeds in which everything holds, with gains of about ten in each place."""
    kept = Rows(tmp_path / "rows.jsonl")
    for seed in SEEDS:
        gains = {lever.name: 0.0 if lever.name == "baseline" else 10.0 + seed for lever in levers()}
        kept.add(Row(signs.CHECK, name, seed, [100.0 + gain] * 9) for name, gain in gains.items())
        shares = [[rate * size for rate, size in zip(TABLE, RESIDENTS, strict=True)]] * 2
        names = (draws.EVERYTHING, draws.BUT_INTENSITY)
        kept.add(Row(draws.CHECK, name, seed, share) for name, share in zip(names, shares, strict=True))
        single = {rules.UNCHANGED: [0.0], rules.MINUTES: [0.0, 0.0, 0.0], rules.REFUSAL: [0.1]}
        single |= {name: [100.0 + seed] * 18 for name in (rules.AGENTS, rules.TWIN)}
        kept.add(Row(rules.CHECK, name, seed, values) for name, values in single.items())
    return kept


RESIDENTS = [88583, 45672, 28940, 24521, 15643, 14285, 12467, 4719, 10500]


def broken(rows: Rows) -> list[str]:
    return [rule["name"] for rule in verdict(rows, SEEDS, SEEDS)["rules"] if not rule["holds"]]


def test_where_everything_holds_the_page_says_so(rows):
    assert broken(rows) == []
    assert "**NO**" not in page(verdict(rows, SEEDS, SEEDS))


def test_a_lever_that_should_help_and_harms_is_named(rows):
    rows.add(Row(signs.CHECK, "skill", seed, [50.0 + seed] + [100.0] * 8) for seed in SEEDS)
    found = verdict(rows, SEEDS, SEEDS)
    assert found["rules"][0]["found"] == ["skill"]
    skill = next(gain for gain in found["gains"] if gain["name"] == "skill")
    assert skill["losses"] == {"Kelurahan Bahagia": -48.0}
    assert "skill (**WRONG**)" in page(found)


def test_a_twin_that_is_a_tenth_off_everywhere_is_wrong(rows):
    rows.add(Row(rules.CHECK, rules.TWIN, seed, [1.1 * (100.0 + seed)] * 18) for seed in SEEDS)
    assert broken(rows) == ["the twin follows in each place"]


def test_changed_people_lost_minutes_and_many_who_refuse_are_found(rows):
    rows.add([Row(rules.CHECK, rules.UNCHANGED, 1, [2.0]), Row(rules.CHECK, rules.MINUTES, 1, [0.0, 0.5, 0.0])])
    rows.add([Row(rules.CHECK, rules.REFUSAL, 2, [0.3])])
    assert broken(rows) == [
        "nobody changes under policies that change nothing",
        "minutes given = used + free",
        "few refuse",
    ]
