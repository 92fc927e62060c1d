"""Numbers that may differ from place to place: each place has that of its group, unless it has one of its own.

Homes with signal are registered for urban, inland and coastal places (`signal_urban` and so on). For each place this
makes a number of the same range (`signal.Desa Hurip Jaya`), which a scenario can set by itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ikdsim.provenance import SourcedValue
from ikdsim.region.files import Row


def numbers_by_place(
    name: str, rows: Sequence[Row], numbers: Mapping[str, SourcedValue], values: Mapping[str, float]
) -> dict[str, SourcedValue]:
    """`name`.<place> for every place in `rows` of places.csv, made of the group's number in `numbers`.

    `values` are those set for a place.
    """
    made = {}
    for row in rows:
        here, group = f"{name}.{row['name']}", numbers[f"{name}_{_group(row)}"]
        made[here] = replace(group, name=here, value=values.get(here, group.value))
    return made


def _group(row: Row) -> str:
    """How the name of the group's number ends."""
    if row["kind"] == "urban":
        return "urban"
    return "coastal" if row["coastal"] == "yes" else "inland"
