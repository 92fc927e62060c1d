"""The folder of a calibration: its record and the store of draws first, and at the end all that came out."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from ikdsim.calibration.plan import Calibration
from ikdsim.calibration.posterior import Posterior
from ikdsim.files import write_folder
from ikdsim.identity import rules_and_data
from ikdsim.language import text
from ikdsim.plot.posterior import Fitted, plot_predicted, plot_prior_posterior, plot_trace
from ikdsim.plot.style import save
from ikdsim.result.folder import go_on_or_begin

MOST_PANELS: Final = 16


def determined_by(calibration: Calibration) -> dict[str, Any]:
    """Everything that determines the draws, as plain values that JSON can hold."""
    return {**rules_and_data(calibration.scenario.region), **calibration.resolved}


def open_folder(folder: Path, calibration: Calibration, facts: Mapping[str, Any]) -> None:
    """Make `folder` that of a calibration, unless it is already; `facts` are carried along in the record.

    Raises BadInput if it belongs to something else, to other rules or other numbers, or cannot be written to.
    """
    go_on_or_begin(folder, determined_by(calibration), facts)


def store_posterior(posterior: Posterior, agents: NDArray[np.float64], folder: Path, lang: str) -> None:
    """Write draws, tables and pictures of a problem into a folder of its own in `folder`, or nothing at all.

    Raises BadInput if something cannot be written.
    """
    home = posterior.problem.acts_on
    last = "summary.csv"

    def write(partial: Path) -> None:
        posterior.frame.to_parquet(partial / "draws.parquet", index=False)
        posterior.inference_data().to_netcdf(partial / "posterior.nc", engine="h5netcdf")
        posterior.predicted.to_csv(partial / "places.csv", index=False)
        for name, figure in _pictures(posterior, agents, lang).items():
            save(figure, partial / f"{text(f'calibration.file_{name}', lang)}.png")
        posterior.summary.to_csv(partial / last, index=False)

    write_folder(folder / home, write, last=last)


def _pictures(posterior: Posterior, agents: NDArray[np.float64], lang: str) -> dict[str, Any]:
    home = text(f"calibration.at_{posterior.problem.acts_on}", lang)
    told = {name: text(f"calibration.{name}", lang, {"home": home}) for name in ("trace", "prior", "predicted")}
    moved, ways = moved_most(posterior, MOST_PANELS), posterior.points.mean(axis=2)
    names = list(posterior.problem.names)
    trace = {text("calibration.log_likelihood", lang): posterior.log_likelihoods.mean(axis=2)}
    trace |= {name: ways[..., names.index(name)] for name in moved[: MOST_PANELS - 1]}
    known = {number.name: (number.low, number.high) for number in posterior.problem.prior.numbers}
    shown = [name for name in moved if name in known]
    draws = {name: posterior.frame[name].to_numpy() for name in shown}
    return {
        "trace": plot_trace(trace, told["trace"], lang),
        "prior": plot_prior_posterior(draws, {name: known[name] for name in shown}, told["prior"], lang),
        "predicted": plot_predicted(_fitted(posterior, agents), told["predicted"], lang),
    }


def moved_most(posterior: Posterior, most: int) -> Sequence[str]:
    """Names of the scores of numbers that the counts moved most: by shift of their middle, and by lost spread."""
    summary = posterior.summary.iloc[: len(posterior.problem.prior.numbers)]
    moved = np.abs(summary["shift"]) + np.maximum(summary["contraction"], 0.0)
    return [str(summary["name"].iloc[k]) for k in np.argsort(-moved.to_numpy())[:most]]


def _fitted(posterior: Posterior, agents: NDArray[np.float64]) -> list[Fitted]:
    rows = posterior.predicted.itertuples()
    return [
        Fitted(row.place, row.published, (row.median, row.low, row.high), agents[:, number].tolist())  # type: ignore[arg-type]
        for number, row in enumerate(rows)
    ]
