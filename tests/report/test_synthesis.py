import pytest

from ikdsim.report.synthesis import synthesis_report

OLDER = ["Kelurahan Bahagia", "Kelurahan Kebalen Kota", "Desa Babelan Kota", "Desa Kebalen"]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_report_lists_the_four_permitted_deviations_and_all_sources(babelan, parameters, residents, lang):
    report = synthesis_report(residents, babelan, parameters, lang)
    reasons = {"id": ": umur 17 tahun ke atas: diizinkan", "en": ": aged 17 or over: permitted"}
    assert [line.split(":")[0].strip() for line in report.splitlines() if reasons[lang] in line] == OLDER
    assert babelan.table_source in report and "[26]" in report
    assert max(map(len, report.splitlines())) <= 110


def test_each_figure_points_to_its_source(babelan, parameters, residents):
    lines = synthesis_report(residents, babelan, parameters, "en").splitlines()
    row = next(line for line in lines if line.startswith("persons per household"))
    assert any(line.strip().startswith(f"{row.split()[-1]} Babelan 2009") for line in lines)


def test_numbers_are_written_as_the_reader_writes_them(babelan, parameters, residents):
    assert "88.583" in synthesis_report(residents, babelan, parameters, "id")
    assert "88,583" in synthesis_report(residents, babelan, parameters, "en")


def test_a_planted_error_is_shouted(babelan, parameters, residents):
    planted = synthesis_report(residents._replace(card=residents.card * 0), babelan, parameters, "en")
    assert "DIFFERS" in planted and "not permitted" in planted
    assert "DIFFERS" not in synthesis_report(residents, babelan, parameters, "en")
