"""ikdsim data [REGION|parameters|panel|FILE.csv]: what the model knows, with sources; a file is read as a panel."""

from pathlib import Path

from ikdsim.command.answer import Answer
from ikdsim.command.options import DataOptions
from ikdsim.errors import BadInput, Fault, nearest, shown
from ikdsim.experiment.targets import target_shares
from ikdsim.language import text
from ikdsim.panel.dated_count import DatedCount
from ikdsim.panel.read import load_panel, read_panel
from ikdsim.provenance import load_parameters
from ikdsim.region.files import fitting
from ikdsim.region.load import load_region, region_folder, region_names
from ikdsim.report.panel import panel_document, panel_lines
from ikdsim.report.parameters import parameters_document, parameters_table
from ikdsim.report.region import describe, region_document

PARAMETERS = "parameters"
PANEL = "panel"


def data_command(options: DataOptions) -> Answer:
    """A region or a panel with its audit, the register of parameters, or, if none is named, what there is to name."""
    names = [*region_names(), PARAMETERS, PANEL]
    if not options.named:
        listed = "\n".join(f"ikdsim data {name}" for name in names)
        return Answer(f"{text('command.what_data', options.lang)}\n{listed}", {"names": names})
    name = options.named[0]
    if name == PANEL or name.endswith(".csv"):
        return _panel(load_panel() if name == PANEL else read_panel(Path(name)), options.lang)
    if name not in names:
        facts = {"value": shown(name), "allowed": ", ".join(names), "nearest": nearest(name, names)}
        raise BadInput([Fault("unknown_data", facts)])
    if name == PARAMETERS:
        parameters = load_parameters()
        return Answer(parameters_table(parameters, options.lang), parameters_document(parameters))
    with fitting(region_folder(name)):
        region = load_region(name)
        return Answer(describe(region, options.lang), region_document(region))


def _panel(counts: tuple[DatedCount, ...], lang: str) -> Answer:
    targets = [share.value for share in target_shares()]
    return Answer(panel_lines(counts, targets, lang), panel_document(counts, targets))
