"""The workbook, opened as Excel would."""

from dataclasses import replace

import openpyxl
import pytest

from ikdsim.experiment.workbook import write_workbook
from ikdsim.scenario.prices import load_prices, with_prices
from tests.experiment.factories import make_comparison
from tests.scenario.test_prices import EXAMPLE

FACTS = {"ikdsim": "1.0", "seed": 7, "fingerprint": "abc"}


@pytest.fixture
def comparison():
    costs = {"baseline": [1e6, 1e6], "team": [5e6, 5e6]}
    return make_comparison({"baseline": [10.0, 20.0], "team": [12.0, 26.0]}, costs)


def opened(comparison, tmp_path, lang="id"):
    write_workbook(comparison, FACTS, tmp_path / "book.xlsx", lang)
    return openpyxl.load_workbook(tmp_path / "book.xlsx")


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        ("id", ["Ringkasan", "Per tempat", "Kurva", "Biaya", "Asumsi", "Info"]),
        ("en", ["Summary", "By place", "Curves", "Cost", "Assumptions", "Info"]),
    ],
)
def test_sheets_have_names_of_the_language(comparison, tmp_path, lang, names):
    assert opened(comparison, tmp_path, lang).sheetnames == names


def test_the_summary_has_a_row_for_each_scenario_and_a_chart(comparison, tmp_path):
    sheet = opened(comparison, tmp_path)["Ringkasan"]
    assert "belum dikalibrasi" in sheet["A2"].value
    rows = list(sheet.iter_rows(min_row=3, values_only=True))
    assert rows[0][:2] == ("skenario", "memakai IKD, nilai tengah")
    assert [row[0] for row in rows[1:]] == ["Skenario baseline", "Skenario team"]
    assert rows[2][1:5] == (19 * 9, 0.1, 4 * 9, pytest.approx(2.2 * 9))
    assert len(sheet._charts) == 1


def test_numbers_are_numbers_and_days_are_days(comparison, tmp_path):
    sheet = opened(comparison, tmp_path)["Kurva"]
    name, when, median, *_ = next(sheet.iter_rows(min_row=2, values_only=True))
    assert (name, when.isoformat()[:10], median) == ("Skenario baseline", "2023-01-08", 0)


def test_what_is_not_known_is_an_empty_cell(comparison, tmp_path):
    sheet = opened(comparison, tmp_path)["Ringkasan"]
    baseline = next(sheet.iter_rows(min_row=4, max_row=4, values_only=True))
    assert baseline[8:] == (None, None, None, pytest.approx(comparison.gap_urban_rural(0)), None)


def test_places_have_low_and_high(comparison, tmp_path):
    rows = list(opened(comparison, tmp_path)["Per tempat"].iter_rows(values_only=True))
    assert len(rows) == 1 + 2 * 9
    assert ("Skenario team", "Desa Kebalen (bukan desa resmi)", "tidak") in [row[:3] for row in rows]


def test_every_number_behind_it_has_unit_source_and_kind(comparison, tmp_path):
    rows = list(opened(comparison, tmp_path)["Asumsi"].iter_rows(values_only=True))
    assert rows[0] == ("angka", "nilai", "satuan", "sumber", "jenis")
    assert all(all(cell is not None for cell in row) for row in rows)
    assert len(rows) > 200


def test_what_determined_it_stands_on_the_last_sheet(comparison, tmp_path):
    rows = list(opened(comparison, tmp_path, "en")["Info"].iter_rows(values_only=True))
    assert ("hash of this comparison", "abc") in rows
    assert ("first number of the runs (seed)", 7) in rows


def test_the_same_comparison_makes_the_same_bytes(comparison, tmp_path):
    for name in ("one.xlsx", "other.xlsx"):
        write_workbook(comparison, FACTS, tmp_path / name, "id")
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "other.xlsx").read_bytes()


def test_a_title_like_a_formula_is_text(comparison, tmp_path):
    plan = comparison.plan
    titled = replace(plan.scenarios[1], title={"id": '=HYPERLINK("x")', "en": "+1"})
    changed = replace(comparison, plan=replace(plan, scenarios=(plan.scenarios[0], titled)))
    cell = opened(changed, tmp_path)["Ringkasan"]["A5"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ('=HYPERLINK("x")', "s", True)


def test_own_prices_are_said_above_the_costs_and_named_among_the_numbers(comparison, tmp_path):
    scenarios = tuple(with_prices(comparison.scenarios, load_prices(EXAMPLE)))
    own = replace(comparison, plan=replace(comparison.plan, scenarios=scenarios))
    book = opened(own, tmp_path)
    assert "harga sendiri" in book["Biaya"]["A1"].value
    assert book["Biaya"]["A3"].value == "skenario"
    named = {row[0]: row for row in book["Asumsi"].iter_rows(values_only=True)}
    assert named["cost.village_visit"][1] == 2_400_000
    assert named["cost.village_visit"][3].endswith("[5.1.02.04.01.0003]")
    assert named["cost.village_visit"][4] == "harga sendiri"
    assert opened(comparison, tmp_path)["Biaya"]["A1"].value == "skenario"
