"""Residents of the columns engine as Mesa agents: views of rows, made when somebody asks for them.

Attributes read through to the columns. Between steps a student may write `stage` and `trust`; marks and counters
follow.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Self

import mesa
import numpy as np
from mesa.agent import AgentSet
from numpy.typing import NDArray

from ikdsim.engine.agent import IkdAgent
from ikdsim.engine.moves import move
from ikdsim.resident.ages import age_in_years
from ikdsim.resident.causes import ADULT
from ikdsim.resident.columns import DEVICES, LEVELS, NO_WEEK, OCCUPATIONS, SEXES
from ikdsim.resident.stages import STAGES

ANY_NUMBER = float("inf")


class Resident(IkdAgent):
    """One resident: `unique_id` is his row."""

    unique_id: int

    @classmethod
    def at(cls, model: mesa.Model, row: int) -> Self:
        """A view of `row`; it is not registered with the model."""
        view = cls.__new__(cls)
        view.model = model
        view.unique_id = row
        view.pos = None
        return view

    @property
    def stage(self) -> str:
        """Stage, one of STAGES."""
        return STAGES[self.model.engine.world.state.stage[self.unique_id]]

    @stage.setter
    def stage(self, name: str) -> None:
        world, week = self.model.engine.world, self.model.week
        move(self.unique_id, week, STAGES.index(name), ADULT, -1, world)

    @property
    def trust(self) -> float:
        """Trust now, 0-1."""
        return (float(self.model.engine.world.state.trust[self.unique_id]) + 0.5) / LEVELS

    @trust.setter
    def trust(self, value: float) -> None:
        level = min(max(int(value * LEVELS), 0), LEVELS - 1)
        self.model.engine.world.state.trust[self.unique_id] = level

    @property
    def literacy(self) -> float:
        """Digital literacy, 0-1."""
        return (float(self.model.residents.literacy[self.unique_id]) + 0.5) / LEVELS

    @property
    def place(self) -> str:
        """Name of the kelurahan or desa."""
        return str(self.model.region.places[self.model.residents.place[self.unique_id]].name)

    @property
    def age(self) -> int:
        """Completed years."""
        return age_in_years(int(self.model.residents.birth_week[self.unique_id]), self.model.week)

    @property
    def sex(self) -> str:
        """One of SEXES."""
        return SEXES[self.model.residents.sex[self.unique_id]]

    @property
    def occupation(self) -> str:
        """One of OCCUPATIONS."""
        return OCCUPATIONS[self.model.residents.occupation[self.unique_id]]

    @property
    def device(self) -> str:
        """Phone in January 2023, one of DEVICES."""
        return DEVICES[self.model.residents.device[self.unique_id]]

    @property
    def recorded(self) -> bool:
        """Whether the e-KTP biometrics are recorded by now."""
        week = int(self.model.residents.recorded_week[self.unique_id])
        return week != NO_WEEK and week <= int(self.model.week)


class ResidentRows(AgentSet):
    """A set of residents by row, with further agents (officers, agency) behind them.

    Views are made while iterating. `select(rows=mask)` with a mask over all residents is the fast way to choose.
    """

    def __init__(
        self, model: mesa.Model, rows: Sequence[int] | NDArray[np.int64], others: Iterable[mesa.Agent] = ()
    ) -> None:
        self.model = model
        self.rows = rows
        self.others = list(others)
        self.random = model.random

    def __len__(self) -> int:
        return len(self.rows) + len(self.others)

    def __iter__(self) -> Iterator[mesa.Agent]:
        for row in self.rows:
            yield Resident.at(self.model, int(row))
        yield from self.others

    def __contains__(self, agent: object) -> bool:
        if isinstance(agent, Resident):
            return agent.unique_id in self.rows
        return agent in self.others

    def __getitem__(self, item: int | slice) -> Any:
        if isinstance(item, slice):
            return list(self)[item]
        if item < 0:
            item += len(self)
        if item < len(self.rows):
            return Resident.at(self.model, int(self.rows[item]))
        return self.others[item - len(self.rows)]

    def select(
        self,
        filter_func: Callable[[mesa.Agent], bool] | None = None,
        at_most: int | float = ANY_NUMBER,
        inplace: bool = False,
        agent_type: type[mesa.Agent] | None = None,
        rows: NDArray[np.bool_] | None = None,
    ) -> "ResidentRows":
        """Choose as Mesa does, or by `rows`, a mask of shape (residents,); at most a number, or a share below 1."""
        chosen = self._masked(rows) if rows is not None else self._filtered(filter_func, agent_type)
        limit = len(self) * at_most if isinstance(at_most, float) and at_most <= 1.0 else at_most
        if limit < len(chosen):
            chosen = ResidentRows(self.model, chosen.rows[: int(limit)])
        if inplace:
            self.rows, self.others = chosen.rows, chosen.others
            return self
        return chosen

    def _masked(self, rows: NDArray[np.bool_]) -> "ResidentRows":
        own = np.asarray(self.rows, np.int64)
        return ResidentRows(self.model, own[rows[own]])

    def _filtered(
        self, filter_func: Callable[[mesa.Agent], bool] | None, agent_type: type[mesa.Agent] | None
    ) -> "ResidentRows":
        kept = [
            agent
            for agent in self
            if (agent_type is None or isinstance(agent, agent_type)) and (filter_func is None or filter_func(agent))
        ]
        residents = [agent.unique_id for agent in kept if isinstance(agent, Resident)]
        others = [agent for agent in kept if not isinstance(agent, Resident)]
        return ResidentRows(self.model, np.array(residents, np.int64), others)
