"""What only `ikdsim bench --full` measures, kept from the last time, so that a usual run can tell it too."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from benchmarks.document import Findings
from benchmarks.rows import ROWS, Row

KEPT_FILE: Final = Path(__file__).parent / "kept.json"


def keep(rows: Sequence[Row], findings: Findings, file: Path) -> None:
    """Keep what was measured of those `rows` that a usual run leaves out."""
    kept = _read(file)
    for row in rows:
        if row.only_full and row.name in findings.measured:
            kept[row.name] = {
                "date": datetime.now(UTC).date().isoformat(),
                "version": version("ikdsim"),
                "measured": findings.measured[row.name],
                "lighter": findings.lighter.get(row.name),
            }
    file.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")


def recall(findings: Findings, file: Path) -> list[Row]:
    """Add to `findings` what is kept of other rows, and hand back these rows."""
    recalled = {name: entry for name, entry in _read(file).items() if name not in findings.tried}
    for name, entry in recalled.items():
        findings.measured[name] = entry["measured"]
        if entry["lighter"]:
            findings.lighter[name] = entry["lighter"]
        findings.earlier[name] = {"date": entry["date"], "version": entry["version"]}
    return [row for row in ROWS if row.name in recalled]


def _read(file: Path) -> dict[str, Any]:
    return dict(json.loads(file.read_text(encoding="utf-8"))) if file.exists() else {}
