"""The objects engine: every resident a plain Mesa agent with a `step` that can be read aloud.

It is for teaching, and it is the oracle of the columns engine: same seed, same scenario, every resident in the same
stage in every week. Rules come from the same functions; only the loops are written in plain Python. It is some
thousand times slower: use a scale of 50 or more.
"""

import mesa

from ikdsim.engine.objects.changes import change_residents
from ikdsim.engine.objects.commons import Commons, contacts_around
from ikdsim.engine.objects.queues import serve_queues
from ikdsim.engine.objects.resident import PlainResident
from ikdsim.engine.world import World
from ikdsim.resident import causes as c
from ikdsim.resident.columns import NOTHING
from ikdsim.resident.cumulative_hazards import advance
from ikdsim.resident.state import ResidentState, initial_state
from ikdsim.service.programme import PlannedWeek, Programme
from ikdsim.service.supply import Supply


class ObjectsEngine:
    """Runs weeks by calling every resident's `step`."""

    def __init__(self, world: World, model: mesa.Model) -> None:
        self.commons = Commons(world)
        self.residents = [PlainResident(model, self.commons, row) for row in range(len(world.residents.place))]
        households: dict[int, list[PlainResident]] = {}
        for resident in self.residents:
            households.setdefault(int(self.commons.household[resident.row]), []).append(resident)
        for resident in self.residents:
            members = households[int(self.commons.household[resident.row])]
            resident.family = [other for other in members if other is not resident]

    @property
    def world(self) -> World:
        """The world in its current week."""
        return self.commons.world

    def start(self, before: int) -> None:
        """Set all residents as they stand in week `before` the first."""
        for resident in self.residents:
            resident.start(before)

    def follow(self, programme: Programme) -> None:
        """Nothing to do: residents look no further than the week that is run."""

    def run_week(self, planned: PlannedWeek, supply: Supply) -> None:
        """Let all residents live one week, then let them meet the officers in the order of the queues."""
        self.commons.week = planned.conditions.week
        self.commons.world = self.world._replace(supply=supply)
        change_residents(self.residents, self.world.changes, self.commons.week)
        self.expose_residents(planned)
        for resident in self.residents:
            resident.step()
        serve_queues(self.residents, self.commons.week)

    def expose_residents(self, planned: PlannedWeek) -> None:
        """Services and people around reach out: the cumulative hazards advance by this week's hazards."""
        around = contacts_around(self.world)
        by_contacts = {cause: hazard.at(around) for cause, hazard in planned.contact_hazards.items()}
        advance(self.world.cumulative, {**planned.hazards, **by_contacts})

    def stage_of(self, row: int) -> int:
        """Stage of a resident now."""
        return self.residents[row].stage

    def trust_of(self, row: int) -> int:
        """Trust of a resident now, 0-255."""
        return self.residents[row].trust

    def write_stage(self, row: int, week: int, stage: int) -> None:
        """Set a resident into a stage by hand at the end of `week`, who draws new thresholds there."""
        self.residents[row].awaits, self.residents[row].bound_for = NOTHING, None
        self.residents[row].move(week, stage, c.WRITTEN)

    def write_trust(self, row: int, level: int) -> None:
        """Set a resident's trust (0-255) by hand: felt when thresholds are drawn next, and when IKD is explained."""
        self.residents[row].trust = level

    def state(self) -> ResidentState:
        """Where the residents stand now, gathered into columns."""
        state = initial_state(len(self.residents))
        for resident in self.residents:
            state.stage[resident.row] = resident.stage
            state.entered[resident.row] = resident.entered
            state.tries[resident.row] = resident.tries
            state.trust[resident.row] = resident.trust
            state.channel[resident.row] = resident.channel
            state.avoids[resident.row] = resident.avoids + 1
        return state
