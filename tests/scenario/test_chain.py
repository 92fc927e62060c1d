"""From one file to the file it extends, and on to the first; what breaks the chain is told."""

from pathlib import Path

import pytest

from ikdsim.scenario.chain import read_chain
from tests.scenario.conftest import told


def test_the_file_that_all_others_extend_comes_first(write):
    write("inside/middle.toml", 'extends = "../baseline.toml"')
    write("last.toml", 'extends = "inside/middle.toml"')
    sources, faults = read_chain(Path("last.toml"))
    assert [source.path.name for source in sources] == ["baseline.toml", "middle.toml", "last.toml"]
    assert faults == []


def test_what_was_read_before_the_chain_broke_is_kept(write):
    write("middle.toml", 'extends = "nowhere.toml"')
    write("last.toml", 'extends = "middle.toml"')
    sources, [fault] = read_chain(Path("last.toml"))
    assert [source.path.name for source in sources] == ["middle.toml", "last.toml"]
    assert (fault.code, fault.facts["file"]) == ("nothing_to_extend", "middle.toml")


@pytest.mark.parametrize("content", ["title = ", b"\xff"])
def test_of_a_file_that_cannot_be_parsed_nothing_is_left(write, content):
    sources, [fault] = read_chain(Path(write("broken.toml", content)))
    assert (sources, fault.facts["file"]) == ([], "broken.toml")


def test_a_link_to_the_same_file_is_a_circle_too(write, tmp_path):
    write("a.toml", 'extends = "b.toml"')
    (tmp_path / "b.toml").symlink_to(tmp_path / "a.toml")
    assert told(read_chain(Path("a.toml"))[1]) == [("extends_in_circle", "extends", 1)]


def test_the_faults_of_the_extended_file_are_told_under_its_own_name(write, faults):
    write("parent.toml", 'region = "babelan"\nstrat = 3')
    [fault] = faults('extends = "parent.toml"')
    assert fault.facts["file"] == "parent.toml"


def test_the_nearest_file_is_offered_for_one_that_is_extended_but_missing(faults):
    [fault] = faults('extends = "baselin.toml"')
    assert "perhaps “baseline.toml”" in fault.text("en")


def test_files_that_extend_each_other_are_a_circle(write, faults):
    write("a.toml", 'extends = "wrong.toml"')
    [fault] = faults('extends = "a.toml"')
    assert (fault.code, fault.facts["file"], fault.facts["line"]) == ("extends_in_circle", "a.toml", 1)


def test_a_file_that_extends_itself_is_a_circle(faults):
    assert told(faults('extends = "./wrong.toml"')) == [("extends_in_circle", "extends", 1)]
