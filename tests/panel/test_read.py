"""The file of the panel, right and wrong."""

import pytest

from ikdsim.errors import BadInput
from ikdsim.panel.read import load_panel, panel_of, read_panel


def codes(read, *rows):
    with pytest.raises(BadInput) as refused:
        read(*rows)
    return [(fault.code, fault.facts["line"]) for fault in refused.value.faults]


def test_the_shipped_panel_is_read():
    counts = load_panel()
    assert len(counts) == 112
    assert counts[0].place == "Indonesia" and counts[0].activated == 590_000
    assert not any("Babelan" in count.place for count in counts)
    assert all(count.note for count in counts)


def test_no_percentage_that_was_computed_stands_as_printed():
    assert all(count.base_from != "computed" or count.percent for count in load_panel() if count.activated is None)


def test_empty_cells_are_unknown(panel):
    (count,) = panel({"activated": "", "base": "", "base_from": ""})
    assert (count.activated, count.base, count.share, count.trust) == (None, None, 0.05, "as_said")


def test_a_spreadsheet_may_part_cells_by_semicolons(panel):
    assert panel({}, separator=";") == panel({})


def test_every_fault_of_a_file_is_told_at_once(panel):
    wrong = [
        {"activated": "many"},
        {"place": "Kota B", "activated": "4.5%"},
        {"place": "Kota C", "level": "town"},
        {"place": "Kota D", "date": "5 January 2024"},
        {"place": "Kota E", "date": "2042-01-05"},
        {"place": "Kota F", "activated": "1200"},
        {},
        {"place": "Kota G", "activated": "", "percent": ""},
        {"place": "Kota H", "activated": "1,200"},
        {"place": ""},
    ]
    assert codes(panel, *wrong) == [
        ("not_whole", 2),
        ("not_whole", 3),
        ("unknown_option", 4),
        ("not_a_date", 5),
        ("out_of_range", 6),
        ("panel.more_than_all", 7),
        ("panel.repeated_row", 8),
        ("panel.nothing_counted", 9),
        ("panel.too_many_cells", 10),
        ("missing_key", 11),
    ]


def test_the_line_of_a_fault_counts_remarks_and_empty_lines():
    content = "# counts\nplace,level,date,base_kind,percent,source\n\n# one\nKota A,town,2024-01-05,target,5,page\n"
    assert codes(lambda: panel_of(content, "counts.csv")) == [("unknown_option", 5)]


def test_columns_that_are_unknown_missing_or_twice_there():
    content = "place,plaice,date,date,base_kind,source\nKota A,,2024-01-05,,recorded,page\n"
    found = codes(lambda: panel_of(content, "counts.csv"))
    assert found == [("unknown_key", 1), ("panel.missing_column", 1), ("panel.repeated_column", 1)]


def test_a_misspelt_column_is_not_missing_as_well():
    content = "place,levle,date,base_kind,source\n"
    assert codes(lambda: panel_of(content, "counts.csv")) == [("unknown_key", 1)]


@pytest.mark.parametrize("content", [b"", b"# nothing\n"])
def test_an_empty_file_lacks_every_column(tmp_path, content):
    path = tmp_path / "counts.csv"
    path.write_bytes(content)
    assert {code for code, _ in codes(lambda: read_panel(path))} == {"panel.missing_column"}


@pytest.mark.parametrize(
    ("content", "code"),
    [(None, "missing_file"), (b"place\xff\xfe\n", "panel.not_text"), (b"x" * 200_000, "panel.not_text")],
)
def test_a_file_that_is_no_table(tmp_path, content, code):
    path = tmp_path / "counts.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BadInput) as refused:
        read_panel(path)
    assert [fault.code for fault in refused.value.faults] == [code]
    assert all(fault.text(lang) for fault in refused.value.faults for lang in ("id", "en"))


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(BadInput) as refused:
        read_panel(tmp_path)
    assert [fault.code for fault in refused.value.faults] == ["unreadable_file"]


def test_the_mark_of_a_windows_editor_is_no_letter(tmp_path):
    path = tmp_path / "counts.csv"
    path.write_text("place,level,date,base_kind,percent,source\nKota A,city,2024-01-05,target,5,page\n", "utf-8-sig")
    assert read_panel(path)[0].place == "Kota A"
