"""One-sided paired signs: more of what should help never lowers adoption in total at the end of 2028."""

from collections.abc import Collection, Iterator

import numpy as np
from numpy.typing import NDArray

from benchmarks.must_hold.levers import CHANGE_ON, Lever, levers
from benchmarks.must_hold.rows import Row
from ikdsim.branch import branch_from
from ikdsim.clock import week_of
from ikdsim.model import IkdModel
from ikdsim.resident.stages import USERS
from ikdsim.setup import Setup
from ikdsim.snapshot import Snapshot

CHECK = "sign"


def sign_rows(seed: int, done: Collection[str]) -> list[Row]:
    """Users of each place at the end under every lever that is not `done`, 1:1."""
    setup = Setup(levers()[0].scenario, seed)
    wanted = [lever for lever in levers() if lever.name not in done]
    bases = {lever.against for lever in wanted if lever.policies} | {
        lever.name for lever in wanted if not lever.policies
    }
    found: list[Row] = []
    for base in [lever for lever in levers() if lever.name in bases]:
        branches = [lever for lever in wanted if lever.policies and lever.against == base.name]
        found += _base_and_branches(setup, base, branches)
    return [row for row in found if row.name not in done]


def _base_and_branches(setup: Setup, base: Lever, branches: list[Lever]) -> Iterator[Row]:
    under = setup.under(base.scenario)
    model = IkdModel(under)
    model.run(week_of(CHANGE_ON) - 1)
    kept: Snapshot | None = model.snapshot() if branches else None
    yield _row(base, model)
    for lever in branches:
        assert kept is not None
        yield _row(lever, branch_from(kept, under.under(lever.scenario)))


def _row(lever: Lever, model: IkdModel) -> Row:
    model.run()
    users = model.engine.world.counters.stage_by_place[:, USERS].sum(axis=1)
    return Row(CHECK, lever.name, model.setup.seed, users.astype(float).tolist())


def student_t(gains: NDArray[np.float64]) -> NDArray[np.float64]:
    """Mean gain in standard errors, along the first axis; nought where nothing ever changes."""
    error = standard_error(gains)
    return np.divide(gains.mean(axis=0), error, out=np.zeros_like(error), where=error > 0)


def standard_error(gains: NDArray[np.float64]) -> NDArray[np.float64]:
    """Of the mean along the first axis."""
    return np.asarray(gains.std(axis=0, ddof=1) / np.sqrt(len(gains)))


def quantile_of_t(quantile: float, freedom: int) -> float:
    """Student's t by the first term of its expansion around the normal quantile: to 1 % from ten degrees on."""
    return quantile + (quantile**3 + quantile) / (4 * freedom)
