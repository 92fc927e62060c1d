from ikdsim.population import draw_numbers


def test_no_two_draws_share_a_number_and_none_is_a_draw_of_a_run():
    numbers = [value for name, value in vars(draw_numbers).items() if name.isupper()]
    assert len(set(numbers)) == len(numbers) and min(numbers) >= 1000
