"""The model: a Mesa model of IKD adoption in one region under one scenario.

`IkdModel(scenario)` runs a set-up by agents; `step()` is one week and reads like a list. Every run of a region contains
its history, so scenarios differ only in what they add.
"""

from collections.abc import Callable, Iterable

import mesa
from mesa.agent import AgentSet
from mesa.datacollection import DataCollector

from ikdsim.agents.agency import Agency
from ikdsim.agents.iteration import iteration_of_batch
from ikdsim.agents.officer import Officer, people_of
from ikdsim.agents.resident import Resident
from ikdsim.agents.resident_rows import ResidentRows
from ikdsim.clock import sunday_of
from ikdsim.engine.columns.engine import ColumnsEngine
from ikdsim.engine.counters import clear_week
from ikdsim.engine.diary import NOBODY
from ikdsim.engine.objects.engine import ObjectsEngine
from ikdsim.engine.protocol import Engine
from ikdsim.engine.world import new_world
from ikdsim.errors import BadInput, Fault, nearest
from ikdsim.observe.observations import Observations
from ikdsim.observe.observer import WeekSeen
from ikdsim.resident.columns import Residents
from ikdsim.resident.stages import USERS
from ikdsim.scenario.scenario import Scenario
from ikdsim.service.carryover import Carryover
from ikdsim.service.programme import PlannedWeek, Programme
from ikdsim.setup import Setup, as_setup
from ikdsim.snapshot import Snapshot, owned

ENGINES = ("columns", "objects")
Progress = Callable[[int, int], None]
"""Hears the weeks done and the weeks in all."""


class IkdModel(mesa.Model):
    """Residents, officers and the agency of one region, a week at a time.

    `scenario` may have been set up already; if not, seed and scale (residents for whom one agent stands) are 1 unless
    given; without a seed the iterations of `mesa.batch_run` have the seeds 1, 2, 3 and so on. `watch` is the row of a
    resident whose diary is kept. With a `snapshot` of its own past the run goes on from there (`branch_from` of
    branch.py sees to it that it is its own). Raises BadInput for an engine or a resident that does not exist.
    """

    def __init__(
        self,
        scenario: Scenario | Setup,
        seed: int | None = None,
        scale: float | None = None,
        engine: str = "columns",
        watch: int = NOBODY,
        snapshot: Snapshot | None = None,
    ) -> None:
        _check(engine)
        if seed is None and isinstance(scenario, Scenario):
            seed = 1 + iteration_of_batch()
        self.setup = as_setup(scenario, seed, scale)
        super().__init__(seed=self.setup.seed)
        self.engine_name = engine
        self.region, self.parameters = self.setup.region, self.setup.parameters
        self.first_week, self.last_week = self.setup.first_week, self.setup.last_week
        self.week = self.first_week - 1 if snapshot is None else snapshot.week
        self.observations = Observations(self.setup)
        if snapshot is not None:
            self.observations.restore(snapshot)
        self._accounts = self.setup.new_accounts(self.week)
        self.programme = self._plan() if snapshot is not None or self.setup.reviews else self.setup.programme
        world = new_world(self.setup, watch)
        self.engine: Engine = (
            ColumnsEngine(world, self.programme) if engine == "columns" else ObjectsEngine(world, self)
        )
        self._officers: list[Officer] = []
        self._posted_for: Programme | None = self.programme  # nobody is posted before the agency is there
        self.agency = Agency(self)
        self._posted_for = None
        handling_minutes = self.parameters.value("implementation.handling_minutes")
        self.carryover = Carryover(len(self.setup.services.stations), handling_minutes, self.setup.scale)
        self.datacollector = DataCollector(model_reporters={"date": "date", "activated": "activated"})
        if snapshot is None:
            self.engine.start(self.week)
        else:
            self._go_on_from(snapshot)

    def __repr__(self) -> str:
        return f"IkdModel({self.setup!r}, {self.engine_name}, {self.date}: {self.activated:,} activated)"

    @property
    def agents(self) -> AgentSet:
        """Residents, who are views made on demand, then all others."""
        self._post_officers()
        return self._rows(super().agents)

    @property
    def agents_by_type(self) -> dict[type[mesa.Agent], AgentSet]:
        """The agents of each class."""
        self._post_officers()
        registered: dict[type[mesa.Agent], AgentSet] = super().agents_by_type
        return {Resident: self._rows(), **registered}

    @property
    def officers(self) -> list[Officer]:
        """Everybody at a desk, then who is hired, by first week; a review may add to them, and numbers stay."""
        self._post_officers()
        return self._officers

    def _post_officers(self) -> None:
        """Make agents of those who are not posted yet, when somebody asks for them."""
        if self._posted_for is not self.programme:
            self._posted_for = self.programme
            posted = {officer.person for officer in self._officers}
            self._officers += [Officer(self, person) for person in people_of(self) if person not in posted]

    @property
    def agent_types(self) -> list[type[mesa.Agent]]:
        """The classes of agents."""
        return list(self.agents_by_type)

    def _rows(self, others: Iterable[mesa.Agent] = ()) -> ResidentRows:
        return ResidentRows(self, range(len(self.residents.place)), others)

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
        if self.week in self.setup.reviews:
            self.review()

    def observe(self, planned: PlannedWeek) -> None:
        """Observers look at the end of the week."""
        index = self.week - self.first_week
        self.observations.look(WeekSeen(index, planned.conditions, planned.opening.supply, self.engine.world.counters))
        self.datacollector.collect(self)
        self.running = self.week < self.last_week

    def review(self) -> None:
        """The agency looks at what came of its policies so far, and plans the weeks to come anew."""
        self.programme = self._plan()
        self.engine.follow(self.programme)

    def _plan(self) -> Programme:
        """The weeks from the current one to the next review, as all reviews so far would have them."""
        next_review = min((week for week in self.setup.reviews if week > self.week), default=self.last_week)
        return self.setup.programme_from(self.week, self.observations.seen, next_review, self._accounts)

    def run(self, through: int | None = None, progress: Progress | None = None) -> None:
        """Run to the end of the scenario, or through week number `through` if that comes first."""
        last = self.last_week if through is None else min(through, self.last_week)
        while self.week < last:
            self.step()
            if progress is not None:
                progress(self.week - self.first_week + 1, self.last_week - self.first_week + 1)

    def snapshot(self) -> Snapshot:
        """The run as it stands, to be saved or to go on from (branch.py); BadInput for the objects engine."""
        arrays = owned("engine", self._columns().kept()) | owned("carryover", self.carryover.kept())
        arrays |= self.observations.kept(self.week - self.first_week + 1)
        return Snapshot(self.week, self.setup.seed, self.setup.scale, self.setup.past_hash(self.week), arrays)

    def _columns(self) -> ColumnsEngine:
        if not isinstance(self.engine, ColumnsEngine):
            raise BadInput([Fault("snapshot_needs_columns", {})])
        return self.engine

    def _go_on_from(self, snapshot: Snapshot) -> None:
        self._columns().restore(snapshot.of("engine"), snapshot.week)
        self.carryover.restore(snapshot.of("carryover"))
        self.running = self.week < self.last_week
        collected = self.datacollector.model_vars
        for index, stages in enumerate(self.observations.adoption.stages[: self.week - self.first_week + 1]):
            collected["date"].append(self.date_of(self.first_week + index))
            collected["activated"].append(int(stages[:, USERS].sum()))

    @property
    def residents(self) -> Residents:
        """Who the residents are now; their columns can be read only."""
        return self.engine.world.residents

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


def _check(engine: str) -> None:
    """Raise BadInput for an engine that does not exist."""
    if engine not in ENGINES:
        facts = {"value": engine, "allowed": ", ".join(ENGINES), "nearest": nearest(engine, ENGINES)}
        raise BadInput([Fault("unknown_engine", facts)])
