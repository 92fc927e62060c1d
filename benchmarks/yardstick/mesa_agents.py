"""The yardstick in plain Mesa: residents are agents with a `step`, queues are lists in the model."""

import mesa
import numpy as np
from numpy.typing import NDArray

from benchmarks.yardstick.rules import ACTIVE, INTENDING, UNAWARE, Rules


class Resident(mesa.Agent):
    """One resident."""

    def __init__(self, model: "Adoption", place: int) -> None:
        super().__init__(model)
        self.place = place
        self.stage = UNAWARE

    def step(self) -> None:
        """One week: move on, or join the queue."""
        if self.stage == ACTIVE:
            return
        if self.random.random() < self.model.chances[self.place][self.stage]:
            if self.stage == INTENDING:
                self.model.queues[self.place].append(self)
            else:
                self.stage += 1


class Adoption(mesa.Model):
    """Residents of all places, a week at a time."""

    def __init__(self, rules: Rules, seed: int) -> None:
        super().__init__(seed=seed)
        self.rules = rules
        self.week = 0
        self.active = np.zeros_like(rules.residents)
        self.chances: list[list[float]] = []
        self.queues: list[list[Resident]] = []
        places = rules.place_of_residents().tolist()
        Resident.create_agents(self, len(places), places)

    def step(self) -> None:
        """One week: residents act, queues are served."""
        self.chances = self.rules.chances(self.week, self.active).tolist()
        self.queues = [[] for _ in self.active]
        self.agents.do("step")
        for place, turns in enumerate(self.rules.turns(self.week).tolist()):
            self.serve(place, turns)
        self.week += 1

    def serve(self, place: int, turns: float) -> None:
        """Serve the queue of one place in an order drawn at random."""
        queue = self.queues[place]
        self.random.shuffle(queue)
        served = queue[: int(turns + self.random.random())]
        for resident in served:
            resident.stage = ACTIVE
        self.active[place] += len(served)


def activated(rules: Rules, seed: int) -> NDArray[np.int64]:
    """Active residents at the end of each week in each place, shape (weeks, places)."""
    model = Adoption(rules, seed)
    seen = []
    for _ in range(rules.weeks):
        model.step()
        seen.append(model.active.copy())
    return np.array(seen)
