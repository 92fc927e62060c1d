"""What is kept of the runs of a plan: its folder, its record, and what is said if they end early."""

import shlex
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console

from ikdsim.command.options import CompareOptions
from ikdsim.command.progress import announce_compiling
from ikdsim.errors import BadInput, Fault, IkdsimError
from ikdsim.experiment.gather import RunsFailed
from ikdsim.experiment.plan import Plan
from ikdsim.experiment.store import determined_by, finished_runs, mend, open_folder
from ikdsim.experiment.workers import WorkerLost
from ikdsim.identity import fingerprint
from ikdsim.language import text
from ikdsim.result.folder import default_folder
from ikdsim.result.record import numbers_behind
from ikdsim.result.repeat import recorded_fingerprint
from ikdsim.setup import Setup


@contextmanager
def made_ready(plan: Plan, options: CompareOptions, name: str) -> Iterator[Path | None]:
    """The folder of the plan: the one that is named, or the usual one unless only a document is wanted.

    Says on standard error if something in it was damaged. Raises BadInput if it belongs to something else, or if weeks
    cannot be planned. What ends the runs early, from here on, says in the reader's words what is kept.
    """
    lang, folder = options.lang, options.out
    if folder is None and not options.json:
        folder = default_folder(name, fingerprint(determined_by(plan)))
    with _told_if_it_ends_early(plan, folder, lang):
        if not _is_ours(folder, plan):  # who has a record has planned the weeks before
            _check_weeks(plan)
        if folder is not None:
            open_folder(folder, plan, _facts(options, plan))
            if mend(folder, options.retry_failed) and not options.quiet:
                told = text("compare.damaged", lang, {"folder": folder})
                Console(stderr=True).print(told, soft_wrap=True, markup=False)
        announce_compiling(lang, options.quiet)
        yield folder


def stored(folder: Path | None, store: Callable[[Path], None], lang: str) -> tuple[str, str]:
    """Store what came out, if it is to be kept: where it lies, as the end of an answer, and why it could not be."""
    if folder is None:
        return "", ""
    try:
        store(folder)
    except BadInput as problem:
        return "", " ".join([*problem.sentences(lang), text("compare.not_stored", lang, {"folder": folder})])
    return "\n" + text("compare.kept", lang, {"folder": folder}), ""


@contextmanager
def _told_if_it_ends_early(plan: Plan, folder: Path | None, lang: str) -> Iterator[None]:
    """Let what ends the runs say in the reader's words what is kept."""
    try:
        yield
    except KeyboardInterrupt:
        raise KeyboardInterrupt(f"{text('compare.interrupted', lang)} {_kept(folder, plan, lang)}") from None
    except WorkerLost:
        raise WorkerLost(f"{text('compare.worker_lost', lang)} {_kept(folder, plan, lang)}") from None
    except RunsFailed as problem:
        raise RunsFailed(text("compare.all_failed", lang, {"cause": problem})) from None
    except BadInput as problem:
        if any(fault.code != "unwritable_folder" for fault in problem.faults) or not _is_ours(folder, plan):
            raise
        raise IkdsimError(" ".join([*problem.sentences(lang), _kept(folder, plan, lang)])) from None


def _kept(folder: Path | None, plan: Plan, lang: str) -> str:
    """Which runs are kept for the next time."""
    if folder is None or not _is_ours(folder, plan):
        return text("compare.kept_nothing", lang)
    try:
        finished = finished_runs(folder)
    except BadInput:  # a full disk has no room for the ledger
        return text("compare.kept_nothing", lang)
    return text("compare.kept_runs", lang, {"finished": finished, "runs": plan.size, "folder": folder})


def _is_ours(folder: Path | None, plan: Plan) -> bool:
    return folder is not None and recorded_fingerprint(folder) == fingerprint(determined_by(plan))


def _check_weeks(plan: Plan) -> None:
    """Plan the weeks of every scenario under the first seed; raises BadInput with the faults of all before any runs."""
    faults: list[Fault] = []
    for scenario in plan.scenarios:
        try:
            len(Setup(scenario, plan.first_seed, plan.scale).programme)
        except BadInput as problem:
            faults += problem.faults
    if faults:
        raise BadInput(faults)


def _facts(options: CompareOptions, plan: Plan) -> dict[str, object]:
    """What the record carries along."""
    return {
        "command": _command(options, plan),
        "started": datetime.now(UTC).isoformat(timespec="seconds"),
        "numbers": numbers_behind(plan.scenarios[plan.baseline]),
    }


def _command(options: CompareOptions, plan: Plan) -> str:
    """The command line that does the same runs where the files are at hand."""
    words = ["ikdsim", "compare", *options.named]
    if options.is_experiment:
        return shlex.join(words)
    words += ["--runs", str(len(plan.seeds)), "--seed", str(plan.first_seed), "--until", plan.horizon.isoformat()]
    words += ["--scale", f"{plan.scale:g}", "--engine", plan.engine, "--numbers", plan.numbers]
    words += [] if options.prices is None else ["--prices", str(options.prices)]
    words += [] if plan.until_sure is None else ["--until-sure", f"{plan.until_sure:g}"]
    return shlex.join(words)
