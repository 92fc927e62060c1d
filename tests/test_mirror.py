"""The tests mirror the package: what ikdsim/a/b.py does is told in tests/a/test_b.py."""

from pathlib import Path

import pytest

import ikdsim

PACKAGE = Path(ikdsim.__file__).parent
TESTS = Path(__file__).parent
OF_NO_MODULE = (
    *("benchmarks", "patterns", "theory"),
    *("test_golden.py", "test_imports.py", "test_mirror.py", "test_public_face.py", "test_register.py"),
    *("engine/test_invariants.py", "engine/test_reviews.py", "engine/test_scale.py"),
    *("policy/test_cases.py", "policy/test_kinds.py", "experiment/test_documented.py"),
)
"""Tests of the whole: what holds in every run, of every number, of every policy."""


def lies_in(path: str, rooms: tuple[str, ...]) -> bool:
    return any(path == room or path.startswith(f"{room}/") for room in rooms)


def paths_of(module: str) -> list[str]:
    """Where the tests of a module may lie; a policy may be told by its cases alone."""
    path = Path(module)
    cases = [f"policy/cases/{path.stem}.toml"] if path.parent.name == "policy" else []
    return [(path.parent / f"test_{path.name}").as_posix(), *cases]


MODULES = sorted(
    path.relative_to(PACKAGE).as_posix()
    for path in PACKAGE.rglob("*.py")
    if not path.name.startswith("__") and "data" not in path.relative_to(PACKAGE).parts
)
WRITTEN = sorted(path.relative_to(TESTS).as_posix() for path in TESTS.rglob("test_*.py"))


@pytest.mark.parametrize("module", MODULES)
def test_every_module_has_tests_at_its_path(module):
    assert any((TESTS / path).is_file() for path in paths_of(module)), f"write tests/{paths_of(module)[0]}"


@pytest.mark.parametrize("test", [test for test in WRITTEN if not lies_in(test, OF_NO_MODULE)])
def test_every_test_has_its_module(test):
    assert any(test in paths_of(module) for module in MODULES), f"tests/{test} is of no module: move it or name it"


def test_no_exception_outlives_its_reason():
    assert all((TESTS / path).exists() for path in OF_NO_MODULE)
