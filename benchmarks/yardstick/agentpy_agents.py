"""The yardstick in AgentPy: residents in an AgentList that is told to live a week."""

import agentpy as ap
import numpy as np
from numpy.typing import NDArray

from benchmarks.yardstick.rules import ACTIVE, INTENDING, UNAWARE, Rules


class Resident(ap.Agent):
    """One resident."""

    def setup(self, place: int) -> None:
        """Begin unaware."""
        self.place = place
        self.stage = UNAWARE

    def live_week(self) -> None:
        """Move on, or join the queue."""
        if self.stage == ACTIVE:
            return
        model = self.model
        if model.random.random() < model.chances[self.place][self.stage]:
            if self.stage == INTENDING:
                model.queues[self.place].append(self)
            else:
                self.stage += 1


class Adoption(ap.Model):
    """Residents of all places, a week at a time; its parameter is `rules`."""

    def setup(self) -> None:
        """Make the residents."""
        self.rules = self.p.rules
        self.active = np.zeros_like(self.rules.residents)
        self.seen: list[NDArray[np.int64]] = []
        places = self.rules.place_of_residents().tolist()
        self.residents = ap.AgentList(self, len(places), Resident, place=ap.AttrIter(places))

    def step(self) -> None:
        """One week: residents act, queues are served."""
        week = self.t - 1
        self.chances = self.rules.chances(week, self.active).tolist()
        self.queues: list[list[Resident]] = [[] for _ in self.active]
        self.residents.live_week()
        for place, turns in enumerate(self.rules.turns(week).tolist()):
            self.serve(place, turns)
        self.seen.append(self.active.copy())

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
    model = Adoption({"rules": rules, "steps": rules.weeks, "seed": seed})
    model.run(display=False)
    return np.array(model.seen)
