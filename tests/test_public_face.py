"""What `import ikdsim` gives."""

import subprocess
import sys

import pytest

import ikdsim


def test_every_public_name_is_there():
    assert dir(ikdsim) == sorted(ikdsim.__all__)
    assert all(getattr(ikdsim, name) for name in ikdsim.__all__)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="'simulate'"):
        _ = ikdsim.simulate


def test_importing_it_loads_nothing_heavy():
    asked = "import sys, ikdsim; print(sorted({'numba', 'numpy', 'mesa', 'pandas', 'rich'} & set(sys.modules)))"
    answer = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert answer.stdout == "[]\n"
