"""Which numbers decide the gains of policies? Each goes half of the way to an end of its range, one at a time.

`python -m benchmarks.settings_scan` takes some ten minutes; it lets the mean-field twin run the baseline and the
policies with each number, and prints the strongest as the table of docs/settings_scan.md. data/settings.toml takes its
settings from there. A desk that exists or not goes all of the way.
"""

import argparse
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from benchmarks.jobs import BABELAN, BASELINE
from ikdsim.experiment.settings import all_settings
from ikdsim.provenance import LEVER, load_parameters
from ikdsim.region.load import load_region
from ikdsim.scenario.load import load_scenario
from ikdsim.scenario.scenario import Scenario
from ikdsim.setup import Setup
from ikdsim.twin import Twin

POLICIES: Final = ("ikd_team", "botram_rotation", "ktp_transition", "campaign")
PRICES: Final = "cost."
EXISTS: Final = ".exists"


class Moved(NamedTuple):
    """A number of the register or of the region, as it is tried."""

    name: str
    today: float
    value: float
    is_of_region: bool

    def of(self, scenario: Scenario) -> Scenario:
        """The scenario with it."""
        key = "region_numbers" if self.is_of_region else "parameters"
        return replace(scenario, **{key: {**getattr(scenario, key), self.name: self.value}})


class Found(NamedTuple):
    """What the twin expects with it, in residents."""

    moved: Moved
    users: float
    gains: tuple[float, ...]
    """Of POLICIES."""

    def away_from(self, today: "Found") -> float:
        """By how many residents all gains differ from today's."""
        return sum(abs(here - there) for here, there in zip(self.gains, today.gains, strict=True))


UNMOVED: Final = Moved("persuasion.opposed", *[load_parameters().value("persuasion.opposed")] * 2, is_of_region=False)


def numbers_to_move() -> Iterator[Moved]:
    """Every number that is not known for sure and bears on what residents do, towards each end of its range."""
    region = load_region(BASELINE.region)
    of_region = {name.removeprefix(f"{region.name}."): number for name, number in region.numbers.items()}
    of_register = {name: number for name, number in load_parameters().items() if not name.startswith(PRICES)}
    for numbers, is_of_region in ((of_register, False), (of_region, True)):
        for name, number in numbers.items():
            for end in {number.low, number.high} - {number.value} if number.kind != LEVER else ():
                part = 1.0 if EXISTS in name else all_settings()[0].part_of_way
                yield Moved(name, number.value, number.value + part * (end - number.value), is_of_region)


def expected(base: Twin, moved: Moved) -> Found:
    """What the policies gain with a number moved, on the people that it makes."""
    scale, without = base.setup.scale, base.under(moved.of(BASELINE))
    users = _users(without) * scale
    scenarios = (load_scenario(BABELAN / f"{policy}.toml") for policy in POLICIES)
    return Found(moved, users, tuple(_users(without.under(moved.of(of))) * scale - users for of in scenarios))


def _users(twin: Twin) -> float:
    return float(twin.run().users[-1].sum())


def table(today: Found, found: list[Found], most: int) -> list[str]:
    """Lines of a table in Markdown: today first, then the `most` that move the gains furthest."""
    strongest = sorted(found, key=lambda each: -each.away_from(today))[:most]
    head = ["number", "today", "tried", "users at the end", *(f"`{policy}`" for policy in POLICIES), "order changes"]
    rows = [_row(today, today, ("none", "", "")), *(_row(each, today, _told(each.moved)) for each in strongest)]
    return ["| " + " | ".join(row) + " |" for row in (head, ["---", *["---:"] * (len(head) - 1)], *rows)]


def _told(moved: Moved) -> tuple[str, str, str]:
    return f"`{moved.name}`", f"{moved.today:.3g}", f"{moved.value:.3g}"


def _row(found: Found, today: Found, told: tuple[str, str, str]) -> list[str]:
    order, usual = (sorted(range(len(POLICIES)), key=each.gains.__getitem__) for each in (found, today))
    return [*told, f"{found.users:,.0f}", *(f"{gain:,.0f}" for gain in found.gains), "yes" if order != usual else ""]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scale", type=float, default=20.0, help="residents for each agent of the population")
    parser.add_argument("--most", type=int, default=25, help="rows of the table")
    options = parser.parse_args()
    base = Twin(Setup(BASELINE, seed=1, scale=options.scale))
    found = [expected(base, moved) for moved in numbers_to_move()]
    print("\n".join(table(expected(base, UNMOVED), found, options.most)))
