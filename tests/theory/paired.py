"""The same people and the same week with a policy and without it."""

from datetime import date
from functools import cache

import numpy as np

from ikdsim.agency.conditions import Visit
from ikdsim.clock import week_of
from ikdsim.model import IkdModel
from ikdsim.policy.base import Policy
from ikdsim.resident import causes as c
from ikdsim.resident import stages as s
from ikdsim.service.exposure import hazards_by_contacts, hazards_by_trust, hazards_without_trust
from ikdsim.service.kinds import BOTRAM_VILLAGE
from tests.factories import COAST, LIVELY, make_conditions, make_model, open_week, run_to

START, END = date(2024, 1, 8), date(2025, 12, 28)
FIRST_WEEK = week_of(START)
READ_BY_QUEUES = ("offer", "station_factor", "failure", "time_factor", "capacity_ms", "errand_ms", "useful")
MUCH_LAPSE = {
    "confirmation.pin_forgotten": 0.05,
    "confirmation.not_reactivated": 0.4,
    "confirmation.disenchantment": 0.1,
    "confirmation.confirmed_lapse": 1.0,
    "confirmation.return": 0.001,
}
"""Numbers with which many users are lost, and stay away."""


def week(*policies: Policy, number: int = FIRST_WEEK) -> dict[str, np.ndarray]:
    """What residents of Town and Coast meet in a week with a visit to Coast under the `policies`, by name."""
    conditions = make_conditions(week=number)
    conditions.visits.append(Visit(BOTRAM_VILLAGE, COAST, (0,), 1440.0))
    for policy in policies:
        if policy.in_force(number):
            policy.change(conditions, number)
    opening = open_week(conditions)
    by_contacts = {cause: hazard.at(np.full(5, 0.1)) for cause, hazard in hazards_by_contacts(opening).items()}
    hazards = {**hazards_without_trust(opening), **hazards_by_trust(conditions), **by_contacts}
    met = {c.CAUSES[cause].name: np.asarray(hazard) for cause, hazard in hazards.items()}
    return met | {name: getattr(opening.supply, name) for name in READ_BY_QUEUES}


def moved(policy: Policy, number: int = FIRST_WEEK) -> tuple[set[str], set[str]]:
    """What rises and what falls somewhere when the policy joins the week."""
    usual, changed = week(number=number), week(policy, number=number)
    rises = {name for name in usual if (changed[name] > usual[name]).any()}
    return rises, {name for name in usual if (changed[name] < usual[name]).any()}


TIME_FOR_ALL = {**LIVELY, "structure.desk_share": 0.4}
"""Numbers with which many adopt and few are sent home, so that whoever decides for IKD gets it."""


def model_with(*policies: Policy, numbers: tuple[tuple[str, float], ...] = ()) -> IkdModel:
    """Two years of about 12,000 residents of whom many adopt."""
    return make_model(policies, END, scale=20.0, parameters={**TIME_FOR_ALL, **dict(numbers)})


@cache
def run(*policies: Policy, numbers: tuple[tuple[str, float], ...] = ()) -> IkdModel:
    """The same, run to the end."""
    model = model_with(*policies, numbers=numbers)
    model.run()
    return model


def users(*policies: Policy, numbers: tuple[tuple[str, float], ...] = ()) -> np.ndarray:
    """Users at the end of a run by place, in agents."""
    model = run(*policies, numbers=numbers)
    uses = np.isin(model.engine.state().stage, s.USERS)
    return np.bincount(model.residents.place[uses], minlength=len(model.setup.region.places))


def is_as_usual_before(policy: Policy) -> bool:
    """Whether everybody stands in the week before its start as they do without the policy."""
    usual, other = (run_to(model_with(*policies), FIRST_WEEK - 1) for policies in ((), (policy,)))
    here, there = usual.engine.state(), other.engine.state()
    return all(
        np.array_equal(getattr(here, name), getattr(there, name)) for name in ("stage", "entered", "trust", "due")
    )
