"""A Mesa agent that lets its model go.

Mesa 3.3 keeps every model alive in a class-wide table of running numbers. Agents of this package number themselves in a
table that forgets a model when nobody else holds it.
"""

import itertools
from collections.abc import Iterator
from typing import ClassVar
from weakref import WeakKeyDictionary

import mesa


class _Numbers(WeakKeyDictionary[mesa.Model, Iterator[int]]):
    """Running numbers of agents by model."""

    def __getitem__(self, model: mesa.Model) -> Iterator[int]:
        if model not in self:
            self[model] = itertools.count(1)
        return super().__getitem__(model)


class IkdAgent(mesa.Agent):
    """An agent of an IkdModel."""

    _ids: ClassVar[_Numbers] = _Numbers()
