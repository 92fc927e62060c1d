"""ikdsim compare WHAT...: what would each scenario bring over the baseline, where, at what cost?"""

import os
import shlex
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console

from ikdsim.command.answer import Answer
from ikdsim.command.options import CompareOptions
from ikdsim.command.progress import announce_compiling, progress_bar
from ikdsim.errors import BadInput, Fault, IkdsimError
from ikdsim.experiment.compare import carry_out
from ikdsim.experiment.comparison import Comparison
from ikdsim.experiment.gather import RunsFailed
from ikdsim.experiment.plan import Plan, make_plan
from ikdsim.experiment.store import determined_by, finished_runs, mend, open_folder, store
from ikdsim.experiment.workers import WorkerLost
from ikdsim.identity import fingerprint
from ikdsim.language import text
from ikdsim.report.comparison import comparison_text
from ikdsim.result.folder import default_folder
from ikdsim.result.record import numbers_behind
from ikdsim.result.repeat import recorded_fingerprint
from ikdsim.scenario.load import load_scenarios
from ikdsim.setup import Setup


def compare_command(options: CompareOptions) -> Answer:
    """Run the comparison, go on with its folder if one is wanted, and tell what came out.

    Interrupted (KeyboardInterrupt), bereft of a process (WorkerLost) or of room on the disk, it says what is kept.
    """
    plan = _plan(options)
    folder = _folder(options, plan)
    try:
        comparison = _compared(options, plan, folder)
        return _answer(options, comparison, folder)
    except KeyboardInterrupt:
        raise KeyboardInterrupt(_left_behind("interrupted", folder, plan, options.lang)) from None


def _compared(options: CompareOptions, plan: Plan, folder: Path | None) -> Comparison:
    announce_compiling(options.lang, options.quiet)
    _check_weeks(plan)
    if folder is not None:
        _open(folder, plan, options)
    return _carry_out(options, plan, folder)


def _answer(options: CompareOptions, comparison: Comparison, folder: Path | None) -> Answer:
    """What came out, which is told even if there is no room to store it."""
    words, failures = comparison_text(comparison, options.lang), _failures(comparison, options.lang)
    told = words
    if folder is not None:
        try:
            store(comparison, folder, words, options.lang)
            told += "\n" + text("compare.kept", options.lang, {"folder": folder})
        except BadInput as problem:
            failures += [*problem.sentences(options.lang), text("compare.not_stored", options.lang, {"folder": folder})]
    note = text("result.not_calibrated", options.lang)
    return Answer(told, comparison.document(), note=note, failure=" ".join(failures))


def _open(folder: Path, plan: Plan, options: CompareOptions) -> None:
    """Make the folder that of the plan, and say so if something in it was damaged."""
    open_folder(folder, plan, _facts(options, plan))
    if mend(folder, options.retry_failed) and not options.quiet:
        told = text("compare.damaged", options.lang, {"folder": folder})
        Console(stderr=True).print(told, soft_wrap=True, markup=False)


def _failures(comparison: Comparison, lang: str) -> list[str]:
    """Which runs failed, in a sentence; nothing if none did."""
    if not comparison.failures:
        return []
    first = comparison.failures[0]
    facts = {"failed": len(comparison.failures), "scenario": first.scenario, "seed": first.seed, "cause": first.cause}
    return [text("compare.failed", lang, facts)]


def _plan(options: CompareOptions) -> Plan:
    seeds = range(options.seed, options.seed + options.runs)
    scenarios = load_scenarios(options.named)
    plan = make_plan(scenarios, seeds, options.until, options.scale, options.engine, options.numbers)
    return replace(plan, until_sure=options.until_sure)


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
    except WorkerLost:
        raise WorkerLost(_left_behind("worker_lost", folder, plan, options.lang)) from None
    except BadInput as problem:
        if any(fault.code != "unwritable_folder" for fault in problem.faults):
            raise
        told = [*problem.sentences(options.lang), _kept(folder, plan, options.lang)]
        raise IkdsimError(" ".join(told)) from None
    except RunsFailed as problem:
        raise RunsFailed(text("compare.all_failed", options.lang, {"cause": problem})) from None


def _left_behind(event: str, folder: Path | None, plan: Plan, lang: str) -> str:
    """What happened, and which runs are kept for the next time."""
    return text(f"compare.{event}", lang) + " " + _kept(folder, plan, lang)


def _kept(folder: Path | None, plan: Plan, lang: str) -> str:
    """Which runs are kept for the next time, if the folder is that of the plan already."""
    if folder is None or recorded_fingerprint(folder) != fingerprint(determined_by(plan)):
        return text("compare.kept_nothing", lang)
    try:
        finished = finished_runs(folder)
    except BadInput:  # a full disk has no room for the ledger
        return text("compare.kept_nothing", lang)
    return text("compare.kept_runs", lang, {"finished": finished, "runs": plan.size, "folder": folder})


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
    words += ["--numbers", plan.numbers]
    if plan.until_sure is not None:
        words += ["--until-sure", f"{plan.until_sure:g}"]
    return shlex.join(words)
