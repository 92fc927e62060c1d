"""What is kept of the runs of a plan: its folder, its record, and what is said if they end early."""

import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console

from ikdsim.command.options import CompareOptions
from ikdsim.experiment.gather import RunsFailed
from ikdsim.experiment.plan import Plan
from ikdsim.experiment.store import determined_by, finished_runs, mend, open_folder
from ikdsim.experiment.workers import WorkerLost
from ikdsim.identity import fingerprint
from ikdsim.language import text
from ikdsim.result.folder import default_folder
from ikdsim.result.record import numbers_behind


def kept_in(options: CompareOptions, plan: Plan, name: str) -> Path | None:
    """The folder of the plan, made ready: the one that is named, or the usual one unless only a document is wanted.

    Says so on standard error if something in it was damaged. Raises BadInput if it belongs to something else.
    """
    if options.out is None and options.json:
        return None
    folder = options.out or default_folder(name, fingerprint(determined_by(plan)))
    open_folder(folder, plan, _facts(options, plan))
    if mend(folder, options.retry_failed) and not options.quiet:
        Console(stderr=True).print(text("compare.damaged", options.lang, {"folder": folder}), soft_wrap=True)
    return folder


@contextmanager
def told_if_it_ends_early(plan: Plan, folder: Path | None, lang: str) -> Iterator[None]:
    """Let KeyboardInterrupt, WorkerLost and RunsFailed say in the reader's words what is kept."""
    try:
        yield
    except KeyboardInterrupt:
        raise KeyboardInterrupt(_left_behind("interrupted", folder, plan, lang)) from None
    except WorkerLost:
        raise WorkerLost(_left_behind("worker_lost", folder, plan, lang)) from None
    except RunsFailed as problem:
        raise RunsFailed(text("compare.all_failed", lang, {"cause": problem})) from None


def _left_behind(event: str, folder: Path | None, plan: Plan, lang: str) -> str:
    """What happened, and which runs are kept for the next time."""
    if folder is None:
        return text(f"compare.{event}", lang) + " " + text("compare.kept_nothing", lang)
    facts = {"finished": finished_runs(folder), "runs": plan.size, "folder": folder}
    return text(f"compare.{event}", lang) + " " + text("compare.kept_runs", lang, facts)


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
    if plan.until_sure is not None:
        words += ["--until-sure", f"{plan.until_sure:g}"]
    return shlex.join(words)
