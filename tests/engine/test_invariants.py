"""What must hold in every run, whatever the parameters and policies."""

from datetime import date

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ikdsim.model import IkdModel
from ikdsim.observe.service_load import LOADS
from ikdsim.policy.botram_rotation import BotramRotation
from ikdsim.policy.campaign import Campaign
from ikdsim.policy.ikd_team import IkdTeam
from ikdsim.policy.ktp_transition import KtpTransition
from ikdsim.provenance import load_parameters
from ikdsim.region.load import load_region
from ikdsim.resident.ages import AGE_BANDS, age_band
from ikdsim.resident.columns import APPOINTMENT, NO_WEEK
from ikdsim.resident.stages import ACTIVE, CONFIRMED, LAPSED, STAGES
from tests.factories import LIVELY, make_model, make_scenario, run_to, shipped, writable

REGISTER = load_parameters()
PLACES = load_region("babelan").place_names
BEGINNING, TABLE = date(2023, 1, 2), date(2025, 1, 19)


def check_week(model: IkdModel) -> None:
    """Residents are conserved, capacities hold, users are eligible, and counters tell the truth."""
    world, state = model.engine.world, model.engine.state()
    people = model.residents
    counts = world.counters.stage_by_place
    assert np.array_equal(counts.sum(axis=1), np.diff(people.place_start))
    for stage in range(len(STAGES)):
        assert np.array_equal(np.bincount(people.place[state.stage == stage], minlength=9), counts[:, stage])
    assert (world.counters.used_ms <= world.supply.capacity_ms).all()
    assert (world.counters.explained_ms <= world.supply.errand_ms).all()
    explaining = world.counters.offered * world.tables.explaining_ms
    assert (explaining - world.counters.explained_ms < world.tables.explaining_ms).all()
    assert ((state.bound_for > 0) == (state.awaits == APPOINTMENT)).all()
    assert (state.awaits == APPOINTMENT).sum() == world.counters.appointed.sum()
    users = (state.stage == ACTIVE) | (state.stage == CONFIRMED)
    assert (people.recorded_week[users] <= model.week).all()
    assert (people.supported_week[users] <= model.week).all()
    assert (people.birth_week[users] + int(17 * 365.25 / 7) <= model.week).all()
    assert world.counters.came.sum() == (
        sum(getattr(world.counters, what).sum() for what in ("served", "appointed", "turned_away", "failed"))
    )


def check_counters(model: IkdModel) -> None:
    """Counts that are pushed with every move are what counting everybody gives."""
    counters, stage, people = model.engine.world.counters, model.engine.state().stage, model.residents
    users = (stage == ACTIVE) | (stage == CONFIRMED)
    for name, column in (("sex", people.sex), ("device", people.device), ("occupation", people.occupation)):
        counted = getattr(counters, f"active_by_{name}")
        assert np.array_equal(np.bincount(column[users], minlength=len(counted)), counted), name
    bands = [age_band(birth, model.engine.world.table_week) for birth in people.birth_week[users].tolist()]
    assert np.array_equal(np.bincount(bands, minlength=len(AGE_BANDS)), counters.active_by_age)
    around = np.bincount(people.neighbourhood, users * 1 - (stage == LAPSED) * 1, len(counters.contacts))
    assert np.array_equal(around, counters.contacts)
    gone, came = counters.moved.tolist()
    assert counters.activations_by_channel.sum() == model.activated + counters.lapses.sum() + gone - came


def served_so_far(model: IkdModel) -> int:
    return int(model.observations.service_load.counts[:, :, LOADS.index("served")].sum())


def test_invariants_hold_in_every_week_of_babelan():
    model = make_model(scale=20, end=TABLE)
    while model.week < model.last_week:
        model.step()
        check_week(model)
        check_counters(model)
    assert served_so_far(model) == model.observations.channels.activations[-1].sum() > 0


def test_every_activation_was_a_served_turn_less_lapses():
    model = make_model(scale=20, end=date(2028, 12, 31), parameters=LIVELY)
    model.run()
    world = model.engine.world
    lapsed, (gone, came) = world.counters.lapses.sum(), world.counters.moved
    assert lapsed > 0 and gone > 0 and came > 0
    assert model.activated == served_so_far(model) - lapsed - gone + came


parameter_draws = st.fixed_dictionaries(
    {
        name: st.floats(REGISTER[name].low, REGISTER[name].high)
        for name in (
            "knowledge.media_ceiling",
            "knowledge.word_of_mouth",
            "persuasion.spontaneous",
            "persuasion.explanation",
            "persuasion.opposed",
            "persuasion.inclination_spread",
            "decision.at_once",
            "implementation.embittered",
            "implementation.explaining_minutes",
            "decision.weekly",
            "decision.reconsideration",
            "implementation.walk_in",
            "implementation.trust_lost",
            "implementation.handling_minutes",
            "confirmation.pin_forgotten",
            "confirmation.return",
            "resources.uptime",
            "disposition.attitude",
            "structure.desk_share",
        )
    }
)
policy_draws = st.tuples(st.floats(0, 60), st.integers(1, 100), st.floats(0, 5), st.floats(0, 1))


@given(parameters=parameter_draws, levers=policy_draws, seed=st.integers(0, 2**40))
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_invariants_hold_for_any_parameters_and_policies(parameters, levers, seed):
    visits, officers, per_week, accepted = levers
    common = {"start": BEGINNING, "end": None}
    policies = (
        BotramRotation(name="a", visits_per_month=visits, places=PLACES, crews="added", **common),
        IkdTeam(name="b", officers=officers, visits_per_week=per_week, places=PLACES, **common),
        Campaign(name="c", extra_posts_per_week=10.0, answers=1.0, **common),
        KtpTransition(name="d", accepted=accepted, reached_by=None, **common),
    )
    scenario = make_scenario(policies, date(2024, 6, 30), parameters=parameters)
    model = IkdModel(scenario, seed=seed, scale=200)
    while model.week < model.last_week:
        model.step()
        check_week(model)
        check_counters(model)


small_capacities = st.fixed_dictionaries(
    {
        "structure.desk_share": st.floats(0.001, 0.05),
        "structure.visit_share": st.floats(0.001, 0.1),
        "implementation.handling_minutes": st.floats(5.0, 15.0),
        "disposition.attitude": st.floats(0.2, 0.9),
    }
)
NOTHING_FAILS = {"resources.uptime": 1.0, "resources.avoidable_failure": 0.0, "resources.failure_without_signal": 0.0}


@given(numbers=small_capacities, seed=st.integers(0, 2**40))
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_everyone_with_an_appointment_is_served_or_has_another_and_loses_no_trust(numbers, seed, beyond_ranges):
    beyond_ranges({**LIVELY, **NOTHING_FAILS, **numbers})
    model = make_model(end=date(2024, 6, 30), scale=200.0, seed=seed)
    state, seen = model.engine.state(), 0
    stays = ~np.isin(np.arange(len(state.stage)), model.setup.lives.changes.dated["row"])
    while model.week < model.last_week:
        invited = np.flatnonzero((state.awaits == APPOINTMENT) & stays)
        trust = state.trust[invited].copy()
        model.step()
        served = np.isin(state.stage[invited], (ACTIVE, CONFIRMED))
        assert (served | (state.awaits[invited] == APPOINTMENT)).all()
        assert (state.trust[invited] == trust).all()
        seen += len(invited)
    assert seen > 0


def test_an_unchanged_scenario_leaves_every_resident_unchanged():
    baseline = IkdModel(shipped("baseline"), seed=5, scale=50)
    other = IkdModel(shipped("unchanged"), seed=5, scale=50)
    while baseline.week < baseline.last_week:
        baseline.step()
        other.step()
        assert np.array_equal(baseline.engine.state().stage, other.engine.state().stage)
        assert np.array_equal(baseline.engine.state().due, other.engine.state().due)


def test_policies_change_nothing_before_they_start():
    baseline = IkdModel(shipped("baseline"), seed=5, scale=50)
    combined = IkdModel(shipped("combined"), seed=5, scale=50)
    for model in (baseline, combined):
        run_to(model, 209)
    assert np.array_equal(baseline.engine.state().due, combined.engine.state().due)
    combined.run()
    baseline.run()
    assert combined.activated > baseline.activated


def test_the_same_seed_gives_the_same_run_to_the_last_bit():
    runs = [make_model(seed=seed, scale=100, end=TABLE) for seed in (4, 4, 5)]
    for model in runs:
        model.run()
    first, again, other = (model.engine.state() for model in runs)
    for name in first._fields:
        assert np.array_equal(getattr(first, name), getattr(again, name)), name
    assert not np.array_equal(first.stage, other.stage)


def test_nobody_is_activated_where_no_desk_is_open(beyond_ranges):
    beyond_ranges({"structure.desk_share": 0.0, "structure.visit_share": 0.0})
    model = make_model(scale=50, end=TABLE)
    model.run()
    assert served_so_far(model) == 0
    turned_away = model.observations.service_load.counts[:, :, LOADS.index("turned_away")]
    assert turned_away.sum() > 0  # they came and were sent home


def test_nobody_without_a_record_is_activated():
    people = writable(make_model(scale=50, end=TABLE).setup.residents)
    people.recorded_week[:] = NO_WEEK
    model = IkdModel(make_model(scale=50, end=TABLE).setup.with_residents(people))
    model.run()
    assert model.activated == 0
