from ikdsim.population.margins_of_places import age_margins, household_margins, minors_margin, place_margins

OLDER = ["Kelurahan Bahagia", "Kelurahan Kebalen Kota", "Desa Babelan Kota", "Desa Kebalen"]


def test_residents_and_recorded_agree_in_all_nine_places(babelan, parameters, residents):
    found = [margin for margin in place_margins(residents, babelan, parameters) if margin.form == "count"]
    assert len(found) == 18 and all(margin.agrees and not margin.reason for margin in found)


def test_one_resident_recorded_too_many_is_noticed(babelan, parameters, residents):
    week = residents.recorded_week.copy()
    week[(week > 107).argmax()] = 100
    changed = residents._replace(recorded_week=week)
    verdicts = [margin.verdict for margin in place_margins(changed, babelan, parameters)]
    assert verdicts.count("differs") == 1


def test_exactly_four_places_may_be_older_than_the_census(babelan, parameters, residents):
    found = place_margins(residents, babelan, parameters)
    assert [margin.place for margin in found if margin.verdict == "older_mix"] == OLDER


def test_a_child_with_a_record_is_noticed(residents):
    assert minors_margin(residents).agrees
    born = residents.birth_week.copy()
    born[(residents.recorded_week <= 0).argmax()] = 0
    assert minors_margin(residents._replace(birth_week=born)).got == 1


def test_ages_of_adults_are_those_of_the_census(babelan, parameters, residents):
    found = list(age_margins(residents, babelan, parameters))
    assert all(margin.agrees for margin in found[:-1])
    assert abs(sum(margin.got for margin in found[:-1]) - 1) < 1e-9
    assert found[-1].verdict == "older_mix" and 0.06 < found[-1].got < 0.09


def test_households_and_neighbourhoods_have_their_sizes(babelan, parameters, residents):
    assert [margin.verdict for margin in household_margins(residents, babelan, parameters)] == ["agrees"] * 3
