"""The yardstick in Starsim: stages are states of a module, moves are its distributions."""

import numpy as np
import starsim as ss
from numpy.typing import NDArray

from benchmarks.yardstick.rules import ACTIVE, INTENDING, UNAWARE, Rules


class Adoption(ss.Module):
    def __init__(self, rules: Rules) -> None:
        super().__init__(name="adoption")
        self.rules, self.active, self.seen = rules, np.zeros_like(rules.residents), []
        self.define_states(ss.IntArr("place", default=0), ss.IntArr("stage", default=UNAWARE))
        self.moves, self.turn = ss.bernoulli(p=self.chance), ss.random()

    def init_post(self) -> None:
        super().init_post()
        self.place[:] = self.rules.place_of_residents()
        self.last_turn = np.random.default_rng(self.sim.pars.rand_seed)

    @staticmethod
    def chance(module: "Adoption", sim: ss.Sim, uids: ss.uids) -> NDArray[np.float64]:
        """Probability of each resident to move on, or to turn up, this week."""
        return module.rules.chances(module.ti, module.active)[module.place[uids], module.stage[uids]]

    def step(self) -> None:
        """One week: residents act, queues are served in an order drawn at random."""
        moving = self.moves.filter((self.stage != ACTIVE).uids)
        intending = self.stage[moving] == INTENDING
        self.stage[moving[~intending]] += 1
        came = moving[intending]
        queues = came[np.argsort(self.turn.rvs(came))]
        most = np.floor(self.rules.turns(self.ti) + self.last_turn.random(len(self.active))).astype(int)
        for place, turns in enumerate(most):
            served = queues[self.place[queues] == place][:turns]
            self.stage[served] = ACTIVE
            self.active[place] += len(served)
        self.seen.append(self.active.copy())


def activated(rules: Rules, seed: int) -> NDArray[np.int64]:
    module = Adoption(rules)
    about = {"n_agents": int(rules.residents.sum()), "dur": rules.weeks - 1, "dt": 1, "rand_seed": seed, "verbose": 0}
    ss.Sim(about, modules=module, copy_inputs=False).run()
    return np.array(module.seen)
