"""What `ikdsim data parameters` prints: every number of the register with its range and source."""

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from ikdsim.language import text
from ikdsim.provenance import Parameters, SourcedValue
from ikdsim.report.layout import WIDTH, as_written, wrapped


def parameters_table(parameters: Parameters, lang: str) -> str:
    """The register as plain text, `lang` "id" or "en"; meanings and sources stand as registered."""
    levers = [parameters[name] for name in parameters.levers]
    others = [number for number in parameters.values() if number not in levers]
    sections = [("data.parameters", others), ("data.levers", levers)]
    return "\n\n".join("\n".join([_heading(code, of, lang), *number_lines(of, lang)]) for code, of in sections)


def _heading(code: str, numbers: Sequence[SourcedValue], lang: str) -> str:
    return text(code, lang, {"count": len(numbers)})


def parameters_document(parameters: Parameters) -> dict[str, Any]:
    """The register for JSON: a list of sourced values under "parameters"."""
    return {"parameters": [asdict(number) for number in parameters.values()]}


def number_lines(numbers: Iterable[SourcedValue], lang: str) -> list[str]:
    """Each number with its range, kind, meaning and source, in lines of at most WIDTH."""
    return [line for number in numbers for line in _number(number, lang)]


def _number(number: SourcedValue, lang: str) -> list[str]:
    low, high = as_written(number.low, lang), as_written(number.high, lang)
    limits = text("data.range", lang, {"low": low, "high": high})
    kind = text(f"data.kind_{number.kind}", lang)
    note = f" {number.note}" if number.note else ""
    source = text("data.source", lang, {"source": number.source})
    heading = f"{number.name} = {as_written(number.value, lang)} {number.unit} ({limits}; {kind})"
    return [*textwrap.wrap(heading, WIDTH), *wrapped(f"{number.meaning}.{note} {source}")]
