"""An experiment file with a sweep: do its runs, tell every combination of values, keep a table of all runs."""

from pathlib import Path

from ikdsim.command.answer import Answer
from ikdsim.command.jobs import jobs_of
from ikdsim.command.kept import stored
from ikdsim.command.options import CompareOptions
from ikdsim.command.progress import progress_bar
from ikdsim.experiment.store import write_table
from ikdsim.experiment.sweep import Sweep, run_sweep
from ikdsim.language import text
from ikdsim.report.sweep import sweep_text


def sweep_answer(made: Sweep, folder: Path | None, options: CompareOptions) -> Answer:
    """Run the sweep, go on with its folder if one is wanted, and tell what came out."""
    with jobs_of(options) as jobs, progress_bar("result.simulating", options.lang, options.silent) as progress:
        frame = run_sweep(made, jobs, folder, progress)
    words = sweep_text(made, frame, options.lang)
    where, not_stored = stored(folder, lambda place: write_table(frame, place, "sweep"), options.lang)
    note = text("result.not_calibrated", options.lang)
    return Answer(words + where, {"runs": frame.to_dict("records")}, note=note, failure=not_stored)
