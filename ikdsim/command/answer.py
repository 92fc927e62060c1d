"""What a command has to say."""

from collections.abc import Mapping
from dataclasses import dataclass

from ikdsim.errors import Fault


@dataclass(frozen=True)
class Answer:
    """For a reader `text`, for a program `document`; with faults the exit status is 2."""

    text: str
    document: Mapping[str, object]
    faults: tuple[Fault, ...] = ()
    note: str = ""
    """A warning that `text` holds and `document` has no place for: it goes to standard error beside the document."""
    failure: str = ""
    """What failed of it, in a sentence for standard error; the exit status is then 1."""
