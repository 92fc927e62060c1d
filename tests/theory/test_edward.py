"""Edward III: communication, resources, disposition and structure each move what the theory says, and nothing else."""

from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np
import pytest

from ikdsim.agency.conditions import Conditions, Visit
from ikdsim.agency.officers import EVERYWHERE
from ikdsim.model import IkdModel
from ikdsim.observe.service_load import LOADS
from ikdsim.policy.base import Policy
from ikdsim.resident import causes as c
from ikdsim.resident import stages as s
from ikdsim.service.exposure import hazards_by_contacts, hazards_by_trust, hazards_without_trust
from ikdsim.service.kinds import BOTRAM_KECAMATAN, BOTRAM_VILLAGE
from tests.factories import COAST, make_conditions, make_model, open_week

START, END = date(2023, 2, 6), date(2024, 6, 30)
FIRST_WEEK = 6
NUMBERS = {
    "persuasion.explanation": 0.6,
    "persuasion.online": 0.0,
    "persuasion.by_contacts": 0.2,
    "decision.weekly": 0.05,
    "decision.at_once": 2.0,
    "disposition.attitude": 0.15,
    "structure.desk_share": 0.03,
}
"""With these many adopt and desks are full, whatever the register holds."""
READ_BY_QUEUES = (
    "offer",
    "offer_without_card",
    "station_factor",
    "failure",
    "time_factor",
    "capacity_ms",
    "errand_ms",
    "useful",
)


def week(variable: str | None = None, value: object = None) -> dict[str, np.ndarray]:
    """What residents meet in a week with a visit, by name, after one entry of the agency's variables is changed."""
    conditions = make_conditions()
    conditions.visits += [
        Visit(BOTRAM_VILLAGE, COAST, (0,), 36_000.0),
        Visit(BOTRAM_KECAMATAN, EVERYWHERE, (), 36_000.0),
    ]
    if variable is not None:
        write(variable, value, conditions)
    opening = open_week(conditions)
    by_contacts = {cause: hazard.at(np.full(5, 0.1)) for cause, hazard in hazards_by_contacts(opening).items()}
    hazards = {**hazards_without_trust(opening), **hazards_by_trust(conditions), **by_contacts}
    met = {c.CAUSES[cause].name: np.asarray(hazard) for cause, hazard in hazards.items()}
    return met | {name: getattr(opening.supply, name) for name in READ_BY_QUEUES}


def write(variable: str, value: object, conditions: Conditions) -> None:
    room, entry = variable.split(".")
    assert hasattr(getattr(conditions, room), entry)
    setattr(getattr(conditions, room), entry, value)


@pytest.mark.parametrize(
    ("variable", "value", "more", "less"),
    [
        ("communication.posts_per_week", 20.0, {"media", "persuasion_online"}, set()),
        ("communication.two_way", 1.0, {"persuasion_online"}, set()),
        ("communication.clarity", 1.5, {"station_factor"}, set()),
        ("communication.consistency", 1.5, {"decision", "useful", "reconsideration"}, set()),
        ("resources.skill", 1.0, set(), {"time_factor", "failure"}),
        ("resources.information", 1.0, set(), {"failure"}),
        ("resources.uptime", 1.0, set(), {"failure"}),
        ("resources.app", 1.0, set(), {"failure", "disenchantment"}),
        ("resources.help", 1.0, set(), {"interruption"}),
        ("disposition.attitude", 0.9, {"offer", "offer_without_card", "station_factor"}, set()),
        ("disposition.incentives", 1.0, {"offer", "offer_without_card"}, set()),
        ("disposition.leaders", 0.0, {"errand_ms"}, {"announcement", "visit", "errand"}),
        ("structure.procedure", 0.5, set(), {"time_factor"}),
        ("structure.fragmentation", 0.0, {"capacity_ms", "errand_ms"}, set()),
        ("structure.desk_share", 0.9, {"capacity_ms"}, {"errand_ms"}),
        ("structure.visit_share", 0.9, {"capacity_ms"}, {"errand_ms"}),
    ],
)
def test_an_entry_moves_what_the_theory_says_and_nothing_else(variable, value, more, less):
    usual, changed = week(), week(variable, value)
    rises = {name for name in usual if (changed[name] > usual[name]).any()}
    falls = {name for name in usual if (changed[name] < usual[name]).any()}
    assert (rises, falls) == (more, less)


@dataclass(frozen=True, kw_only=True)
class Lever(Policy):
    """One entry of the agency's variables has another value."""

    kind = "lever"
    title = {"id": "Tuas", "en": "Lever"}
    decided_by = "nobody"
    variable: str
    value: object

    def change(self, conditions: Conditions, week: int) -> None:
        """Write the entry."""
        write(self.variable, self.value, conditions)


def model_with(variable: str, value: object, seed: int = 1) -> IkdModel:
    policies = (Lever(name="lever", start=START, variable=variable, value=value),)
    return make_model(policies if variable else (), END, scale=20.0, seed=seed, parameters=NUMBERS)


@cache
def run(variable: str = "", value: object = None) -> IkdModel:
    """A year and a half of about 12,000 residents, with one entry changed from February 2023 on."""
    model = model_with(variable, value)
    model.run()
    return model


def desks(model: IkdModel) -> dict[str, int]:
    """Everything that stations counted in a run, see LOADS."""
    return dict(zip(LOADS, model.observations.service_load.counts.sum(axis=(0, 1)).tolist(), strict=True))


def in_stages(model: IkdModel, *stages: int) -> int:
    return int(np.isin(model.engine.state().stage, stages).sum())


def share_without_time(model: IkdModel) -> float:
    """Of those who would be activated, how many are sent home or have to come again for want of time."""
    return (desks(model)["turned_away"] + desks(model)["appointed"]) / desks(model)["came"]


def test_posts_make_known():
    assert in_stages(run("communication.posts_per_week", 40.0), s.UNAWARE) < 0.95 * in_stages(run(), s.UNAWARE)
    assert in_stages(run("communication.posts_per_week", 0.0), s.UNAWARE) > 1.05 * in_stages(run(), s.UNAWARE)


def test_posts_reach_the_unaware_first_and_nobody_else():
    models = model_with("", None), model_with("communication.posts_per_week", 40.0)
    apart = np.zeros(0, int)
    while not apart.size:
        for model in models:
            model.step()
        here, there = (model.engine.state().stage for model in models)
        apart = np.flatnonzero(here != there)
    assert models[0].week >= FIRST_WEEK
    assert set(here[apart].tolist()) == {s.UNAWARE}
    assert set(there[apart].tolist()) == {s.AWARE}


def test_clear_explanations_persuade():
    unclear, usual, clear = (
        in_stages(run("communication.clarity", clarity), s.FAVOURABLE, s.INTENDING, *s.USERS)
        for clarity in (0.0, 1.0, 2.0)
    )
    assert clear > 1.05 * usual > 1.2 * unclear


def test_offices_that_contradict_each_other_hold_the_decision_up():
    contradicting = run("communication.consistency", 0.2)
    share_undecided = [
        in_stages(model, s.FAVOURABLE) / in_stages(model, s.FAVOURABLE, s.INTENDING, *s.USERS)
        for model in (contradicting, run())
    ]
    assert share_undecided[0] > 1.3 * share_undecided[1]
    decided = [in_stages(model, s.INTENDING, *s.USERS) for model in (contradicting, run())]
    assert decided[0] < 0.8 * decided[1]


def test_a_system_that_is_up_fails_nobody_for_being_down():
    usual, down = desks(run()), desks(run("resources.uptime", 0.5))
    assert down["failed"] / down["came"] > 1.5 * usual["failed"] / usual["came"]


def test_skilled_officers_send_fewer_home():
    assert share_without_time(run("resources.skill", 1.0)) < share_without_time(run("resources.skill", 0.0))


def test_willing_officers_offer_and_unwilling_ones_never():
    assert desks(run("disposition.attitude", 0.5))["offered"] > 1.5 * desks(run())["offered"]
    assert desks(run("disposition.attitude", 0.0))["offered"] < 0.5 * desks(run())["offered"]


def test_more_minutes_for_ikd_send_fewer_home_and_serve_more():
    few, some, many = (run("structure.desk_share", share) for share in (0.02, 0.03, 0.5))
    assert share_without_time(many) < 0.5 * share_without_time(some) < 0.5 * share_without_time(few)
    assert desks(few)["served"] < desks(some)["served"] < desks(many)["served"]


def test_overlapping_duties_cost_minutes():
    lost = run("structure.fragmentation", 0.9)
    assert share_without_time(lost) > 1.2 * share_without_time(run())
    assert lost.activated < 0.7 * run().activated


@pytest.mark.slow
@pytest.mark.parametrize(
    ("variable", "less", "more"),
    [
        ("disposition.attitude", 0.03, 0.5),
        ("structure.desk_share", 0.03, 0.3),
        ("communication.clarity", 1.0, 2.0),
        ("disposition.incentives", 0.0, 1.0),
    ],
)
def test_more_of_what_helps_never_lowers_adoption_in_total(variable, less, more):
    gains = []
    for seed in range(4):
        models = [model_with(variable, value, seed) for value in (less, more)]
        for model in models:
            model.run()
        gains.append(models[1].activated - models[0].activated)
    assert np.mean(gains) + 2.0 * np.std(gains, ddof=1) / np.sqrt(len(gains)) > 0.0


def test_an_office_that_offers_to_everybody_loses_time_of_other_services_alone():
    offering, silent = run("disposition.attitude", 0.5), run("disposition.attitude", 0.0)
    explained = [model.observations.service_load.explained_ms.sum() for model in (silent, offering)]
    assert explained[1] > 2 * explained[0]
    assert desks(offering)["served"] >= desks(silent)["served"]
    for model in (offering, silent):
        load = model.observations.service_load
        assert (load.used_ms.cumsum(axis=0) <= load.given_ms.cumsum(axis=0)).all()


def test_no_lever_changes_anybody_before_its_day():
    usual, levered = model_with("", None), model_with("structure.desk_share", 0.9)
    for model in (usual, levered):
        for _ in range(FIRST_WEEK - 1):
            model.step()
    assert np.array_equal(usual.engine.state().standing, levered.engine.state().standing)
