"""Rows outlive whoever stops the check."""

from benchmarks.must_hold.rows import Row, Rows

ONE, TWO = Row("sign", "baseline", 1, [1.0, 2.0]), Row("sign", "skill", 1, [3.0, 4.0])


def test_a_stopped_check_goes_on_where_it_was(tmp_path):
    Rows(tmp_path / "rows.jsonl").add([ONE])
    again = Rows(tmp_path / "rows.jsonl")
    assert again.done("sign", 1) == {"baseline"}
    again.add([TWO])
    assert Rows(tmp_path / "rows.jsonl").of("sign", "skill", range(1, 2)) == [[3.0, 4.0]]


def test_a_row_that_was_never_finished_is_measured_again(tmp_path):
    file = tmp_path / "rows.jsonl"
    Rows(file).add([ONE, TWO])
    file.write_text(file.read_text()[:-5])
    again = Rows(file)
    assert again.done("sign", 1) == {"baseline"}
    again.add([TWO])
    assert Rows(file).done("sign", 1) == {"baseline", "skill"}
