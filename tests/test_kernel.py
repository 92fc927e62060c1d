"""Compiled rules: the same as plain Python, and never served stale."""

import ast
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest

from ikdsim import kernel
from ikdsim.randomness import as_draw, due

MAKES_COMPILED_CODE = {"rule", "inner", "kernel"}
LAYOUTS = ["engine/diary.py", "engine/counters.py", "engine/columns/core/state.py", "engine/mean_field/core/state.py"]
"""Order of the fields that compiled code reads by their position."""


@pytest.fixture(scope="module")
def copy_of_package(tmp_path_factory):
    copy = tmp_path_factory.mktemp("copied") / "ikdsim"
    shutil.copytree(kernel.PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__", "data"))
    return copy


@pytest.fixture
def copied_sources(copy_of_package, monkeypatch):
    """A copy of the package that a test may change, as all tests before have left it."""
    monkeypatch.setattr(kernel, "PACKAGE", copy_of_package)
    return copy_of_package


def functions(file: Path) -> list[ast.FunctionDef]:
    """All functions of a file, methods and functions in functions too."""
    return [node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)]


def is_compiled(function: ast.FunctionDef) -> bool:
    return not MAKES_COMPILED_CODE.isdisjoint(ast.unparse(name).split(".")[-1] for name in function.decorator_list)


def files(patterns: Iterable[str]) -> set[str]:
    """Files of the package that patterns name."""
    found = (path for pattern in patterns for path in kernel.PACKAGE.glob(pattern))
    return {path.relative_to(kernel.PACKAGE).as_posix() for path in found}


def walled_in() -> set[str]:
    """Files that the contract "Rules import numbers only" names."""
    settings = tomllib.loads((kernel.PACKAGE.parent / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    [wall] = [contract for contract in contracts if contract["name"] == "Rules import numbers only"]
    paths = [module.removeprefix("ikdsim.").replace(".", "/") for module in wall["source_modules"]]
    return files([f"{path}.py" for path in paths] + [f"{path}/**/*.py" for path in paths])


SOURCES = sorted(kernel.PACKAGE.rglob("*.py"))
COMPILED = sorted(
    file.relative_to(kernel.PACKAGE).as_posix() for file in SOURCES if any(map(is_compiled, functions(file)))
)


@pytest.mark.parametrize("source", COMPILED)
def test_every_file_with_compiled_functions_is_hashed_and_walled_in(source):
    assert source in files(kernel.COMPILED_SOURCES)
    assert source in walled_in()


def test_the_wall_and_the_hash_name_the_same_files():
    assert walled_in() == files(kernel.COMPILED_SOURCES) - {"kernel.py"}


def makes_a_layout(function: ast.FunctionDef, source: ast.Module) -> bool:
    """Whether a plain function tells how a record is laid out, or makes a constant when its file is loaded."""
    constants = (node for node in source.body if isinstance(node, ast.Assign | ast.AnnAssign) and node.value)
    called = {name.id for node in constants for name in ast.walk(node.value) if isinstance(name, ast.Name)}
    return ast.unparse(function.returns or ast.Constant(None)).startswith("np.dtype") or function.name in called


@pytest.mark.parametrize("source", sorted(files(["engine/*/core/*.py"])))
def test_a_core_holds_compiled_functions_and_layouts_only(source):
    file = kernel.PACKAGE / source
    plain = [function for function in functions(file) if not is_compiled(function)]
    source_tree = ast.parse(file.read_text("utf-8"))
    assert [function.name for function in plain if not makes_a_layout(function, source_tree)] == []


def test_sources_that_did_not_change_keep_their_hash(copied_sources):
    before = kernel.sources_hash()
    (copied_sources / "cli.py").write_text("# not compiled")
    assert kernel.sources_hash() == before


@pytest.mark.parametrize("source", COMPILED + LAYOUTS)
def test_a_change_in_any_compiled_source_changes_the_hash(source, copied_sources):
    before = kernel.sources_hash()
    with (copied_sources / source).open("a") as file:
        file.write("\n# changed\n")
    assert kernel.sources_hash() != before


def test_compiled_code_is_kept_under_the_hash(tmp_path, monkeypatch):
    monkeypatch.setattr(kernel.platformdirs, "user_cache_dir", lambda *_, **__: str(tmp_path))
    assert kernel.cache_folder() == tmp_path / kernel.sources_hash()
    assert kernel.cache_folder().is_dir()


def test_where_the_cache_cannot_be_written_a_temporary_folder_serves(tmp_path, monkeypatch):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("no folder")
    monkeypatch.setattr(kernel.platformdirs, "user_cache_dir", lambda *_, **__: str(in_the_way))
    folder = kernel.cache_folder()
    assert folder.is_dir()
    assert in_the_way not in folder.parents


DRAWING = "from ikdsim.randomness import uniforms; print(uniforms(1, 0, 3, 0))"


@pytest.mark.slow
def test_a_program_hears_once_that_rules_are_compiled_and_nothing_when_they_are_kept(tmp_path):
    here = {**os.environ, "XDG_CACHE_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path)}
    first, second = (
        subprocess.run([sys.executable, "-c", DRAWING], env=here, capture_output=True, text=True, check=True)
        for _ in range(2)
    )
    assert first.stderr == "ikdsim: compiling the rules, once, up to a minute ...\n"
    assert second.stderr == ""
    assert first.stdout == second.stdout


def test_a_compiled_rule_answers_as_its_plain_function_does():
    assert [as_draw(p) for p in (0.0, 0.3, 1.0)] == [as_draw.py_func(p) for p in (0.0, 0.3, 1.0)]
    assert due(7, 10, 2.5) == due.py_func(7, 10, 2.5)
