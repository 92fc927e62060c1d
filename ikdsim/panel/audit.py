"""Audit of the panel: printed percentages are recomputed, shares of a target named as such, falling counts shown.

As in the audit of a region, a figure agrees, or it contradicts its count and base; a contradiction is explained if
another reading gives it, and open if none does. Counts are net of those who left, so a fall may be true.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Final

from ikdsim.panel.dated_count import COMPUTED, DOUBTFUL, PRINTED, TARGET, DatedCount
from ikdsim.region.audit import AGREES, CONTRADICTION, EXPLAINED, Finding

_MOST_DECIMALS: Final = 10
_LIKE_TARGET: Final = 0.002
"""How near a share must lie to one of the targets to be taken for it: printed targets are rounded."""


def audit_panel(counts: Sequence[DatedCount], targets: Sequence[float]) -> list[Finding]:
    """What `counts`, in the order of their file, say against each other; `targets` are shares of 1."""
    by_place: dict[str, list[DatedCount]] = {}
    for count in counts:
        by_place.setdefault(count.place, []).append(count)
    findings: list[Finding] = []
    for rows in by_place.values():
        for row in rows:
            findings += [*_percent(row), *_of_target(row, rows), *_like_target(row, rows, targets), *_doubtful(row)]
        findings += [*_out_of_order(rows), *_falls(rows)]
    return findings


def decimals_of(percent: float) -> int:
    """Decimals of a percentage as it is written."""
    return len(f"{percent:.{_MOST_DECIMALS}f}".rstrip("0").partition(".")[2])


def _percent(row: DatedCount) -> Iterator[Finding]:
    """Whether count and base give the percentage that stands beside them, where neither comes from the other."""
    if row.activated is None or row.base is None or not row.percent or row.base_from == COMPUTED:
        return
    computed, unit = 100 * row.activated / row.base, 0.1 ** decimals_of(row.percent)
    facts = {**_facts(row), "needed": round(100 * row.activated / row.percent)}
    if round(computed, decimals_of(row.percent)) == row.percent:
        yield Finding("percent_agrees", AGREES, row.percent, computed, facts)
    elif abs(computed - row.percent) < unit:
        yield Finding("percent_last_digit", EXPLAINED, row.percent, computed, facts)
    elif row.base_from == PRINTED:
        yield Finding("percent_differs", CONTRADICTION, row.percent, computed, facts)
    else:
        yield Finding("percent_borrowed", EXPLAINED, row.percent, computed, facts)


def _of_target(row: DatedCount, rows: Sequence[DatedCount]) -> Iterator[Finding]:
    """A share of the target: explained if the same day has another base."""
    if row.base_kind != TARGET:
        return
    shares = [other.share for other in rows if other.date == row.date and other.base_kind != TARGET and other.share]
    printed = row.percent if row.percent is not None else 100 * (row.share or 0)
    if shares:
        yield Finding("share_of_target", EXPLAINED, printed, 100 * shares[0], _facts(row))
    else:
        yield Finding("share_of_target_alone", CONTRADICTION, printed, None, _facts(row))


def _like_target(row: DatedCount, rows: Sequence[DatedCount], targets: Sequence[float]) -> Iterator[Finding]:
    """A base that is to another one of the place as the target is to its own."""
    if row.base is None or row.base_kind == TARGET:
        return
    ratios = [row.base / other.base for other in rows if other.base and other.base_kind != TARGET]
    alike = [target for target in targets if any(abs(ratio - target) < _LIKE_TARGET for ratio in ratios)]
    if alike:
        yield Finding("base_like_target", CONTRADICTION, None, None, {**_facts(row), "share": 100 * alike[0]})


def _doubtful(row: DatedCount) -> list[Finding]:
    return [Finding("doubtful", CONTRADICTION, row.percent, None, _facts(row))] if row.trust == DOUBTFUL else []


def _out_of_order(rows: Sequence[DatedCount]) -> list[Finding]:
    """Rows below a later one of the same place."""
    wrong = [(later, row) for later, row in pairwise(rows) if row.date < later.date]
    return [
        Finding("out_of_order", CONTRADICTION, None, None, {**_facts(row), "later": later.date}) for later, row in wrong
    ]


def _falls(rows: Sequence[DatedCount]) -> Iterator[Finding]:
    """Counts below the one before, or percentages of the same base where there are no counts."""
    days = groupby(sorted(rows, key=lambda row: row.date), key=lambda row: row.date)
    for before, after in pairwise([_told(list(of_day)) for _, of_day in days]):
        if not _fell(before, after):
            continue
        unsure = before.latest >= after.earliest
        facts = {**_facts(after), "earlier": before.date, "before": _figure(before), "after": _figure(after)}
        code, severity = ("count_fell_unsure", EXPLAINED) if unsure else ("count_fell", CONTRADICTION)
        yield Finding(code, severity, None, None, facts)


def _told(of_day: Sequence[DatedCount]) -> DatedCount:
    """The row of a day that speaks for it: one with a count if there is any."""
    return next((row for row in of_day if row.activated is not None), of_day[0])


def _fell(before: DatedCount, after: DatedCount) -> bool:
    if before.activated is not None and after.activated is not None:
        return after.activated < before.activated
    if before.percent is None or after.percent is None or before.base_kind != after.base_kind:
        return False
    rounding = sum(0.5 * 0.1 ** decimals_of(percent) for percent in (before.percent, after.percent))
    return after.percent < before.percent - rounding


def _figure(row: DatedCount) -> float:
    """A whole count, else a percentage."""
    return row.activated if row.activated is not None else float(row.percent or 0)


def _facts(row: DatedCount) -> Mapping[str, object]:
    return {"place": row.place, "day": row.date}
