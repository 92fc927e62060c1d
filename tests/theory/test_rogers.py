"""Rogers: hearing, being persuaded, deciding, acting and keeping to it come one after the other, and not for all."""

from datetime import date

import numpy as np
import pytest

from ikdsim.model import IkdModel
from ikdsim.policy.blank_shortage import BlankShortage
from ikdsim.policy.data_breach import DataBreach
from ikdsim.resident import causes as c
from ikdsim.resident import stages as s
from ikdsim.resident.changes import ARRIVAL
from ikdsim.resident.columns import CIVIL_SERVANT
from ikdsim.resident.implementation import adult_week
from ikdsim.resident.traits import inclination_of
from tests.factories import LIVELY, make_model, writable

END = date(2025, 6, 29)
BEFORE = {
    s.AWARE: {s.UNAWARE, s.FAVOURABLE, s.REFUSING},
    s.FAVOURABLE: {s.AWARE, s.INTENDING},
    s.INTENDING: {s.FAVOURABLE, s.LAPSED},
    s.ACTIVE: {s.INTENDING},
    s.CONFIRMED: {s.ACTIVE},
    s.REFUSING: {s.UNAWARE, s.AWARE, s.FAVOURABLE, s.INTENDING, s.ACTIVE, s.CONFIRMED},
    s.LAPSED: {s.ACTIVE, s.CONFIRMED},
}
"""Stage -> the stages one may come from by a cause of one's own; back from doubt, from giving up, against it at 17."""
NO_OFFERS = {
    "disposition.attitude": 0.0,
    "disposition.visit_offers": 0.0,
    "implementation.offers_in_shortage": 0.0,
    "knowledge.told_at_home": 0.0,
    "persuasion.at_home": 0.0,
}


def run(model: IkdModel) -> np.ndarray:
    """Stage of each resident at the end of every week, from before the first; shape (weeks + 1, residents)."""
    weeks = [model.engine.state().stage.copy()]
    while model.week < model.last_week:
        model.step()
        weeks.append(model.engine.state().stage.copy())
    return np.array(weeks)


def arrivals(model: IkdModel) -> np.ndarray:
    """Rows in which a newcomer takes somebody's place during the run, shape (residents,)."""
    dated = model.setup.lives.changes.dated
    return np.isin(np.arange(len(model.residents.place)), dated["row"][dated["what"] == ARRIVAL])


@pytest.fixture(scope="module")
def stages() -> np.ndarray:
    """Two years and a half of about 12,000 residents."""
    return run(make_model(end=END, scale=20.0, parameters=LIVELY))


@pytest.fixture(scope="module")
def finished() -> IkdModel:
    """A tenth of Babelan two years and a half on."""
    model = make_model(end=END, scale=10.0, parameters=LIVELY)
    model.run()
    return model


def test_nobody_skips_a_stage_where_no_officer_offers(beyond_ranges):
    beyond_ranges({**LIVELY, **NO_OFFERS})
    model = make_model(end=END, scale=100.0)
    weeks = run(model)[:, ~arrivals(model)]
    moves = set(zip(weeks[:-1].ravel().tolist(), weeks[1:].ravel().tolist(), strict=True))
    moves -= {(stage, stage) for stage in range(len(s.STAGES))}
    assert moves <= {(before, after) for after in BEFORE for before in BEFORE[after]}
    assert {after for _, after in moves} == set(BEFORE)


def test_every_cause_leads_from_its_stage_to_the_next_or_out():
    for stage, rivals in c.RIVALS_OF_STAGE.items():
        for cause in rivals:
            after = c.CAUSES[cause].target
            assert after == stage or stage in BEFORE[after], c.CAUSES[cause].name


def first_weeks(stages: np.ndarray, stage: int) -> np.ndarray:
    """First week in which each resident stood in a stage; the number of weeks if never."""
    return np.where((stages == stage).any(axis=0), (stages == stage).argmax(axis=0), len(stages))


def test_nobody_is_confirmed_before_being_active_nor_lapses_before_having_used(stages):
    active = first_weeks(stages, s.ACTIVE)
    for later in (s.CONFIRMED, s.LAPSED):
        reached = first_weeks(stages, later)
        ever = reached < len(stages)
        assert ever.sum() > 10
        assert (active[ever] < reached[ever]).all()


def test_adoption_begins_slowly_and_gathers_pace(stages):
    users = np.isin(stages, (s.ACTIVE, s.CONFIRMED)).sum(axis=1)
    first, second = users[52] - users[0], users[104] - users[52]
    assert 0 < first < second


def test_civil_servants_who_need_it_are_the_innovators(finished):
    users = np.isin(finished.engine.state().stage, (s.ACTIVE, s.CONFIRMED))
    adults = finished.residents.birth_week < -17 * 53
    servants = finished.residents.occupation == CIVIL_SERVANT
    assert users[adults & servants].mean() > 1.5 * users[adults & ~servants].mean()


def test_some_hear_and_refuse(finished):
    stages = np.bincount(finished.engine.state().stage, minlength=len(s.STAGES))
    assert stages[s.REFUSING] > 0.01 * stages.sum()


@pytest.mark.parametrize("column", ["trust", "literacy"])
def test_the_trusting_and_the_skilled_adopt_more(finished, column):
    users = np.isin(finished.engine.state().stage, (s.ACTIVE, s.CONFIRMED))
    adults = finished.residents.birth_week < -17 * 53
    level = getattr(finished.residents, column)
    upper = level > np.median(level[adults])
    assert users[adults & upper].mean() > 1.2 * users[adults & ~upper].mean()


def test_a_user_may_discontinue_and_most_do_not(finished):
    counters = finished.engine.world.counters
    activations, lapses = counters.activations_by_channel.sum(), counters.lapses
    assert (lapses > 0).all()
    assert lapses.sum() < 0.25 * activations
    gone, came = counters.moved.tolist()
    assert finished.activated == activations - lapses.sum() - gone + came


@pytest.mark.parametrize(
    ("number", "lapse"), [("confirmation.pin_forgotten", s.LAPSED), ("confirmation.disenchantment", s.REFUSING)]
)
def test_the_interrupted_want_to_come_back_and_the_disenchanted_refuse(number, lapse, beyond_ranges):
    never = {
        "confirmation.not_reactivated": 0.0,
        "confirmation.pin_forgotten": 0.0,
        "confirmation.disenchantment": 0.0,
        "confirmation.return": 0.0,
    }
    beyond_ranges({**never, "decision.reconsideration": 0.0, number: 20.0})
    model = make_model(scale=100.0)
    for row in range(0, len(model.residents.place), 2):
        model.engine.write_stage(row, 0, s.CONFIRMED)
    model.step()
    model.step()
    left = model.engine.state().stage[::2]
    assert set(left[left != s.CONFIRMED].tolist()) == {lapse}


def test_people_around_persuade_more_than_media_which_only_make_known(beyond_ranges):
    persuaded = {}
    for name, numbers in {
        "nobody": {},
        "media": {"knowledge.media_ceiling": 10.0},
        "people": {"persuasion.by_contacts": 0.4},
    }.items():
        beyond_ranges(
            {"persuasion.spontaneous": 0.002, "persuasion.online": 0.0, "persuasion.by_contacts": 0.0, **numbers}
        )
        model = make_model(scale=100.0)
        for row in range(len(model.residents.place)):
            model.engine.write_stage(row, 0, s.AWARE if row % 3 else s.CONFIRMED)
        for _ in range(3):
            model.step()
        persuaded[name] = int(
            (model.engine.state().stage[np.arange(len(model.residents.place)) % 3 != 0] > s.AWARE).sum()
        )
    assert persuaded["media"] == persuaded["nobody"]
    assert persuaded["people"] > 1.5 * persuaded["nobody"]


def test_those_who_took_it_for_want_of_a_card_lapse_sooner(beyond_ranges):
    beyond_ranges({"confirmation.weekly": 0.0, "confirmation.compelled_lapse": 4.0, "confirmation.return": 0.0})
    shortage = BlankShortage(name="shortage", start=date(2023, 1, 2), end=None)
    setup = make_model((shortage,), scale=50.0).setup
    people, rows = writable(setup.residents), np.arange(len(setup.residents.place))
    people.card[:] = rows % 2 == 0
    model = IkdModel(setup.with_residents(people))
    model.step()
    for row in rows.tolist():
        model.engine.write_stage(row, 1, s.ACTIVE)
    model.run()
    kept = model.engine.state().stage == s.ACTIVE
    assert (~kept[rows % 2 == 1]).mean() > 2 * (~kept[rows % 2 == 0]).mean()


ALONE = {"persuasion.spontaneous": 0.0, "persuasion.by_contacts": 0.0, "persuasion.at_home": 0.0}


def test_contact_persuades_and_without_it_few_are(beyond_ranges):
    favourable = {}
    for name, explanation in {"explained": 1.5, "only told": 0.0}.items():
        beyond_ranges({**LIVELY, "persuasion.explanation": explanation, **ALONE})
        model = make_model(end=END, scale=50.0)
        model.run()
        favourable[name] = np.isin(model.engine.state().stage, (s.FAVOURABLE, s.INTENDING, *s.USERS)).sum()
    assert favourable["explained"] > 3 * favourable["only told"]


def turned_against(model: IkdModel) -> set[int]:
    """From which stages residents come to be against IKD in a run; newcomers are left out."""
    stages = run(model)[:, ~arrivals(model)]
    turned = (stages[1:] == s.REFUSING) & (stages[:-1] != s.REFUSING)
    return set(stages[:-1][turned].tolist())


def test_no_clock_drives_neutral_people_against_it(beyond_ranges):
    beyond_ranges({**LIVELY, "implementation.embittered": 0.0, "persuasion.breach_alarm": 0.0})
    assert turned_against(make_model(end=END, scale=50.0)) <= {s.UNAWARE, *s.USERS}  # at 17, and disenchanted


def test_a_breach_turns_some_who_know_of_it_against_it(beyond_ranges):
    beyond_ranges({**LIVELY, "implementation.embittered": 0.0, "persuasion.breach_alarm": 0.02})
    breach = DataBreach(name="breach", start=date(2024, 1, 1), severity=1.0)
    assert {s.AWARE, s.FAVOURABLE} <= turned_against(make_model((breach,), END, scale=50.0))


def test_a_disappointment_turns_a_few_against_it(beyond_ranges):
    beyond_ranges({**LIVELY, "implementation.embittered": 0.15, "structure.desk_share": 0.0})
    model = make_model(end=END, scale=50.0)
    assert s.INTENDING in turned_against(model)
    assert (model.engine.state().stage == s.REFUSING).mean() < 0.25


def test_opponents_are_a_small_share_from_the_start_and_trust_less():
    model = make_model(scale=10.0)
    adults = np.array([adult_week(birth) for birth in model.residents.birth_week.tolist()]) <= 0
    opposed = model.engine.state().stage == s.REFUSING
    assert 0.0 < opposed[adults].mean() < 0.15
    assert not opposed[~adults].any()
    trust = model.residents.trust
    assert trust[opposed].mean() < trust[adults & ~opposed].mean() - 10


def test_the_inclined_adopt_and_the_little_inclined_stay_as_they_are(finished):
    adults = np.flatnonzero((finished.residents.birth_week < -17 * 53) & ~arrivals(finished))
    inclination = np.array([inclination_of(finished.setup.seed, row, 0) for row in adults.tolist()])
    users = np.isin(finished.engine.state().stage[adults], s.USERS)
    assert users[inclination > 192].mean() > 2.0 * users[inclination < 64].mean()
