"""ikdsim data [REGION|parameters]: what the model knows, with sources."""

from ikdsim.command.answer import Answer
from ikdsim.command.options import DataOptions
from ikdsim.errors import BadInput, Fault, nearest, shown
from ikdsim.language import text
from ikdsim.provenance import load_parameters
from ikdsim.region.files import fitting
from ikdsim.region.load import load_region, region_folder, region_names
from ikdsim.report.parameters import parameters_document, parameters_table
from ikdsim.report.region import describe, region_document

PARAMETERS = "parameters"


def data_command(options: DataOptions) -> Answer:
    """A region with its audit, the register of parameters, or, if neither is named, what there is to name."""
    names = [*region_names(), PARAMETERS]
    if not options.named:
        listed = "\n".join(f"ikdsim data {name}" for name in names)
        return Answer(f"{text('command.what_data', options.lang)}\n{listed}", {"names": names})
    name = options.named[0]
    if name not in names:
        facts = {"value": shown(name), "allowed": ", ".join(names), "nearest": nearest(name, names)}
        raise BadInput([Fault("unknown_data", facts)])
    if name == PARAMETERS:
        parameters = load_parameters()
        return Answer(parameters_table(parameters, options.lang), parameters_document(parameters))
    with fitting(region_folder(name)):
        region = load_region(name)
        return Answer(describe(region, options.lang), region_document(region))
