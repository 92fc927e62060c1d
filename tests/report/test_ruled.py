"""Tables with a rule under the head."""

from ikdsim.report.ruled import ruled


def test_titles_are_broken_so_that_a_column_is_no_wider_than_its_numbers():
    head, *rest = ruled(["place", "use IKD"], [["Bahagia", "9"]]).splitlines()
    assert head.split() == ["use"]
    assert rest[0].split() == ["place", "IKD"]
    assert set(rest[1]) == {"─"}
    assert rest[2].split() == ["Bahagia", "9"]
