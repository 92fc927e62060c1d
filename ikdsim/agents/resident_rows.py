"""Sets of residents: row numbers that behave as a Mesa AgentSet, in every engine.

Views are made while somebody looks, so a set of a quarter of a million residents costs nothing until then.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

import mesa
import numpy as np
from mesa.agent import AgentSet, GroupBy
from numpy.typing import NDArray

from ikdsim.agents.resident import Resident
from ikdsim.errors import BadInput, Fault

ANY_NUMBER = float("inf")


class _Views:
    """What Mesa's own methods ask of the inside of a set: one agent after the other, and room for more."""

    def __init__(self, owner: "ResidentRows") -> None:
        self.owner = owner

    def __iter__(self) -> Iterator[mesa.Agent]:
        return iter(self.owner)

    def keys(self) -> Iterator[mesa.Agent]:
        return iter(self.owner)

    def keyrefs(self) -> list[Callable[[], mesa.Agent]]:
        model, others = self.owner.model, self.owner.others
        residents = [partial(Resident.at, model, int(row)) for row in self.owner.rows]
        return [*residents, *((lambda agent=agent: agent) for agent in others)]

    def __setitem__(self, agent: mesa.Agent, nothing: None) -> None:
        self.owner.others.append(agent)

    def __delitem__(self, agent: mesa.Agent) -> None:
        if agent not in self.owner.others:
            raise KeyError(agent)
        self.owner.others.remove(agent)


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

    @property
    def _agents(self) -> _Views:
        return _Views(self)

    def __getstate__(self) -> dict[str, Any]:
        return self.__dict__

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)

    def __repr__(self) -> str:
        return f"<{len(self.rows)} residents, {len(self.others)} other agents>"

    def __len__(self) -> int:
        return len(self.rows) + len(self.others)

    def __iter__(self) -> Iterator[mesa.Agent]:
        for row in self.rows:
            yield Resident.at(self.model, int(row))
        yield from self.others

    def __contains__(self, agent: object) -> bool:
        if isinstance(agent, Resident):
            return agent.model is self.model and agent.unique_id in self.rows
        return agent in self.others

    def __getitem__(self, item: int | slice) -> Any:
        if isinstance(item, slice):
            return list(self)[item]
        item = range(len(self))[item]
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
        chosen = (self._masked(rows) if rows is not None else self)._filtered(filter_func, agent_type)
        limit = int(len(self) * at_most) if isinstance(at_most, float) and at_most <= 1.0 else at_most
        if limit < len(chosen):
            most = max(0, math.ceil(limit))
            kept = chosen.rows[:most]
            chosen = ResidentRows(self.model, kept, chosen.others[: most - len(kept)])
        if inplace:
            self.rows, self.others = chosen.rows, chosen.others
            return self
        return chosen

    def shuffle(self, inplace: bool = False) -> "ResidentRows":
        """The same agents in an order drawn from the model's generator."""
        agents = list(self)
        self.random.shuffle(agents)
        return self._these(agents, inplace)

    def sort(self, key: Callable[[mesa.Agent], Any] | str, ascending: bool = False, inplace: bool = False) -> Any:
        """The same agents sorted by a function or an attribute, as Mesa does."""
        by = key if callable(key) else (lambda agent: getattr(agent, key))
        return self._these(sorted(self, key=by, reverse=not ascending), inplace)

    def groupby(self, by: Callable[[mesa.Agent], Any] | str, result_type: str = "agentset") -> GroupBy:
        """Groups by a function or an attribute, as sets or (result_type "list") as lists."""
        groups: dict[Any, list[mesa.Agent]] = {}
        for agent in self:
            groups.setdefault(by(agent) if callable(by) else getattr(agent, by), []).append(agent)
        if result_type == "list":
            return GroupBy(groups)
        return GroupBy({name: self._these(agents) for name, agents in groups.items()})

    def _these(self, agents: Iterable[mesa.Agent], inplace: bool = False) -> "ResidentRows":
        """A set of these agents, residents first; `inplace` puts them into this one."""
        agents = list(agents)
        rows = np.array([agent.unique_id for agent in agents if isinstance(agent, Resident)], np.int64)
        others = [agent for agent in agents if not isinstance(agent, Resident)]
        if not inplace:
            return ResidentRows(self.model, rows, others)
        self.rows, self.others = rows, others
        return self

    def _masked(self, rows: NDArray[np.bool_]) -> "ResidentRows":
        own, mask = np.asarray(self.rows, np.int64), np.asarray(rows)
        count = len(self.model.residents.place)
        if mask.dtype != bool or mask.shape != (count,):
            raise BadInput([Fault("not_a_mask", {"count": count})])
        return ResidentRows(self.model, own[mask[own]])

    def _filtered(
        self, filter_func: Callable[[mesa.Agent], bool] | None, agent_type: type[mesa.Agent] | None
    ) -> "ResidentRows":
        if filter_func is None and agent_type is None:
            return ResidentRows(self.model, self.rows, self.others)
        return self._these(
            agent
            for agent in self
            if (agent_type is None or isinstance(agent, agent_type)) and (filter_func is None or filter_func(agent))
        )
