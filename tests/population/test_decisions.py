from ikdsim.population import decisions


def test_no_two_draws_share_a_number_and_none_is_a_draw_of_a_run():
    numbers = [value for name, value in vars(decisions).items() if name.isupper()]
    assert len(set(numbers)) == len(numbers) and min(numbers) >= 1000
