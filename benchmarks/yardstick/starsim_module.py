"""The yardstick in Starsim: stages are states of a module, moves are its distributions."""

import numpy as np
import starsim as ss
from numpy.typing import NDArray

from benchmarks.yardstick.rules import ACTIVE, INTENDING, UNAWARE, Rules


class Adoption(ss.Module):
    """Residents of all places, a week at a time."""

    def __init__(self, rules: Rules) -> None:
        super().__init__(name="adoption")
        self.rules = rules
        self.active = np.zeros_like(rules.residents)
        self.seen: list[NDArray[np.int64]] = []
        self.define_states(ss.IntArr("place", default=0), ss.IntArr("stage", default=UNAWARE))
        self.moves = ss.bernoulli(p=self.chance)
        self.turn = ss.random()
        self.last_turn = np.random.default_rng()

    def init_post(self) -> None:
        """Settle the residents, places in turn."""
        super().init_post()
        self.place[:] = self.rules.place_of_residents()
        self.last_turn = np.random.default_rng(self.sim.pars.rand_seed)

    @staticmethod
    def chance(module: "Adoption", sim: ss.Sim, uids: ss.uids) -> NDArray[np.float64]:
        """Probability of each resident to move on, or to turn up, this week."""
        chances = module.rules.chances(module.ti, module.active)
        return chances[module.place[uids], module.stage[uids]]

    def step(self) -> None:
        """One week: residents act, queues are served."""
        moving = self.moves.filter((self.stage != ACTIVE).uids)
        intending = self.stage[moving] == INTENDING
        self.stage[moving[~intending]] += 1
        self.serve(moving[intending])
        self.seen.append(self.active.copy())

    def serve(self, came: ss.uids) -> None:
        """Serve the queue of each place in an order drawn at random."""
        queues = came[np.argsort(self.turn.rvs(came))]
        places = self.place[queues]
        most = np.floor(self.rules.turns(self.ti) + self.last_turn.random(len(self.active))).astype(int)
        for place, turns in enumerate(most):
            served = queues[places == place][:turns]
            self.stage[served] = ACTIVE
            self.active[place] += len(served)


def activated(rules: Rules, seed: int) -> NDArray[np.int64]:
    """Active residents at the end of each week in each place, shape (weeks, places)."""
    module = Adoption(rules)
    sim = ss.Sim(
        n_agents=int(rules.residents.sum()),
        dur=rules.weeks - 1,
        dt=1,
        modules=module,
        rand_seed=seed,
        verbose=0,
        copy_inputs=False,
    )
    sim.run()
    return np.array(module.seen)
