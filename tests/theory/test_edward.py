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
READ_BY_QUEUES = ("offer", "offer_without_card", "station_factor", "failure", "speed", "capacity_ms", "useful")


def week(variable: str | None = None, value: object = None) -> dict[str, np.ndarray]:
    """What residents meet in a week with a visit, by name, after one entry of the agency's variables is changed."""
    conditions = make_conditions()
    conditions.visits += [Visit(BOTRAM_VILLAGE, COAST, (0,), 360.0), Visit(BOTRAM_KECAMATAN, EVERYWHERE, (), 360.0)]
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
        ("communication.posts_per_week", 20.0, {"media"}, set()),
        ("communication.two_way", 1.0, {"persuasion", "station_factor"}, set()),
        ("communication.clarity", 1.5, {"persuasion", "station_factor"}, set()),
        ("communication.consistency", 1.5, {"decision"}, set()),
        ("resources.skill", 1.0, set(), {"speed", "failure"}),
        ("resources.information", 1.0, set(), {"failure"}),
        ("resources.uptime", 1.0, set(), {"failure"}),
        ("disposition.attitude", 0.9, {"offer", "offer_without_card", "persuasion", "station_factor"}, set()),
        ("disposition.incentives", 1.0, {"offer", "offer_without_card"}, set()),
        ("disposition.appointment", 0.5, set(), {"speed"}),
        ("disposition.leaders", 0.0, set(), {"announcement", "visit", "errand"}),
        ("structure.procedure", 0.5, set(), {"speed"}),
        ("structure.fragmentation", 0.0, {"capacity_ms"}, set()),
        ("structure.desk_share", 0.9, {"capacity_ms"}, set()),
        ("structure.visit_share", 0.9, {"capacity_ms"}, set()),
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


def model_with(variable: str, value: object) -> IkdModel:
    policies = (Lever(name="lever", start=START, variable=variable, value=value),)
    return make_model(policies if variable else (), END, scale=20.0)


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


def share_turned_away(model: IkdModel) -> float:
    return desks(model)["turned_away"] / desks(model)["came"]


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
    assert in_stages(run("communication.clarity", 2.0), s.AWARE) < 0.95 * in_stages(run(), s.AWARE)
    assert in_stages(run("communication.clarity", 0.0), s.FAVOURABLE) < 0.5 * in_stages(run(), s.FAVOURABLE)


def test_offices_that_contradict_each_other_hold_the_decision_up():
    contradicting = run("communication.consistency", 0.2)
    assert in_stages(contradicting, s.FAVOURABLE) > 1.1 * in_stages(run(), s.FAVOURABLE)
    assert contradicting.activated < 0.6 * run().activated


def test_a_system_that_is_up_fails_nobody_for_being_down():
    usual, down = desks(run()), desks(run("resources.uptime", 0.5))
    assert down["failed"] / down["came"] > 1.5 * usual["failed"] / usual["came"]


def test_skilled_officers_send_fewer_home():
    assert share_turned_away(run("resources.skill", 1.0)) < share_turned_away(run("resources.skill", 0.0))


def test_willing_officers_offer_and_unwilling_ones_never():
    assert desks(run("disposition.attitude", 0.5))["offered"] > 1.5 * desks(run())["offered"]
    assert desks(run("disposition.attitude", 0.0))["offered"] < 0.5 * desks(run())["offered"]


def test_more_minutes_for_ikd_send_fewer_home_and_serve_more():
    few, some, many = (run("structure.desk_share", share) for share in (0.02, 0.15, 0.5))
    assert share_turned_away(many) < 0.5 * share_turned_away(some) < 0.5 * share_turned_away(few)
    assert desks(few)["served"] < 0.8 * desks(some)["served"] < desks(many)["served"]


def test_overlapping_duties_cost_minutes():
    lost = run("structure.fragmentation", 0.9)
    assert share_turned_away(lost) > 1.2 * share_turned_away(run())
    assert lost.activated < 0.7 * run().activated


def test_no_lever_changes_anybody_before_its_day():
    usual, levered = model_with("", None), model_with("structure.desk_share", 0.9)
    for model in (usual, levered):
        for _ in range(FIRST_WEEK - 1):
            model.step()
    assert np.array_equal(usual.engine.state().standing, levered.engine.state().standing)
