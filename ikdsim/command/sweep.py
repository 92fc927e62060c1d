"""An experiment file with a sweep: do its runs, tell every combination of values, keep a table of all runs."""

from ikdsim.command.answer import Answer
from ikdsim.command.jobs import jobs_of
from ikdsim.command.kept import kept_in, told_if_it_ends_early
from ikdsim.command.options import CompareOptions
from ikdsim.command.progress import announce_compiling, progress_bar
from ikdsim.experiment.store import write_table
from ikdsim.experiment.sweep import Sweep, run_sweep
from ikdsim.language import text
from ikdsim.report.sweep import sweep_text


def sweep_answer(made: Sweep, options: CompareOptions) -> Answer:
    """Run the sweep, go on with its folder if one is wanted, and tell what came out."""
    folder = kept_in(options, made.plan, "sweep")
    with told_if_it_ends_early(made.plan, folder, options.lang):
        announce_compiling(options.lang, options.quiet)
        with jobs_of(options) as jobs, progress_bar("result.simulating", options.lang, options.quiet) as progress:
            frame = run_sweep(made, jobs, folder, progress)
    words = sweep_text(made, frame, options.lang)
    if folder is not None:
        write_table(frame, folder, "sweep")
        words += "\n" + text("compare.kept", options.lang, {"folder": folder})
    return Answer(words, {"runs": frame.to_dict("records")}, note=text("result.not_calibrated", options.lang))
