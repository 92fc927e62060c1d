"""Agents that stand beside the residents: officers and the agency. They are numbered on from the last resident.

Mesa numbers agents in a table of its own, which keeps every model alive and starts anew for a copy of a model. Here the
next number is read off the agents that are there.
"""

import mesa

from ikdsim.agents.resident import Resident


class IkdAgent(mesa.Agent):
    """An agent of an IkdModel that is no resident."""

    def __init__(self, model: mesa.Model) -> None:
        self.model, self.unique_id, self.pos = model, next_number(model), None
        model.register_agent(self)


def next_number(model: mesa.Model) -> int:
    """The number after those of all agents of the model so far."""
    others = (agent for kind, agents in model.agents_by_type.items() if kind is not Resident for agent in agents)
    return max((agent.unique_id for agent in others), default=-1 + len(model.residents.place)) + 1
