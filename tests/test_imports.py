"""No import leads back to where it came from, in whatever way it is written.

Counted are imports at the head of a file, inside functions, for type checkers only, and by name. Not counted is that
Python loads a package before the modules in it.
"""

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

import ikdsim

PACKAGE = Path(ikdsim.__file__).parent
WAYS_BY_NAME = {
    *("importlib", "importlib.abc", "importlib.import_module", "importlib.machinery", "importlib.util"),
    *("pkgutil.resolve_name", "runpy", "runpy.run_module", "runpy.run_path"),
    *("__import__", "exec", "import_module", "resolve_name"),
}
"""What a file uses that loads a module whose name it has as a string."""
LOADED_BY_NAME = {
    "ikdsim": set(ikdsim._HOMES.values()),
    "ikdsim.policy": {f"ikdsim.policy.{path.stem}" for path in (PACKAGE / "policy").glob("[!_]*.py")},
}
"""The only modules that may: the public names are loaded late, and a policy is found where its file lies."""


def used(source: str) -> Iterator[str]:
    """Every name that `source` imports or speaks of."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=module, names=names):
                yield from (f"{module}.{alias.name}" for alias in names)
            case ast.Name(id=name) | ast.Attribute(attr=name):
                yield name


def imports_by_name(source: str) -> bool:
    return not WAYS_BY_NAME.isdisjoint(used(source))


def module_of(path: Path) -> str:
    parts = ("ikdsim", *path.relative_to(PACKAGE).with_suffix("").parts)
    return ".".join(parts).removesuffix(".__init__")


@pytest.fixture(scope="module")
def imported():
    """Module -> the modules it imports."""
    graph = grimp.build_graph("ikdsim", cache_dir=None)
    return {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}


@pytest.mark.parametrize(
    "source",
    [
        'import importlib\nimportlib.import_module("ikdsim.plot.adoption")',
        'from importlib import import_module as load\nload(f"ikdsim.{room}")',
        'import importlib.util\nimportlib.util.find_spec("ikdsim.plot")',
        'def late():\n    return __import__("ikdsim.plot")',
        'from pkgutil import resolve_name\nresolve_name("ikdsim.plot:adoption")',
        'import runpy\nrunpy.run_module("ikdsim.plot")',
    ],
)
def test_an_import_by_name_is_seen_in_every_form(source):
    assert imports_by_name(source)


@pytest.mark.parametrize("source", ["from importlib.metadata import version", "import pkgutil", "import ikdsim.plot"])
def test_what_names_no_module_is_left_alone(source):
    assert not imports_by_name(source)


def test_only_two_modules_import_by_name():
    found = {module_of(path) for path in PACKAGE.rglob("*.py") if imports_by_name(path.read_text(encoding="utf-8"))}
    assert found == set(LOADED_BY_NAME)


def test_no_import_leads_back(imported):
    for module, loaded in LOADED_BY_NAME.items():
        imported[module] |= loaded
    try:
        TopologicalSorter(imported).prepare()
    except CycleError as circle:
        pytest.fail(" is imported by ".join(circle.args[1]))
