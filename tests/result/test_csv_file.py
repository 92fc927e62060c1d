"""CSV files: for programs, and for a double click."""

import pandas as pd
import pytest

from ikdsim.result.csv_file import harmless, write_csv, write_csv_for

FRAME = pd.DataFrame({"place": ["Desa Kebalen", "=cmd()"], "share": [0.25, -1.5], "residents": [-2, 3]})


def test_indonesian_settings_get_semicolons_decimal_commas_and_a_mark(tmp_path):
    write_csv_for(FRAME, tmp_path / "a.csv", "id")
    assert (tmp_path / "a.csv").read_bytes().decode("utf-8") == (
        "\ufeffplace;share;residents\r\nDesa Kebalen;0,25;-2\r\n'=cmd();-1,5;3\r\n"
    )


def test_english_settings_get_commas_and_decimal_points(tmp_path):
    write_csv_for(FRAME, tmp_path / "a.csv", "en")
    assert (
        (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfplace,share,residents\r\nDesa Kebalen,0.25,-2\r\n")
    )


def test_programs_get_no_mark(tmp_path):
    write_csv(FRAME, tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_bytes() == b"place,share,residents\nDesa Kebalen,0.25,-2\n'=cmd(),-1.5,3\n"


@pytest.mark.parametrize("cell", ["=1+1", "+62 21", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_text_that_begins_like_a_formula_is_text(cell):
    assert harmless(pd.DataFrame({"title": [cell, None]}))["title"].tolist()[0] == "'" + cell


@pytest.mark.parametrize("cell", ["Rp 5", "a=b", "", "1-2"])
def test_other_text_is_left_alone(cell):
    assert harmless(pd.DataFrame({"title": [cell]}))["title"].tolist() == [cell]


def test_numbers_below_zero_stay_numbers():
    assert harmless(FRAME)["share"].tolist() == [0.25, -1.5]
