"""From one scenario file to the file it extends, and on to the first."""

import os
from pathlib import Path

from ikdsim.errors import BadInput, Fault, shorten
from ikdsim.scenario.layer import Layer, read_layer
from ikdsim.scenario.toml_file import missing_file


def read_chain(path: Path) -> tuple[list[Layer], list[Fault]]:
    """Layers from the file that all others extend to the one at `path`, and what broke the chain.

    Without any layer the file at `path` itself cannot be parsed.
    """
    layers: list[Layer] = []
    seen: list[str] = []
    upwards: Path | None = path
    while upwards is not None:
        try:
            layer = read_layer(upwards)
        except BadInput as problem:
            return layers, list(problem.faults)
        layers.insert(0, layer)
        seen.append(os.path.realpath(upwards))
        upwards = layer.parent
        if upwards is not None and (fault := _break(layer, upwards, seen)):
            return layers, [fault]
    return layers, []


def _break(layer: Layer, parent: Path, seen: list[str]) -> Fault | None:
    """The fault of a file that extends one that is not there, or one that extends it in turn."""
    value = shorten(str(layer.keys.extends))
    if os.path.realpath(parent) in seen:
        return layer.where().fault("extends_in_circle", "extends", {"value": value})
    if not os.path.lexists(parent):
        facts = {"value": value, "nearest": missing_file(parent).facts["nearest"]}
        return layer.where().fault("nothing_to_extend", "extends", facts)
    return None
