"""ikdsim compare WHAT...: what would each scenario bring over the baseline, where, at what cost?"""

import os
import shlex
from datetime import UTC, datetime
from pathlib import Path

from ikdsim.command.answer import Answer
from ikdsim.command.options import CompareOptions
from ikdsim.command.progress import announce_compiling, progress_bar
from ikdsim.errors import BadInput, Fault
from ikdsim.experiment.compare import carry_out
from ikdsim.experiment.comparison import Comparison
from ikdsim.experiment.plan import Plan, make_plan
from ikdsim.experiment.store import determined_by, finished_runs, open_folder, store
from ikdsim.experiment.workers import WorkerLost
from ikdsim.identity import fingerprint
from ikdsim.language import text
from ikdsim.report.comparison import comparison_text
from ikdsim.result.folder import default_folder
from ikdsim.result.record import numbers_behind
from ikdsim.scenario.load import load_scenarios
from ikdsim.setup import Setup


def compare_command(options: CompareOptions) -> Answer:
    """Run the comparison, go on with its folder if one is wanted, and tell what came out.

    Interrupted (KeyboardInterrupt) or bereft of a process (WorkerLost), it says what is kept.
    """
    plan = _plan(options)
    announce_compiling(options.lang, options.quiet)
    _check_weeks(plan)
    folder = _folder(options, plan)
    if folder is not None:
        open_folder(folder, plan, _facts(options, plan))
    comparison = _carry_out(options, plan, folder)
    words = comparison_text(comparison, options.lang)
    if folder is not None:
        store(comparison, folder, words, options.lang, options.csv)
        words += "\n" + text("compare.kept", options.lang, {"folder": folder})
    return Answer(words, comparison.document(), note=text("result.not_calibrated", options.lang))


def _plan(options: CompareOptions) -> Plan:
    seeds = range(options.seed, options.seed + options.runs)
    return make_plan(load_scenarios(options.named), seeds, options.until, options.scale, options.engine)


def _check_weeks(plan: Plan) -> None:
    """Plan the weeks of every scenario under the first seed; raises BadInput with the faults of all before any runs."""
    faults: list[Fault] = []
    for scenario in plan.scenarios:
        try:
            len(Setup(scenario, plan.seeds[0], plan.scale).programme)
        except BadInput as problem:
            faults += problem.faults
    if faults:
        raise BadInput(faults)


def _folder(options: CompareOptions, plan: Plan) -> Path | None:
    """The folder that is named; else the usual one, unless only a document is wanted."""
    if options.out is not None or options.json:
        return options.out
    return default_folder("compare", fingerprint(determined_by(plan)))


def _carry_out(options: CompareOptions, plan: Plan, folder: Path | None) -> Comparison:
    jobs = options.jobs or os.cpu_count() or 1
    try:
        with progress_bar("result.simulating", options.lang, options.quiet) as progress:
            return carry_out(plan, jobs, folder, progress)
    except KeyboardInterrupt:
        raise KeyboardInterrupt(_left_behind("interrupted", plan, folder, options.lang)) from None
    except WorkerLost:
        raise WorkerLost(_left_behind("worker_lost", plan, folder, options.lang)) from None


def _left_behind(event: str, plan: Plan, folder: Path | None, lang: str) -> str:
    """What happened, and which runs are kept for the next time."""
    if folder is None:
        return text(f"compare.{event}", lang) + " " + text("compare.kept_nothing", lang)
    facts = {"finished": finished_runs(folder, plan), "runs": plan.size, "folder": folder}
    return text(f"compare.{event}", lang) + " " + text("compare.kept_runs", lang, facts)


def _facts(options: CompareOptions, plan: Plan) -> dict[str, object]:
    """What the record carries along."""
    return {
        "command": _command(options, plan),
        "started": datetime.now(UTC).isoformat(timespec="seconds"),
        "numbers": numbers_behind(plan.scenarios[plan.baseline]),
    }


def _command(options: CompareOptions, plan: Plan) -> str:
    """The command line that makes this comparison again where the scenario files are at hand."""
    words = ["ikdsim", "compare", *options.named, "--runs", str(options.runs), "--seed", str(options.seed)]
    words += ["--until", plan.horizon.isoformat(), "--scale", f"{plan.scale:g}", "--engine", plan.engine]
    return shlex.join(words)
