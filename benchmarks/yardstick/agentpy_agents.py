"""The yardstick in AgentPy: residents in an AgentList that is told to live a week."""

import agentpy as ap
import numpy as np
from numpy.typing import NDArray

from benchmarks.yardstick.rules import ACTIVE, INTENDING, UNAWARE, Rules


class Resident(ap.Agent):
    def setup(self, place: int) -> None:
        self.place, self.stage = place, UNAWARE

    def live_week(self) -> None:
        model = self.model
        if self.stage < ACTIVE and model.random.random() < model.chances[self.place][self.stage]:
            if self.stage == INTENDING:
                model.queues[self.place].append(self)
            else:
                self.stage += 1


class Adoption(ap.Model):
    def setup(self) -> None:
        self.active, self.seen = np.zeros_like(self.p.rules.residents), []
        places = self.p.rules.place_of_residents().tolist()
        self.residents = ap.AgentList(self, len(places), Resident, place=ap.AttrIter(places))

    def step(self) -> None:
        """One week: residents act, queues are served in an order drawn at random."""
        rules, week = self.p.rules, self.t - 1
        self.chances = rules.chances(week, self.active).tolist()
        self.queues: list[list[Resident]] = [[] for _ in self.active]
        self.residents.live_week()
        for place, turns in enumerate(rules.turns(week).tolist()):
            self.random.shuffle(self.queues[place])
            served = self.queues[place][: int(turns + self.random.random())]
            for resident in served:
                resident.stage = ACTIVE
            self.active[place] += len(served)
        self.seen.append(self.active.copy())


def activated(rules: Rules, seed: int) -> NDArray[np.int64]:
    model = Adoption({"rules": rules, "steps": rules.weeks, "seed": seed})
    model.run(display=False)
    return np.array(model.seen)
