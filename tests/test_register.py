"""The register and the code know the same numbers: none is missing, none is idle."""

import re
from pathlib import Path

import pytest

import ikdsim
from ikdsim.provenance import load_parameters

REGISTER = tuple(load_parameters())
TOPICS = "|".join(sorted({name.split(".")[0] for name in REGISTER}))
NAME = re.compile(rf'(?<!text\()(?<!text\(f)(?<!Fault\()(?<!Fault\(f)"((?:{TOPICS})\.[a-z0-9_{{}}.]+)"')
"""A name in quotes, with {parts} to fill in, or a beginning that ends in an underscore; not the name of a sentence."""
PACKAGE = Path(ikdsim.__file__).parent


def names_in_the_code() -> list[str]:
    return sorted({name for path in PACKAGE.rglob("*.py") for name in NAME.findall(path.read_text(encoding="utf-8"))})


def matches(written: str) -> list[str]:
    """Names of the register that `written` can stand for."""
    pattern = re.sub(r"\{[^}]*\}", "[a-z0-9_]+", re.escape(written).replace(r"\{", "{").replace(r"\}", "}"))
    if written.endswith("_"):
        pattern += "[a-z0-9_]+"
    return [name for name in REGISTER if re.fullmatch(pattern, name)]


def test_the_search_finds_names_of_every_kind():
    written = names_in_the_code()
    assert "persuasion.weekly" in written
    assert any("{" in name for name in written)
    assert any(name.endswith("_") for name in written)


@pytest.mark.parametrize("written", names_in_the_code())
def test_a_name_in_the_code_is_in_the_register(written):
    assert matches(written)


def test_every_number_of_the_register_is_used():
    used = {name for written in names_in_the_code() for name in matches(written)}
    assert set(REGISTER) - used == set()
