"""The model: a Mesa model of IKD adoption in one region under one scenario.

`IkdModel(scenario)` builds the parts; `step()` is one week and reads like a list. Every run of a region contains its
history, so scenarios differ only in what they add.
"""

import mesa
from mesa.datacollection import DataCollector

from ikdsim.agents.agency import Agency
from ikdsim.agents.officer import Officer, post_officers
from ikdsim.agents.resident import Resident
from ikdsim.agents.resident_rows import ResidentRows
from ikdsim.clock import sunday_of, week_of
from ikdsim.engine.columns.engine import ColumnsEngine
from ikdsim.engine.counters import clear_week, new_counters
from ikdsim.engine.objects.engine import ObjectsEngine
from ikdsim.engine.protocol import Engine
from ikdsim.engine.world import NOBODY, World, new_diary
from ikdsim.errors import BadInput, Fault, nearest
from ikdsim.observe.observations import Observations
from ikdsim.observe.observer import WeekSeen
from ikdsim.population import synthesise
from ikdsim.provenance import load_parameters
from ikdsim.region.load import load_region
from ikdsim.resident.columns import OCCUPATIONS, Residents, initial_state
from ikdsim.resident.cumulative_hazards import new_cumulative_hazards
from ikdsim.resident.stages import USERS
from ikdsim.resident.tables import build_tables
from ikdsim.scenario.history import history_policies
from ikdsim.scenario.scenario import Scenario
from ikdsim.service.carryover import Carryover
from ikdsim.service.opening import Services
from ikdsim.service.programme import PlannedWeek, Programme, plan_conditions
from ikdsim.service.supply import new_supply
from ikdsim.snapshot import Snapshot, keep

ENGINES = ("columns", "objects")


class IkdModel(mesa.Model):
    """Residents, officers and the agency of one region, a week at a time.

    `scale` residents are represented by one agent; `watch` is the row of a resident whose diary is kept; `residents`
    may hand over the population of this seed if it has been made already. With `after`, the weeks up to that one have
    gone, and residents wait to be set as a snapshot says (see branch.py).
    """

    def __init__(
        self,
        scenario: Scenario,
        seed: int = 1,
        scale: float = 1.0,
        engine: str = "columns",
        watch: int = NOBODY,
        residents: Residents | None = None,
        after: int | None = None,
    ) -> None:
        self._check(engine)
        super().__init__(seed=seed)
        self.scenario = scenario
        self.run_seed = seed
        self.scale = scale
        self.engine_name = engine
        self.region = load_region(scenario.region)
        self.parameters = load_parameters().with_values(scenario.parameters)
        if residents is None:
            residents = synthesise(self.region, self.parameters, seed, scale)
        self.residents = residents
        self.services = Services(self.region)
        handling_minutes = self.parameters.value("implementation.handling_minutes")
        self.carryover = Carryover(len(self.services.stations), handling_minutes, scale)
        self.first_week = week_of(scenario.start)
        self.last_week = week_of(scenario.end)
        self.week = self.first_week - 1
        self.programme = self._plan_weeks(self.first_week if after is None else max(after, self.first_week))
        self.engine = self._build_engine(engine, watch)
        self._add_agents()
        kinds = [station.kind for station in self.services.stations]
        self.observations = Observations(self.last_week - self.first_week + 1, len(self.region.places), kinds)
        self.datacollector = DataCollector(model_reporters={"date": "date", "activated": "activated"})
        if after is None:
            self.engine.start(self.week)

    def _plan_weeks(self, first_week: int) -> Programme:
        weeks = range(first_week, self.last_week + 1)
        policies = (*history_policies(self.region), *self.scenario.policies)
        planned = plan_conditions(weeks, self.run_seed, self.region, self.parameters, policies)
        return Programme(planned, self.services, self.scale)

    def _build_engine(self, engine: str, watch: int) -> Engine:
        places = len(self.region.places)
        if watch != NOBODY and not 0 <= watch < len(self.residents.place):
            facts = {"value": watch, "low": 0, "high": len(self.residents.place) - 1}
            raise BadInput([Fault("unknown_resident", facts)])
        world = World(
            seed=self.run_seed,
            table_week=week_of(self.region.table_date),
            residents=self.residents,
            state=initial_state(len(self.residents.place)),
            tables=build_tables(self.parameters),
            cumulative=new_cumulative_hazards(places, len(OCCUPATIONS), len(self.residents.neighbourhood_place)),
            supply=new_supply(self.services.stations, places, len(OCCUPATIONS)),
            counters=new_counters(self.residents, len(self.services.stations)),
            diary=new_diary(watch),
        )
        return ColumnsEngine(world, self.programme) if engine == "columns" else ObjectsEngine(world, self)

    def _check(self, engine: str) -> None:
        """Raise BadInput for an engine that does not exist."""
        if engine not in ENGINES:
            facts = {"value": engine, "allowed": ", ".join(ENGINES), "nearest": nearest(engine, ENGINES)}
            raise BadInput([Fault("unknown_engine", facts)])

    def _add_agents(self) -> None:
        self.agency = Agency(self, self.programme)
        self.officers = post_officers(self, self.region, self.services.stations)
        rows = ResidentRows(self, range(len(self.residents.place)))
        self._agents_by_type[Resident] = rows
        self._all_agents = ResidentRows(self, rows.rows, [self.agency, *self.officers])

    def step(self) -> None:
        """One week; raises BadInput after the last one of the scenario."""
        if self.week >= self.last_week:
            raise BadInput([Fault("run_is_over", {"value": self.date_of(self.last_week)})])
        self.week += 1
        planned = self.agency.plan(self.week)
        clear_week(self.engine.world.counters)
        self.engine.run_week(planned, self.carryover.added_to(planned.opening.supply))
        self.carryover.settle(planned.opening.supply, self.engine.world.counters.used_ms)
        self.observe(planned)

    def observe(self, planned: PlannedWeek) -> None:
        """Observers look at the end of the week."""
        index = self.week - self.first_week
        self.observations.look(WeekSeen(index, planned.conditions, planned.opening.supply, self.engine.world.counters))
        self.datacollector.collect(self)
        self.running = self.week < self.last_week

    def run(self) -> None:
        """Run to the end of the scenario."""
        while self.running and self.week < self.last_week:
            self.step()

    def snapshot(self) -> Snapshot:
        """The run as it stands, to be saved or to go on from (branch.py); BadInput for the objects engine."""
        return keep(self)

    @property
    def date(self) -> str:
        """Last day of the current week, ISO."""
        return self.date_of(self.week)

    def date_of(self, week: int) -> str:
        """Last day of `week`, ISO."""
        return sunday_of(week).isoformat()

    @property
    def activated(self) -> int:
        """Simulated residents whom the official figure counts: active and confirmed, net of lapses."""
        return int(self.engine.world.counters.stage_by_place[:, USERS].sum())


__all__ = ["IkdModel", "Officer", "Resident"]
