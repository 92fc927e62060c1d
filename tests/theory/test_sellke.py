"""Sellke (1983): everyone draws a threshold for every cause; they move when the cumulative hazard has come to it."""

from collections.abc import Callable
from datetime import date

import numpy as np
import pytest

from ikdsim.clock import WEEKS_PER_YEAR
from ikdsim.model import IkdModel
from ikdsim.policy.botram_rotation import BotramRotation
from ikdsim.randomness import GRAIN, ONE
from ikdsim.region.load import load_region
from ikdsim.resident import causes as c
from ikdsim.resident import stages as s
from ikdsim.scenario.scenario import Scenario
from tests.factories import make_model, make_scenario, run_to, shipped

WEEK = 40
KOLMOGOROV = 1.95
"""sqrt(n) times the largest distance exceeds it with probability 0.001."""
FOUR_SIGMA = 4.0


ALL_ALIKE = {
    "confirmation.pin_forgotten": 2.6,
    "confirmation.disenchantment": 5.2,
    "confirmation.interruption_by_literacy": 0.0,
    "persuasion.opposed_by_trust": 0.0,
    "confirmation.confirmed_lapse": 1.0,
    "confirmation.return": 0.05,
}
"""Nobody lapses or returns more readily than others: 7.8 lapses a year, two in three of them for good."""


@pytest.fixture
def everybody_in(beyond_ranges) -> Callable[[int], tuple[IkdModel, np.ndarray]]:
    """Babelan at 1:20 with all adults written into a stage at the end of week 40; and their rows."""
    beyond_ranges(ALL_ALIKE)

    def written(stage: int) -> tuple[IkdModel, np.ndarray]:
        model = run_to(make_model(scale=20.0), WEEK)
        adults = np.flatnonzero(model.residents.birth_week < WEEK - 17 * 53)
        for row in adults.tolist():
            model.engine.write_stage(row, WEEK, stage)
        return model, adults

    return written


def waits(model: IkdModel, rows: np.ndarray, slot: int) -> np.ndarray:
    """Hazard that has to add up from now on before a nationwide cause moves each of these residents."""
    stage = int(model.engine.state().stage[rows[0]])
    cumulative = model.engine.world.cumulative
    value = int(cumulative.value[cumulative.offset[c.RIVALS_OF_STAGE[stage][slot]]])
    return (model.engine.state().due[rows, slot].astype(np.int64) * GRAIN - value) / ONE


def distance_from_exponential(drawn: np.ndarray) -> float:
    """Kolmogorov-Smirnov statistic against Exp(1), times sqrt(n)."""
    expected = 1.0 - np.exp(-np.sort(drawn))
    ranks = np.arange(len(drawn) + 1) / len(drawn)
    return float(max((ranks[1:] - expected).max(), (expected - ranks[:-1]).max()) * np.sqrt(len(drawn)))


def test_thresholds_of_those_who_wait_follow_exp_1(everybody_in):
    drawn = waits(*everybody_in(s.LAPSED), slot=0)
    assert len(drawn) > 8_000
    assert distance_from_exponential(drawn) < KOLMOGOROV
    assert distance_from_exponential(1.08 * drawn) > KOLMOGOROV


def test_thresholds_of_two_causes_are_drawn_apart(everybody_in):
    model, rows = everybody_in(s.CONFIRMED)
    interruption, disenchantment = (waits(model, rows, slot) for slot in (0, 1))
    assert abs(np.corrcoef(interruption, disenchantment)[0, 1]) < FOUR_SIGMA / np.sqrt(len(rows))


def test_a_threshold_stays_until_its_owner_moves():
    model = make_model(scale=100.0)
    before = model.engine.state().standing.copy()
    while model.week < model.last_week:
        model.step()
        now = model.engine.state().standing
        rests = (now["spells"] == before["spells"]) & (now["stage"] == before["stage"])
        assert (now["due"][rests] == before["due"][rests]).all()
        before = now.copy()


def test_a_constant_hazard_moves_the_usual_share_in_a_week(everybody_in):
    model, rows = everybody_in(s.LAPSED)
    model.step()
    moved = (model.engine.state().stage[rows] == s.INTENDING).mean()
    expected = 1.0 - np.exp(-ALL_ALIKE["confirmation.return"])
    assert moved == pytest.approx(expected, abs=FOUR_SIGMA * np.sqrt(expected / len(rows)))


def test_of_rival_causes_each_moves_its_share_of_those_who_move(everybody_in):
    model, rows = everybody_in(s.CONFIRMED)
    model.step()
    stage = model.engine.state().stage[rows]
    lapsed, refusing = (stage == s.LAPSED).mean(), (stage == s.REFUSING).mean()
    left = 1.0 - np.exp(-7.8 / WEEKS_PER_YEAR)
    sigma = np.sqrt(left / len(rows))
    assert lapsed + refusing == pytest.approx(left, abs=FOUR_SIGMA * sigma)
    assert refusing == pytest.approx(left * 2 / 3, abs=FOUR_SIGMA * sigma)


def test_a_cumulative_hazard_never_falls_and_grows_by_the_hazard_of_the_week():
    model = make_model()
    before = model.engine.world.cumulative.value.copy()
    while model.week < model.last_week:
        model.step()
        value, increment = model.engine.world.cumulative.value, model.engine.world.cumulative.increment
        assert np.array_equal(value - before, increment)
        assert increment.min() == 0 < increment.max()
        before = value.copy()


def same_luck(one: Scenario, other: Scenario) -> bool:
    """Whether everybody stands and waits alike in every week of two scenarios."""
    models = [IkdModel(scenario, seed=5, scale=100.0) for scenario in (one, other)]
    while models[0].week < models[0].last_week:
        here, there = (model.engine.state().standing for model in models)
        if not np.array_equal(here, there):
            return False
        for model in models:
            model.step()
    return True


def visits(per_month: float) -> Scenario:
    places = load_region("babelan").place_names
    start = date(2023, 2, 6)
    policy = BotramRotation(name="visits", start=start, visits_per_month=per_month, places=places, crews="added")
    return make_scenario((policy,))


def test_a_policy_that_changes_nothing_changes_nobody():
    assert same_luck(make_scenario(), visits(0.0))
    assert same_luck(shipped("baseline"), shipped("unchanged"))


def test_a_policy_that_changes_something_is_seen_by_the_same_comparison():
    assert not same_luck(make_scenario(), visits(20.0))


def test_whom_nothing_has_moved_waits_for_the_same_with_a_policy_as_without():
    usual, visited = (IkdModel(scenario, scale=100.0) for scenario in (make_scenario(), visits(20.0)))
    for model in (usual, visited):
        model.run()
    here, there = usual.engine.state(), visited.engine.state()
    unmoved = (here.stage == s.UNAWARE) & (there.stage == s.UNAWARE)
    assert (unmoved.sum() > 300) and (there.stage != here.stage).sum() > 200
    assert np.array_equal(here.due[unmoved, 0], there.due[unmoved, 0])
    since_the_start = unmoved & (usual.setup.lives.start.people == usual.residents.people)
    since_the_start &= usual.residents.birth_week < -17 * 53
    assert np.array_equal(here.due[since_the_start], there.due[since_the_start])
