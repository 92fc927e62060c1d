"""The objects engine: every resident a plain Mesa agent with a `step` that can be read aloud.

It is for teaching, and it is the oracle of the columns engine: same seed, same scenario, every resident in the same
stage in every week. Rules come from the same functions; only the loops are written in plain Python. It is a few
hundred times slower: use a scale of 50 or more.
"""

import mesa
import numpy as np
from numpy.typing import NDArray

from ikdsim.engine.objects.resident import USERS, ResidentAgent
from ikdsim.engine.world import World
from ikdsim.resident import causes as c
from ikdsim.resident import decisions as d
from ikdsim.resident import stages as s
from ikdsim.resident.ages import age_band
from ikdsim.resident.columns import ResidentState, initial_state
from ikdsim.resident.cumulative_hazards import advance
from ikdsim.service.programme import PlannedWeek
from ikdsim.service.supply import Supply


def contacts_around(world: World) -> NDArray[np.float64]:
    """Weighted share of users around each resident at the end of last week, by RT, 0-1."""
    counters, residents, near = world.counters, world.residents, world.tables.near
    in_neighbourhood = np.maximum(counters.contacts, 0) / np.diff(residents.neighbourhood_start)
    users = counters.stage_by_place[:, s.ACTIVE] + counters.stage_by_place[:, s.CONFIRMED]
    in_place = users / np.diff(residents.place_start)
    weighted: NDArray[np.float64] = near * in_neighbourhood + (1.0 - near) * in_place[residents.neighbourhood_place]
    return weighted


class ObjectsEngine:
    """Runs weeks by calling every resident's `step`."""

    def __init__(self, world: World, model: mesa.Model) -> None:
        self.world = world
        self.week = 0
        self.neighbourhood, self.household = world.residents.neighbourhood, world.residents.household
        self.agents = [ResidentAgent(model, self, row) for row in range(len(world.residents.place))]
        self.households: dict[int, list[ResidentAgent]] = {}
        for agent in self.agents:
            self.households.setdefault(agent.household, []).append(agent)

    def start(self, before: int) -> None:
        """Set all residents as they stand in week `before` the first."""
        for agent in self.agents:
            agent.start(before)

    def run_week(self, planned: PlannedWeek, supply: Supply) -> None:
        """Let all residents live one week, then let them meet the officers in the order of the queues."""
        self.week = week = planned.conditions.week
        self.world = self.world._replace(supply=supply)
        self.expose_residents(planned)
        for agent in self.agents:
            agent.step()
        queue = [
            (agent.bound_for, agent.uniform_draw(d.QUEUE_DRAW, week), agent.row)
            for agent in self.agents
            if agent.bound_for is not None
        ]
        for station, _, row in sorted(queue):
            self.agents[row].bound_for = None
            self.agents[row].meet_officer(week, station)

    def expose_residents(self, planned: PlannedWeek) -> None:
        """Services and people around reach out: the cumulative hazards advance by this week's hazards."""
        around = contacts_around(self.world)
        by_contacts = {cause: hazard.at(around) for cause, hazard in planned.contact_hazards.items()}
        advance(self.world.cumulative, {**planned.hazards, **by_contacts})

    def count_move(self, agent: ResidentAgent, before: int, after: int) -> None:
        """Push the counters when a resident changes stage."""
        counters = self.world.counters
        counters.stage_by_place[agent.place, before] -= 1
        counters.stage_by_place[agent.place, after] += 1
        change = int(after in USERS) - int(before in USERS)
        if change:
            counters.active_by_age[age_band(agent.birth_week, self.world.table_week)] += change
            counters.active_by_sex[agent.sex] += change
            counters.active_by_device[agent.device] += change
            counters.active_by_occupation[agent.occupation] += change
        if change < 0:
            counters.lapses[0 if after == s.LAPSED else 1] += 1
        lapsed = int(after == s.LAPSED) - int(before == s.LAPSED)
        counters.contacts[agent.neighbourhood] += change - lapsed

    def note(self, agent: ResidentAgent, week: int, event: int, station: int) -> None:
        """Write into the diary of the watched resident."""
        diary = self.world.diary
        if agent.row == diary.resident and diary.length[0] < len(diary.rows):
            diary.rows[diary.length[0]] = week, event, station, agent.stage
            diary.length[0] += 1

    def write_stage(self, row: int, week: int, stage: int) -> None:
        """Set a resident into a stage by hand at the end of `week`: he draws new thresholds there."""
        self.agents[row].move(stage, week, c.WRITTEN)

    def write_trust(self, row: int, level: int) -> None:
        """Set a resident's trust (0-255) by hand; he feels it from the next stage on."""
        self.agents[row].trust = level

    def state(self) -> ResidentState:
        """Where the residents stand now, gathered into columns."""
        state = initial_state(len(self.agents))
        for agent in self.agents:
            state.stage[agent.row] = agent.stage
            state.entered[agent.row] = agent.entered
            state.tries[agent.row] = agent.tries
            state.trust[agent.row] = agent.trust
            state.channel[agent.row] = agent.channel
            state.compelled[agent.row] = agent.compelled
        return state
