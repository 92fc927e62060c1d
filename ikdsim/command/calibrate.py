"""ikdsim calibrate EXPERIMENT: which numbers go with the published counts, and how sure is that?"""

import os
import shlex
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ikdsim.calibration.agents import check_by_agents
from ikdsim.calibration.draws_store import DrawsStore
from ikdsim.calibration.ensemble import problem_of
from ikdsim.calibration.folder import determined_by, open_folder, store_posterior
from ikdsim.calibration.plan import ENSEMBLES, Calibration, load_calibration
from ikdsim.calibration.posterior import Posterior, posterior_of
from ikdsim.calibration.sample import parts_of, sample
from ikdsim.command.answer import Answer
from ikdsim.command.options import CalibrateOptions
from ikdsim.command.progress import announce_compiling, progress_bar
from ikdsim.errors import BadInput, Fault
from ikdsim.experiment.workers import WorkerLost, processes
from ikdsim.files import write_file
from ikdsim.identity import fingerprint
from ikdsim.language import text
from ikdsim.report.calibration import calibration_text, convergence_text
from ikdsim.result.folder import default_folder

NEEDED = ("emcee", "arviz", "h5netcdf", "pyarrow")


def calibrate_command(options: CalibrateOptions) -> Answer:
    """Sample the posterior of a calibration file, go on with its folder, and tell what came out.

    Ended early by Ctrl-C (KeyboardInterrupt) it says what is kept. An answer that has not converged says so and fails.
    """
    if not all(map(find_spec, NEEDED)):
        raise BadInput([Fault("calibration.no_sampler", {})])
    calibration = load_calibration(Path(options.named[0]))
    folder = options.out or default_folder("calibrate", fingerprint(determined_by(calibration)))
    command = ["ikdsim", "calibrate", *options.named]
    open_folder(folder, calibration, {"command": shlex.join(command), "started": _now()})
    announce_compiling(options.lang, options.quiet)
    with _told_if_it_ends_early(calibration, folder, options.lang):
        return _calibrated(calibration, folder, options)


def _calibrated(calibration: Calibration, folder: Path, options: CalibrateOptions) -> Answer:
    lang = options.lang
    with processes(options.jobs or os.cpu_count() or 1) as executor:
        with progress_bar("calibration.sampling", lang, options.silent) as progress:
            sample(calibration, folder, executor, progress)
        found = [_checked(home, calibration, folder, executor, options) for home in calibration.homes]
    words = "\n\n\n".join(calibration_text(*each, lang) for each in found)
    summary = folder / f"{text('calibration.file_summary', lang)}.txt"
    write_file(summary, lambda file: file.write(f"{words}\n".encode()))
    where = text("compare.kept", lang, {"folder": folder})
    failures = [convergence_text(posterior, lang) for posterior, _ in found if not posterior.converged]
    documents = {posterior.problem.acts_on: _document(posterior, agents) for posterior, agents in found}
    return Answer(f"{words}\n\n{where}", documents, failure=" ".join(failures))


def _checked(
    home: str, calibration: Calibration, folder: Path, executor: Executor, options: CalibrateOptions
) -> tuple[Posterior, NDArray[np.float64]]:
    """The posterior with place effects at `home`, stored, and what the agents came to."""
    posterior = posterior_of(problem_of(calibration, home), calibration, folder)
    with progress_bar("calibration.agents", options.lang, options.silent) as progress:
        agents = check_by_agents(posterior, calibration, folder, executor, progress)
    store_posterior(posterior, agents, folder, options.lang)
    return posterior, agents


def _document(posterior: Posterior, agents: NDArray[np.float64]) -> dict[str, Any]:
    predicted = posterior.predicted.assign(agents=np.median(agents, axis=0) if len(agents) else None)
    return {
        "converged": posterior.converged,
        "r_hat": float(posterior.r_hat.max()),
        "ess": float(posterior.ess.min()),
        "places": predicted.to_dict("records"),
        "numbers": posterior.summary.to_dict("records"),
    }


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


@contextmanager
def _told_if_it_ends_early(calibration: Calibration, folder: Path, lang: str) -> Iterator[None]:
    """Let Ctrl-C, or the loss of a process, say in the reader's words what is kept."""
    try:
        yield
    except KeyboardInterrupt:
        raise KeyboardInterrupt(text("calibration.interrupted", lang, _kept(calibration, folder))) from None
    except WorkerLost:
        raise WorkerLost(text("calibration.worker_lost", lang, _kept(calibration, folder))) from None


def _kept(calibration: Calibration, folder: Path) -> dict[str, object]:
    with closing(DrawsStore(folder)) as store:
        done = sum(store.count(home, number) for home in calibration.homes for number in range(ENSEMBLES))
    return {"done": done, "parts": parts_of(calibration) * ENSEMBLES * len(calibration.homes), "folder": folder}
