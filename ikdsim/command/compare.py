"""ikdsim compare WHAT...: what would each scenario bring over the baseline, where, at what cost?"""

from dataclasses import replace
from pathlib import Path

from ikdsim.command.answer import Answer
from ikdsim.command.jobs import jobs_of
from ikdsim.command.kept import made_ready, stored
from ikdsim.command.line import as_option
from ikdsim.command.options import CompareOptions
from ikdsim.command.progress import progress_bar
from ikdsim.command.sweep import sweep_answer
from ikdsim.errors import BadInput, Fault
from ikdsim.experiment.compare import carry_out
from ikdsim.experiment.comparison import Comparison
from ikdsim.experiment.experiment_file import load_experiment
from ikdsim.experiment.experiment_table import SETTLED, is_experiment
from ikdsim.experiment.money import within
from ikdsim.experiment.plan import Plan, make_plan
from ikdsim.experiment.store import store
from ikdsim.experiment.sweep import Sweep
from ikdsim.language import text
from ikdsim.report.budget import what_money_does
from ikdsim.report.comparison import comparison_text
from ikdsim.scenario.load import load_scenarios


def compare_command(options: CompareOptions) -> Answer:
    """Run the comparison, or the experiment of a file, go on with its folder if one is wanted, and tell what came out.

    Ended early, by Ctrl-C (KeyboardInterrupt) or for want of a process or of room on the disk, it says what is kept.
    """
    experiment = _experiment(options)
    if experiment is not None:
        options = replace(options, is_experiment=True)
    if isinstance(experiment, Sweep):
        if options.budget is not None:
            raise BadInput([Fault("budget_of_sweep", {})])
        with made_ready(experiment.plan, options, "sweep") as folder:
            return sweep_answer(experiment, folder, options)
    plan = experiment or _plan(options)
    with made_ready(plan, options, "compare") as folder:
        return _compared(plan, folder, options)


def _compared(plan: Plan, folder: Path | None, options: CompareOptions) -> Answer:
    with jobs_of(options) as jobs, progress_bar("result.simulating", options.lang, options.silent) as progress:
        comparison = carry_out(plan, jobs, folder, progress)
    words, document = comparison_text(comparison, options.lang), comparison.document()
    if options.budget is not None:
        words = "\n\n".join([what_money_does(comparison, options.budget, options.lang), words])
        document |= {
            "budget_rupiah": options.budget,
            "within_budget": [plan._asdict() for plan in within(comparison, options.budget)],
        }
    failure = _failure(comparison, options.lang)
    where, not_stored = stored(
        folder, lambda place: store(comparison, place, words, options.lang, options.csv), options.lang
    )
    note, failures = text("result.not_calibrated", options.lang), filter(None, (failure, not_stored))
    return Answer(words + where, document, note=note, failure=" ".join(failures))


def _failure(comparison: Comparison, lang: str) -> str:
    """Which runs failed, in a sentence; nothing if none did."""
    if not comparison.failures:
        return ""
    first = comparison.failures[0]
    facts = {"failed": len(comparison.failures), "scenario": first.scenario, "seed": first.seed, "cause": first.cause}
    return text("compare.failed", lang, facts)


def _experiment(options: CompareOptions) -> Plan | Sweep | None:
    """What an experiment file says that is named, if one is; it stands alone and settles what it can hold."""
    files = [path for path in map(Path, options.named) if is_experiment(path)]
    if not files:
        return None
    settled = [as_option(name) for name in options.typed if name in SETTLED]
    faults = [Fault("experiment_with_options", {"option": option}) for option in settled]
    if len(options.named) > 1:
        faults.append(Fault("experiment_alone", {"file": str(files[0])}))
    if faults:
        raise BadInput(faults)
    return load_experiment(files[0])


def _plan(options: CompareOptions) -> Plan:
    seeds = range(options.seed, options.seed + options.runs)
    scenarios = load_scenarios(options.named, options.prices)
    plan = make_plan(scenarios, seeds, options.until, options.scale, options.engine, options.numbers)
    return replace(plan, until_sure=options.until_sure)
