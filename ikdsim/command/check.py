"""ikdsim check WHAT...: are these scenario files right?"""

from ikdsim.command.answer import Answer
from ikdsim.command.options import CheckOptions
from ikdsim.errors import BadInput
from ikdsim.language import text
from ikdsim.report.layout import paragraphs
from ikdsim.report.meaning import meanings
from ikdsim.scenario.load import load_scenario, scenario_files
from ikdsim.scenario.scenario import Scenario


def check_command(options: CheckOptions) -> Answer:
    """One line for each file that is right, and the faults of the others."""
    good: dict[str, Scenario] = {}
    files, faults = scenario_files(options.named)
    for path in files:
        try:
            good[str(path)] = load_scenario(path)
        except BadInput as problem:
            faults += problem.faults
    lines = [line for name, scenario in good.items() for line in _told(name, scenario, options.lang)]
    document = {"files": [{"file": name, **scenario.resolved()} for name, scenario in good.items()]}
    return Answer("" if options.quiet else "\n".join(lines), document, tuple(faults))


def _told(name: str, scenario: Scenario, lang: str) -> list[str]:
    """The file, and below it what its numbers of the regency mean."""
    facts = {"file": name, "title": scenario.title[lang], "policies": len(scenario.policies)}
    return [text("command.checked", lang, facts), *paragraphs(meanings(scenario, lang))]
