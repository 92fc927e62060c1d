"""Figures of docs/odd.md and docs/calibration.md that no other command prints: `python -m benchmarks.figures lives`.

Each word prints a table of its own, from runs at 1:1; `scales` takes the runs of its table, half an hour.
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from time import process_time
from typing import Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.jobs import BABELAN, BASELINE
from benchmarks.must_hold.levers import CHANGE_ON, Condition
from ikdsim.branch import branch_from
from ikdsim.calibration.priors import possible_numbers
from ikdsim.calibration.quick_twin import QuickTwin
from ikdsim.clock import monday_of, week_of, week_of_birthday
from ikdsim.model import IkdModel
from ikdsim.policy.base import Policy
from ikdsim.policy.campaign import Campaign
from ikdsim.policy.ktp_transition import KtpTransition
from ikdsim.resident.columns import ADULT_AGE
from ikdsim.resident.stages import USERS
from ikdsim.result.run_result import RunResult
from ikdsim.result.simulate import run
from ikdsim.scenario.load import load_scenario
from ikdsim.service.kinds import BOTRAM_VILLAGE
from ikdsim.setup import Setup
from ikdsim.twin import Twin

SEEDS: Final = range(1, 11)
TABLE: Final = date(2025, 1, 17)
SCALES: Final = {1: 20, 4: 30, 20: 60, 50: 80}
"""Runs for each scale."""
MONTHS_IN_A_YEAR: Final = 12
DRAWS: Final = 40


def lives() -> Iterator[str]:
    """Adults among residents at the end of each year, and 17th birthdays in it, seed 1."""
    model = IkdModel(BASELINE)
    birthdays: dict[int, int] = {}
    while model.week < model.last_week:
        model.step()
        adult_from = model.residents.people["birth_week"].astype(int) + week_of_birthday(0, ADULT_AGE)
        year = monday_of(model.week).year
        birthdays[year] = birthdays.get(year, 0) + int((adult_from == model.week).sum())
        if model.week == model.last_week or monday_of(model.week + 1).year > year:
            adults = 100 * float(np.mean(adult_from <= model.week))
            yield f"{year}: {adults:.1f} % adults, {birthdays[year]:,} birthdays"


def visits() -> Iterator[str]:
    """What a village visit of Botram brought in 2025, by weeks in which there was one; mean of the seeds."""
    results = [run(BASELINE, seed) for seed in SEEDS]
    held = [_of_2025(result, result.load[:, BOTRAM_VILLAGE]) for result in results]
    given = [_of_2025(result, result.minutes_given[:, BOTRAM_VILLAGE]) for result in results]
    weeks = sum(int((minutes > 0).sum()) for minutes in given)
    came, offered, served, _, sent_home, failed = sum(of.sum(axis=0) for of in held) / weeks
    yield f"{weeks} weeks with visits, in each: {offered:.1f} heard an offer, {came:.1f} came for IKD,"
    yield f"{served:.1f} activated, {sent_home:.1f} sent home, {failed:.1f} failed"


def growth() -> Iterator[str]:
    """Users more a month, before the table and from 2025 to 2027; mean of the seeds."""
    results = [run(BASELINE, seed) for seed in SEEDS]
    for first, last in ((BASELINE.start, TABLE), (date(2025, 1, 1), date(2027, 12, 31))):
        months = (last - first).days / 365.25 * MONTHS_IN_A_YEAR
        gained = [result.activated_on(last) - result.activated_on(first) for result in results]
        yield f"{first} to {last}: {np.mean(gained) / months:.0f} a month"


def coast() -> Iterator[str]:
    """Gains in the three coastal desa under what could harm them, mean of the seeds and its standard error."""
    answers = Campaign(name="campaign", start=CHANGE_ON, extra_posts_per_week=0.0, answers=1.0)
    accepted = KtpTransition(name="transition", start=CHANGE_ON, accepted=1.0)
    consistency = Condition(name="communication.consistency", value=2.0)
    shipped = load_scenario(BABELAN / "ktp_transition.toml").policies
    tried: dict[str, tuple[Policy, ...]] = {"transition as shipped": shipped, "transition, all services": (accepted,)}
    tried |= {"campaign, all answered": (answers,), "consistency 2": (consistency,)}
    for name, policies in tried.items():
        gains = np.array([_gains(seed, policies) for seed in SEEDS])
        pairs = zip(gains.mean(axis=0), gains.std(axis=0, ddof=1) / len(SEEDS) ** 0.5, strict=True)
        yield f"{name}: " + ", ".join(f"{mean:.0f} ± {error:.0f}" for mean, error in pairs)


def scales() -> Iterator[str]:
    """Users in the week of the table and at the end, mean, standard error and deviation of single runs by scale."""
    for scale, runs in SCALES.items():
        results = [run(BASELINE, seed, scale=float(scale)) for seed in range(1, runs + 1)]
        for when in (TABLE, BASELINE.end):
            users = np.array([result.activated_on(when) for result in results])
            spread = float(users.std(ddof=1))
            mean = f"{users.mean():,.0f} ± {spread / runs**0.5:.0f}"
            yield f"1:{scale}, {when}: {mean}, single runs {spread / users.mean():.1%}"


def quick_twin() -> Iterator[str]:
    """The quick twin of calibrations against the twin, 40 draws of all numbers; logarithms of counts by place."""
    usual = Setup(BASELINE.until(TABLE), seed=1)
    quick, prior = QuickTwin(usual), possible_numbers(usual.region)
    apart, seconds = [], []
    for scores in np.random.default_rng(1).standard_normal((DRAWS, len(prior.numbers))):
        values, own = prior.named(prior.values(scores).tolist())
        quick.users(values, own)
        begun = process_time()
        counts = quick.users(values, own)
        seconds.append(process_time() - begun)
        setup = Setup(replace(usual.scenario, parameters=values, region_numbers=own), seed=1)
        apart.append(np.log(counts + 0.5) - np.log(Twin(setup).run().users[-1] + 0.5))
    for name, each in zip(usual.region.place_names, np.array(apart).T, strict=True):
        yield f"{name}: mean {each.mean():.3f}, standard deviation {each.std():.3f}, at most {np.abs(each).max():.3f}"
    yield f"one evaluation: {1e3 * np.median(seconds):.1f} ms of one core (median)"


def _of_2025(result: RunResult, weekly: NDArray[np.float64]) -> NDArray[np.float64]:
    return weekly[[day.year == TABLE.year for day in result.dates]]


def _gains(seed: int, policies: tuple[Policy, ...]) -> NDArray[np.float64]:
    """Users more than under the baseline at the coast, at the end."""
    setup = Setup(BASELINE, seed)
    usual = IkdModel(setup)
    usual.run(week_of(CHANGE_ON) - 1)
    changed = branch_from(usual.snapshot(), setup.under(replace(BASELINE, policies=policies)))
    ends = []
    for model in (usual, changed):
        model.run()
        ends.append(model.observations.adoption.stages[-1][:, USERS].sum(axis=1))
    coastal = [place.coastal for place in setup.region.places]
    return np.asarray(ends[1] - ends[0], np.float64)[coastal]


FIGURES: Final = {each.__name__: each for each in (lives, visits, growth, coast, scales, quick_twin)}

if __name__ == "__main__":
    for word in sys.argv[1:] or FIGURES:
        print(f"# {FIGURES[word].__doc__}")
        for line in FIGURES[word]():
            print(line, flush=True)
