"""Regions by name."""

import subprocess
import sys

import pytest

from ikdsim.errors import BadInput
from ikdsim.region.load import load_region, region_names


def test_babelan_is_shipped():
    assert region_names() == ["babelan"]
    assert load_region("babelan").name == "babelan"


def test_a_misspelt_region_brings_the_right_one():
    with pytest.raises(BadInput) as problem:
        load_region("babalan")
    assert problem.value.faults[0].facts["nearest"] == "babelan"


def test_reading_and_auditing_a_region_needs_neither_numba_nor_pandas():
    heavy = "{'numba', 'pandas', 'mesa', 'matplotlib', 'numpy'}"
    program = f"import sys, ikdsim.region.audit; print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
