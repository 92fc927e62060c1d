"""ikdsim check WHAT...: are these files of scenarios, experiments, prices and calibrations right?"""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from ikdsim.calibration.plan import is_calibration, load_calibration
from ikdsim.command.answer import Answer
from ikdsim.command.options import CheckOptions
from ikdsim.errors import BadInput
from ikdsim.experiment.experiment_table import EXPERIMENT, PRICES, kind_of_file
from ikdsim.language import text
from ikdsim.report.layout import paragraphs
from ikdsim.report.meaning import meanings
from ikdsim.scenario.load import load_scenario, scenario_files
from ikdsim.scenario.prices import load_prices


class _Right(NamedTuple):
    """What is said of a file that is right, in lines and in the document."""

    lines: list[str]
    document: Mapping[str, object]


def check_command(options: CheckOptions) -> Answer:
    """One line for each file that is right, and the faults of the others."""
    right: list[_Right] = []
    files, faults = scenario_files(options.named)
    for path in files:
        try:
            right.append(_checked(path, options.lang))
        except BadInput as problem:
            faults += problem.faults
    lines = [line for of in right for line in of.lines]
    document = {"files": [of.document for of in right]}
    return Answer("" if options.quiet else "\n".join(lines), document, tuple(faults))


def _checked(path: Path, lang: str) -> _Right:
    if is_calibration(path):
        return _calibration(path, lang)
    kind = kind_of_file(path)
    if kind == EXPERIMENT:
        return _experiment(path, lang)
    return _prices(path, lang) if kind == PRICES else _scenario(path, lang)


def _scenario(path: Path, lang: str) -> _Right:
    """The file, and below it what its numbers of the regency mean."""
    scenario = load_scenario(path)
    facts = {"file": path, "title": scenario.title[lang], "policies": len(scenario.policies)}
    lines = [text("command.checked", lang, facts), *paragraphs(meanings(scenario, lang))]
    return _Right(lines, {"file": str(path), **scenario.resolved()})


def _experiment(path: Path, lang: str) -> _Right:
    from ikdsim.experiment.experiment_file import load_experiment  # noqa: PLC0415  (scenarios do not wait for it)
    from ikdsim.experiment.sweep import Sweep  # noqa: PLC0415

    made = load_experiment(path)
    kind, plan = ("sweep", made.plan) if isinstance(made, Sweep) else ("comparison", made)
    facts = {"file": str(path), "scenarios": len(plan.scenarios), "runs": len(plan.seeds)}
    return _Right([text(f"command.checked_{kind}", lang, facts)], {**facts, "experiment": kind})


def _calibration(path: Path, lang: str) -> _Right:
    calibration = load_calibration(path)
    facts = {"file": str(path), "homes": len(calibration.homes), "steps": calibration.steps}
    return _Right([text("command.checked_calibration", lang, facts)], {"file": str(path), **calibration.resolved})


def _prices(path: Path, lang: str) -> _Right:
    prices = load_prices(path)
    line = text("command.checked_prices", lang, {"file": path, "count": len(prices)})
    return _Right([line], {"file": str(path), "prices": {price.name: price.value for price in prices}})
