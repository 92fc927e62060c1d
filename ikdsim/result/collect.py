"""Collect: turn what the observers of a finished run remember into a result, counted in residents."""

import numpy as np

from ikdsim.clock import sunday_of
from ikdsim.model import IkdModel
from ikdsim.observe.barriers import BARRIERS, count_barriers
from ikdsim.observe.groups import count_groups
from ikdsim.result.beside_cost import beside_cost
from ikdsim.result.run_result import Counts, RunResult


def collect(model: IkdModel, seconds: float) -> RunResult:
    """The result of a `model` that has run for `seconds`; nothing of the model is kept."""
    seen, places = model.observations, model.region.places
    weeks = np.arange(model.first_week, model.last_week + 1)
    residents = np.array([place.residents for place in places], np.float64)
    agents = np.diff(model.residents.place_start)
    in_place = residents / agents
    in_region = residents.sum() / agents.sum()
    return RunResult(
        scenario=model.setup.scenario,
        seed=model.setup.seed,
        scale=model.setup.scale,
        engine=model.engine_name,
        own_people=bool(model.setup.own_people_hash),
        region=model.region,
        weeks=weeks,
        dates=[sunday_of(int(week)) for week in weeks],
        residents=residents,
        recorded=np.array([place.recorded for place in places], np.float64),
        stages=seen.adoption.stages * in_place[:, np.newaxis],
        by_age=seen.equity.by_age * in_region,
        by_sex=seen.equity.by_sex * in_region,
        by_device=seen.equity.by_device * in_region,
        by_occupation=seen.equity.by_occupation * in_region,
        channels=seen.channels.activations * in_region,
        lapses=seen.channels.lapses * in_region,
        moves=seen.channels.moves * in_region,
        compelled=seen.channels.compelled * in_region,
        load=seen.service_load.counts * in_region,
        minutes_given=seen.service_load.minutes_given * model.setup.scale,
        minutes_used=seen.service_load.minutes_used * model.setup.scale,
        minutes_explained=seen.service_load.minutes_explained * model.setup.scale,
        team_activating=seen.service_load.team_activating,
        team_explaining=seen.service_load.team_explaining,
        minutes_away=seen.service_load.minutes_away,
        services_refused=seen.refusals.services * in_place,
        costs=seen.spending.by_item,
        beside_cost=beside_cost(model, in_region),
        visits_from_elsewhere=seen.spending.visits_from_elsewhere,
        barriers=_barriers(model, in_place),
        groups=count_groups(model.residents, model.engine.state(), model.week) * in_place[:, np.newaxis, np.newaxis],
        seconds=seconds,
    )


def _barriers(model: IkdModel, in_place: Counts) -> dict[str, Counts]:
    """Residents at each barrier in the last week, by place."""
    counts = count_barriers(model.residents, model.engine.state(), model.week) * in_place[:, np.newaxis]
    return {name: counts[:, number] for number, name in enumerate(BARRIERS)}
