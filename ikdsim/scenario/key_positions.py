"""Where the keys of a TOML text stand, since the parser of the standard library does not say.

One pass over the lines, enough for files that people write; what is not found has no line number.
"""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Final

_HEAD: Final = re.compile(r"\s*(\[\[?)\s*([\w.-]+)\s*\]\]?\s*(#.*)?$")
_KEY: Final = re.compile(r"""\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[\w-]+))\s*[=.]""")

KeyPositions = Mapping[str, int]
"""Key -> line number; the empty key is the head of the table."""


def key_positions(words: str) -> dict[tuple[str, int], KeyPositions]:
    """Positions of the keys of every table: (name, which of that name, from 0) -> positions.

    ("", 0) is the top, whose keys are also the tables.
    """
    top: dict[str, int] = {}
    current = top
    found: dict[tuple[str, int], KeyPositions] = {("", 0): top}
    seen: Counter[str] = Counter()
    for number, line in enumerate(words.splitlines(), 1):
        if head := _HEAD.match(line):
            top.setdefault(head[2].partition(".")[0], number)
            current = {"": number}
            found[head[2], seen[head[2]]] = current
            seen[head[2]] += 1
        elif key := _KEY.match(line):
            current.setdefault(next(name for name in key.groups() if name is not None), number)
    return found
