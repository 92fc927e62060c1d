"""The files of a region, as they stand."""

import shutil
from pathlib import Path

import pytest

from ikdsim.errors import BadInput
from ikdsim.region import load
from ikdsim.region.files import FILES, fitting, read_files, read_rows, read_table
from ikdsim.region.load import load_region, region_folder


def test_every_file_is_found_under_its_own_name():
    files = read_files(region_folder("babelan"))
    assert files.name == "babelan"
    assert files.places[0]["name"] == "Kelurahan Bahagia"
    assert files.villages[0]["name"] == "Kelurahan Bahagia"
    assert len(files.kecamatan) == 23
    assert "mall_outlet" in files.service_points
    assert files.history["botram"]
    assert files.region["numbers"]


def test_a_line_that_begins_with_a_hash_is_a_comment(tmp_path: Path):
    path = tmp_path / "counts.csv"
    path.write_text("# counts of one day\nname,residents\nDesa A,100\n# the last\nDesa B,70\n", encoding="utf-8")
    assert read_rows(path) == [{"name": "Desa A", "residents": "100"}, {"name": "Desa B", "residents": "70"}]


VILLAGES = "# on the map\nname,latitude,longitude,area_km2\nDesa A,-6.1,107.0,5.0\n"


def faults(path, read=read_rows):
    with pytest.raises(BadInput) as refused:
        read(path)
    return [(fault.code, fault.facts.get("line"), fault.facts.get("key")) for fault in refused.value.faults]


def test_every_wrong_cell_is_told_with_its_line_and_its_column(tmp_path):
    path = tmp_path / "villages.csv"
    path.write_text(VILLAGES + "Desa B,-96,east,5.0\nDesa C,-6.1,107.0\n")
    assert faults(path) == [
        ("out_of_range", 4, "latitude"),
        ("not_a_number", 4, "longitude"),
        ("data.no_cell", 5, "area_km2"),
    ]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"name,area\n", ("data.no_rows", None, None)),
        (b"name\nDesa A\nDesa \xff\n", ("not_utf8", 3, None)),
        (b'name\n"' + b"x" * 140_000 + b'"\n', ("data.no_table", None, None)),
    ],
)
def test_what_is_no_table_of_rows_is_told(tmp_path, content, fault):
    (tmp_path / "villages.csv").write_bytes(content)
    assert faults(tmp_path / "villages.csv") == [fault]


@pytest.mark.parametrize("words", ["a = ", "a = 1\na = 2", "a = " + "[" * 2000])
def test_what_is_no_toml_is_told(tmp_path, words):
    (tmp_path / "region.toml").write_text(words)
    assert faults(tmp_path / "region.toml", read_table) == [("data.no_table", None, None)]


def test_faults_of_all_files_are_told_together(tmp_path):
    assert [code for code, *_ in faults(tmp_path, read_files)] == ["unreadable_file"] * len(FILES)


def test_what_is_missing_or_wrong_between_files_is_told_and_what_is_right_is_not_touched(tmp_path):
    with pytest.raises(BadInput, match="do not fit together"), fitting(tmp_path):
        raise KeyError("Desa X")
    with fitting(tmp_path):
        pass


def test_a_place_that_stands_for_no_village_is_told_of_its_region(tmp_path, monkeypatch):
    shutil.copytree(region_folder("babelan"), tmp_path / "babelan")
    places = tmp_path / "babelan" / "places.csv"
    places.write_text(places.read_text().replace(",Kelurahan Bahagia\n", ",Kelurahan Sedih\n"))
    monkeypatch.setattr(load, "REGIONS_FOLDER", tmp_path)
    with pytest.raises(BadInput, match="Kelurahan Sedih"):
        load_region("babelan")
