"""The audit of the panel names what cannot be, what has another meaning, and what fell."""

from ikdsim.panel.audit import audit_panel, decimals_of
from ikdsim.panel.read import load_panel
from ikdsim.region.audit import AGREES, CONTRADICTION, EXPLAINED

TARGETS = (0.25, 0.30)


def found(*counts):
    return [(finding.code, finding.severity) for finding in audit_panel(counts, TARGETS)]


def places(code):
    return [f.facts["place"] for f in audit_panel(load_panel(), TARGETS) if f.code == code]


def test_a_percentage_agrees_with_its_count_and_base(dated):
    assert found(dated(activated=52, percent=5.2)) == [("percent_agrees", AGREES)]


def test_a_percentage_that_its_count_and_base_do_not_give_needs_another_base(dated):
    (finding,) = audit_panel([dated(activated=50, percent=7.0)], TARGETS)
    assert (finding.code, finding.severity) == ("percent_differs", CONTRADICTION)
    assert (finding.computed, finding.facts["needed"]) == (5.0, 714)


def test_a_borrowed_base_explains_another_percentage(dated):
    assert found(dated(percent=7.0, base_from="borrowed")) == [("percent_borrowed", EXPLAINED)]


def test_a_base_computed_from_the_percentage_says_nothing(dated):
    assert found(dated(base_from="computed")) == []


def test_a_slip_in_the_last_digit_is_called_so(dated):
    assert found(dated(activated=52, percent=5.1, base=1001)) == [("percent_last_digit", EXPLAINED)]


def test_a_share_of_the_target_is_explained_by_the_true_base_of_the_day(dated):
    target, true = dated(base_kind="target", base=200, percent=25.0), dated(base_kind="recorded", percent=None)
    (agrees, explained) = audit_panel([target, true], TARGETS)
    assert (agrees.code, explained.code, explained.computed) == ("percent_agrees", "share_of_target", 5.0)
    assert ("share_of_target_alone", CONTRADICTION) in found(target)


def test_a_base_that_is_a_quarter_of_another_looks_like_the_target(dated):
    quarter = dated(base=250, percent=20.0)
    whole = dated(date="2024-03-01", base=1000, percent=None, activated=60)
    assert ("base_like_target", CONTRADICTION) in found(quarter, whole)
    assert ("base_like_target", CONTRADICTION) not in found(dated(base=400, percent=12.5), whole)


def test_a_count_that_falls_is_named_unless_the_dates_may_be_the_reverse(dated):
    before, after = dated(percent=None, activated=60), dated(date="2024-02-05", percent=None)
    assert found(before, after) == [("count_fell", CONTRADICTION)]
    assert found(before, dated(date="2024-02-05", percent=None, give_or_take_days=31)) == [
        ("count_fell_unsure", EXPLAINED)
    ]
    assert found(after, dated(date="2024-03-05", percent=None, activated=50)) == []


def test_a_percentage_falls_only_beyond_its_rounding(dated):
    def told(day, percent):
        return dated(date=day, activated=None, base=None, base_from=None, percent=percent)

    assert found(told("2024-01-05", 17.06), told("2024-02-05", 17.0)) == []
    assert found(told("2024-01-05", 17.06), told("2024-02-05", 16.0)) == [("count_fell", CONTRADICTION)]


def test_a_row_below_a_later_one_is_out_of_order(dated):
    later, earlier = dated(percent=None), dated(date="2023-01-05", percent=None, activated=40)
    assert found(later, earlier) == [("out_of_order", CONTRADICTION)]


def test_decimals_are_those_that_are_written():
    assert [decimals_of(percent) for percent in (19.0, 5.4, 6.63)] == [0, 1, 2]


def test_shares_of_a_target_in_the_shipped_panel():
    assert places("share_of_target_alone") == ["Kabupaten Kutai Barat"] * 2
    explained = set(places("share_of_target"))
    assert {"Kabupaten Sumedang", "Kabupaten Subang", "Kabupaten Cirebon", "Kota Serang"} <= explained


def test_contradictions_of_the_shipped_panel():
    assert places("percent_differs") == [
        "Kota Blitar",
        "Kabupaten Cirebon",
        "Kabupaten Nganjuk",
        "Kabupaten Penajam Paser Utara",
        "Kabupaten Subang",
        "Desa Mandalaherang, Cimalaka, Sumedang",
    ]
    assert places("doubtful") == ["Kota Bengkulu", "Kabupaten Kotawaringin Timur"]
    assert places("count_fell_unsure") == ["Kabupaten Penajam Paser Utara"]
    assert not places("count_fell") and not places("out_of_order") and not places("base_like_target")
