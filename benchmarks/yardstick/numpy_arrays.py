"""The yardstick in numpy: stages as one array, a week as a few operations on all of it."""

import numpy as np
from numpy.typing import NDArray

from benchmarks.yardstick.rules import ACTIVE, INTENDING, Rules


def activated(rules: Rules, seed: int) -> NDArray[np.int64]:
    rng = np.random.default_rng(seed)
    places = len(rules.residents)
    place = rules.place_of_residents().astype(np.uint8)
    stage = np.zeros(len(place), np.uint8)
    active = np.zeros((rules.weeks + 1, places), np.int64)
    chances = np.zeros((places, ACTIVE + 1), np.float32)
    for week in range(rules.weeks):
        chances[:, :ACTIVE] = rules.chances(week, active[week])
        moving = np.flatnonzero(rng.random(len(stage), np.float32) < chances[place, stage])
        came = moving[stage[moving] == INTENDING]
        stage[moving[stage[moving] < INTENDING]] += 1
        most = np.floor(rules.turns(week) + rng.random(places)).astype(np.int64)
        queues = rng.permutation(came)
        served = np.concatenate([queues[place[queues] == number][:turns] for number, turns in enumerate(most)])
        stage[served] = ACTIVE
        active[week + 1] = active[week] + np.bincount(place[served], minlength=places)
    return active[1:]
