"""Under which other numbers a gain is told."""

from dataclasses import replace

import pytest

from ikdsim.experiment.settings import TODAY, all_settings, settings_for
from ikdsim.language import LANGUAGES, text
from ikdsim.provenance import Parameters, load_parameters
from tests.experiment.factories import make_scenario

SPREAD, DESK = "persuasion.inclination_spread", "structure.desk_share"


def numbers_of(scenario):
    return {setting.name: setting.numbers(scenario) for setting in all_settings()}


def test_low_and_high_lie_half_of_the_way_to_the_ends_of_the_range():
    told, register = numbers_of(make_scenario("baseline")), load_parameters()
    value, low, high = (getattr(register[DESK], name) for name in ("value", "low", "high"))
    assert told["little_desk_time"] == pytest.approx({DESK: (value + low) / 2})
    assert told["much_desk_time"] == pytest.approx({DESK: (value + high) / 2})


def test_few_are_willing_where_willingness_is_unequal():
    told, register = numbers_of(make_scenario("baseline")), load_parameters()
    assert set(told["few_willing"]) == set(told["many_willing"]) == {SPREAD}
    assert told["many_willing"][SPREAD] < register.value(SPREAD) < told["few_willing"][SPREAD]


def test_a_setting_may_give_a_number_of_the_region():
    scenario = make_scenario("baseline")
    setting = next(each for each in all_settings() if each.name == "no_kecamatan_desk")
    assert setting.numbers(scenario) == setting.of(scenario).region_numbers == {"kecamatan_desk.exists": 0.0}


def test_today_has_the_scenarios_own_numbers_and_comes_first():
    scenario = make_scenario("baseline", parameters={DESK: 0.3})
    assert all_settings()[0].name == TODAY
    assert all_settings()[0].of(scenario) == scenario


def test_a_scenario_that_sets_such_a_number_is_moved_from_its_own():
    told = numbers_of(make_scenario("desk", parameters={DESK: 0.4}))
    assert told["much_desk_time"] == {DESK: 0.4}
    assert told["little_desk_time"] == pytest.approx({DESK: 0.21})


def test_other_numbers_of_the_scenario_stay():
    under = all_settings()[1].of(make_scenario("phones", parameters={"population.phone_urban": 0.71}))
    assert under.parameters["population.phone_urban"] == 0.71
    assert set(under.parameters) == {"population.phone_urban", SPREAD}


def test_once_a_number_is_calibrated_there_are_none():
    register = dict(load_parameters())
    assert settings_for(Parameters(register)) == all_settings()
    fitted = {SPREAD: replace(register[SPREAD], kind="calibrated")}
    assert settings_for(Parameters(register | fitted)) == ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_setting_has_its_words(lang):
    assert all(text(f"settings.{setting.name}", lang) for setting in all_settings())
