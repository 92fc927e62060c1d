"""The files of a region, as they stand."""

from pathlib import Path

from ikdsim.region.files import read_files, read_rows
from ikdsim.region.load import region_folder


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
    path = tmp_path / "places.csv"
    path.write_text("# counts of one day\nname,residents\nDesa A,100\n# the last\nDesa B,70\n", encoding="utf-8")
    assert read_rows(path) == [{"name": "Desa A", "residents": "100"}, {"name": "Desa B", "residents": "70"}]
