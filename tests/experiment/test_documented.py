"""What docs/experiments.md shows of own policies, observers and batches runs as it stands there, in a checkout."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OWN = (ROOT / "docs" / "experiments.md").read_text(encoding="utf-8").split("## Own policies")[1]
BLOCKS = re.findall(r"```python\n(.*?)```", OWN, re.DOTALL)


def run(block, folder):
    script = folder / "script.py"
    script.write_text(block, encoding="utf-8")
    return subprocess.run([sys.executable, str(script)], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.slow
@pytest.mark.parametrize("block", BLOCKS, ids=range(len(BLOCKS)))
def test_an_example_runs(block, tmp_path):
    done = run(block, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout
