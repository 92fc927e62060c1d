"""Rules of single runs: nobody changes under a policy that changes nothing, minutes are conserved, few refuse."""

from collections import defaultdict
from collections.abc import Mapping

import numpy as np

from benchmarks.jobs import BABELAN, BASELINE
from benchmarks.must_hold.levers import CHANGE_ON, NOTHING, Condition, Lever
from benchmarks.must_hold.rows import Row
from ikdsim.agency.assignment import minutes_by_activity
from ikdsim.agency.conditions import Conditions
from ikdsim.clock import week_of, week_of_birthday
from ikdsim.model import IkdModel
from ikdsim.policy.base import Policy
from ikdsim.policy.campaign import Campaign
from ikdsim.policy.ktp_transition import KtpTransition
from ikdsim.resident.columns import ADULT_AGE
from ikdsim.resident.stages import REFUSING, USERS
from ikdsim.scenario.load import load_scenario
from ikdsim.service.kinds import KINDS
from ikdsim.setup import Setup
from ikdsim.twin import Twin

CHECK = "rule"
UNCHANGED, MINUTES, REFUSAL, AGENTS, TWIN = "unchanged", "minutes", "refusing", "agents", "twin"
SEEDS: Mapping[str, int] = {UNCHANGED: 3, MINUTES: 1}
"""Seeds of checks in which chance decides nothing; all others have as many as signs."""


def rule_rows(seed: int, done: set[str]) -> list[Row]:
    """What is not `done` of these rules, with one seed."""
    found = []
    if UNCHANGED not in done and seed <= SEEDS[UNCHANGED]:
        found.append(_row(UNCHANGED, seed, _changed_cells(seed)))
    if MINUTES not in done and seed <= SEEDS[MINUTES]:
        found.append(_row(MINUTES, seed, _minutes(seed)))
    if TWIN not in done:
        found += _beside_the_twin(seed)
    return found


def _row(name: str, seed: int, values: list[float]) -> Row:
    return Row(CHECK, name, seed, values)


def policies_without_effect() -> list[Policy]:
    """Policies that are in force and change nothing."""
    usual = Setup(BASELINE).parameters
    return [
        Campaign(name="no posts", start=CHANGE_ON, extra_posts_per_week=0.0),
        KtpTransition(name="as today", start=CHANGE_ON, accepted=usual.value("decision.accepted_today")),
        Condition(name="resources.skill", value=usual.value("resources.skill")),
    ]


def _changed_cells(seed: int) -> list[float]:
    """Cells of the state at the end that are not those of the baseline, under all of these policies at once."""
    setup = Setup(BASELINE, seed)
    nothing = Lever(NOTHING, policies=tuple(policies_without_effect()))
    ends = []
    for scenario in (BASELINE, nothing.scenario):
        model = IkdModel(setup.under(scenario))
        model.run()
        ends.append(model.engine.state().standing.copy())
    return [float((ends[0] != ends[1]).sum())]


def _minutes(seed: int) -> list[float]:
    """Most minutes by which, in a week of all policies together, the accounts differ (nought if all is conserved).

    Stations: used and explained less those given. Officers: those at desks, activities less hours; everybody else,
    activities beyond hours. Visits: minutes of visits less those of their crews.
    """
    model = IkdModel(load_scenario(BABELAN / "combined.toml"), seed)
    stations, officers, visits = 0.0, 0.0, 0.0
    while model.week < model.last_week:
        model.step()
        world, conditions = model.engine.world, model.agency.conditions
        over = (world.counters.used_ms - world.supply.capacity_ms, world.counters.explained_ms - world.supply.errand_ms)
        stations = max(stations, *(float(account.max()) for account in over))
        officers = max([officers, *_unaccounted(conditions)])
        visits = max(visits, *_not_of_crews(conditions), 0.0)
    return [stations / 60000.0, officers, visits]


def _unaccounted(conditions: Conditions) -> list[float]:
    everybody = dict.fromkeys([*conditions.roster, *(duty.officer for duty in conditions.duties)])
    spare = {one: one.hours * 60.0 - sum(minutes_by_activity(one, conditions).values()) for one in everybody}
    return [abs(left) if one in conditions.roster else -left for one, left in spare.items()]


def _not_of_crews(conditions: Conditions) -> list[float]:
    """By kind of visit, how far the minutes of visits and of duties are apart."""
    apart: dict[str, float] = defaultdict(float)
    for visit in conditions.visits:
        apart[KINDS[visit.kind]] += visit.minutes
    for duty in conditions.duties:
        if duty.activity in apart:
            apart[duty.activity] -= duty.minutes
    return [abs(minutes) for minutes in apart.values()]


def _beside_the_twin(seed: int) -> list[Row]:
    """Users of each place on the day of Table 1 and at the end by agents and by the twin; share who refuse, 0-1."""
    setup = Setup(BASELINE, seed)
    table, model = week_of(setup.region.table_date), IkdModel(setup)
    model.run(table)
    agents = [_users(model)]
    model.run()
    agents.append(_users(model))
    expected = Twin(setup).run().users[[table - model.first_week, -1]]
    return [
        _row(AGENTS, seed, np.concatenate(agents).tolist()),
        _row(TWIN, seed, expected.ravel().tolist()),
        _row(REFUSAL, seed, [refusing_share(model)]),
    ]


def _users(model: IkdModel) -> np.ndarray:
    return model.engine.world.counters.stage_by_place[:, USERS].sum(axis=1).astype(float)


def refusing_share(model: IkdModel) -> float:
    """Share of adults who refuse, 0-1."""
    adult = model.residents.birth_week + week_of_birthday(0, ADULT_AGE) <= model.week
    return float((model.engine.state().stage[adult] == REFUSING).mean())
