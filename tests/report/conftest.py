"""What is told in this room: the run of `result/` and the residents of `population/`."""

from tests.population.conftest import babelan, parameters, residents
from tests.result.conftest import result, scenario

__all__ = ["babelan", "parameters", "residents", "result", "scenario"]
