"""A golden run: what two commands print today, to the letter.

A change of results on purpose is made visible by writing the golden files anew (`python tests/test_golden.py`) and by
"[changes results]" in CHANGELOG.md.
"""

import contextlib
import io
import json
import re
from pathlib import Path

import pytest

from ikdsim import cli

HERE = Path(__file__).parent
TEAM = HERE.parent / "scenarios" / "babelan" / "ikd_team.toml"
SMALL = f"--scale 200 --seed 7 --until 2027-06-30 --quiet {TEAM}"
COMMANDS = {
    "run.json": f"run --json {SMALL}",
    "diary_id.txt": f"run --resident 424 --lang id {SMALL}",
    "diary_en.txt": f"run --resident 424 --lang en {SMALL}",
}


def printed(command: str) -> str:
    """What a command prints on standard output, without the time it took."""
    with contextlib.redirect_stdout(io.StringIO()) as out:
        assert cli.main(command.split()) == 0
    return re.sub(r'"seconds": [\d.e-]+', '"seconds": 0', out.getvalue())


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_prints_what_it_printed_before(name):
    assert printed(COMMANDS[name]) == (HERE / "golden" / name).read_text(encoding="utf-8")


def test_the_golden_run_is_worth_comparing():
    document = json.loads((HERE / "golden" / "run.json").read_text(encoding="utf-8"))
    assert document["activated"] > 1_000
    assert document["by_channel"]["team_visit"] > 0


if __name__ == "__main__":
    for file_name, line in COMMANDS.items():
        (HERE / "golden" / file_name).write_text(printed(line), encoding="utf-8")
