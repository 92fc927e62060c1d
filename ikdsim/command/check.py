"""ikdsim check FILE...: are these scenario files right?"""

from pathlib import Path

from ikdsim.command.answer import Answer
from ikdsim.command.options import CheckOptions
from ikdsim.errors import BadInput, Fault
from ikdsim.language import text
from ikdsim.report.layout import paragraphs
from ikdsim.report.meaning import meanings
from ikdsim.scenario.load import load_scenario
from ikdsim.scenario.scenario import Scenario


def check_command(options: CheckOptions) -> Answer:
    """One line for each file that is right, and the faults of the others."""
    good: dict[str, Scenario] = {}
    faults: list[Fault] = []
    for name in options.named:
        try:
            good[name] = load_scenario(Path(name))
        except BadInput as problem:
            faults += problem.faults
    lines = [line for name, scenario in good.items() for line in _told(name, scenario, options.lang)]
    document = {"files": [{"file": name, **scenario.resolved()} for name, scenario in good.items()]}
    return Answer("" if options.quiet else "\n".join(lines), document, tuple(faults))


def _told(name: str, scenario: Scenario, lang: str) -> list[str]:
    """The file, and below it what its numbers of the regency mean."""
    facts = {"file": name, "title": scenario.title[lang], "policies": len(scenario.policies)}
    return [text("command.checked", lang, facts), *paragraphs(meanings(scenario, lang))]
