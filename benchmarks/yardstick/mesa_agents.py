"""The yardstick in plain Mesa: residents are agents with a `step`, queues are lists in the model."""

import mesa
import numpy as np
from numpy.typing import NDArray

from benchmarks.yardstick.rules import ACTIVE, INTENDING, UNAWARE, Rules


class Resident(mesa.Agent):
    def __init__(self, model: "Adoption", place: int) -> None:
        super().__init__(model)
        self.place, self.stage = place, UNAWARE

    def step(self) -> None:
        if self.stage < ACTIVE and self.random.random() < self.model.chances[self.place][self.stage]:
            if self.stage == INTENDING:
                self.model.queues[self.place].append(self)
            else:
                self.stage += 1


class Adoption(mesa.Model):
    def __init__(self, rules: Rules, seed: int) -> None:
        super().__init__(seed=seed)
        self.rules, self.active = rules, np.zeros_like(rules.residents)
        places = rules.place_of_residents().tolist()
        Resident.create_agents(self, len(places), places)

    def step(self) -> None:
        """One week: residents act, queues are served in an order drawn at random."""
        week = self.steps - 1
        self.chances = self.rules.chances(week, self.active).tolist()
        self.queues: list[list[Resident]] = [[] for _ in self.active]
        self.agents.do("step")
        for place, turns in enumerate(self.rules.turns(week).tolist()):
            self.random.shuffle(self.queues[place])
            served = self.queues[place][: int(turns + self.random.random())]
            for resident in served:
                resident.stage = ACTIVE
            self.active[place] += len(served)


def activated(rules: Rules, seed: int) -> NDArray[np.int64]:
    model, seen = Adoption(rules, seed), []
    for _ in range(rules.weeks):
        model.step()
        seen.append(model.active.copy())
    return np.array(seen)
