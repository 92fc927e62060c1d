"""Under which other numbers a gain is told."""

from dataclasses import replace

import pytest

from ikdsim.experiment.settings import MIDDLE, all_settings, settings_for
from ikdsim.language import LANGUAGES, text
from ikdsim.provenance import Parameters, load_parameters
from tests.experiment.factories import make_scenario

SPREAD, OPPOSED, DESK = "persuasion.inclination_spread", "persuasion.opposed", "structure.desk_share"


def numbers_of(scenario):
    return {setting.name: setting.numbers(scenario) for setting in all_settings()}


def test_low_and_high_lie_half_of_the_way_to_the_ends_of_the_range():
    told, register = numbers_of(make_scenario("baseline")), load_parameters()
    value, low, high = (getattr(register[DESK], name) for name in ("value", "low", "high"))
    assert told["little_desk_time"] == pytest.approx({DESK: (value + low) / 2})
    assert told["much_desk_time"] == pytest.approx({DESK: (value + high) / 2})


def test_few_are_willing_where_many_are_opposed_and_willingness_is_unequal():
    told, register = numbers_of(make_scenario("baseline")), load_parameters()
    few, many = told["few_willing"], told["many_willing"]
    assert set(few) == set(many) == {SPREAD, OPPOSED}
    assert all(many[name] < register.value(name) < few[name] for name in few)


def test_the_middle_has_the_scenarios_own_numbers():
    scenario = make_scenario("baseline", parameters={DESK: 0.3})
    settings = {setting.name: setting for setting in all_settings()}
    assert list(settings)[len(settings) // 2] == MIDDLE
    assert settings[MIDDLE].of(scenario) == scenario


def test_a_scenario_that_sets_such_a_number_is_moved_from_its_own():
    told = numbers_of(make_scenario("desk", parameters={DESK: 0.4}))
    assert told["much_desk_time"] == {DESK: 0.4}
    assert told["little_desk_time"] == pytest.approx({DESK: 0.21})


def test_other_numbers_of_the_scenario_stay():
    under = all_settings()[0].of(make_scenario("phones", parameters={"population.phone_urban": 0.71}))
    assert under.parameters["population.phone_urban"] == 0.71
    assert set(under.parameters) == {"population.phone_urban", SPREAD, OPPOSED}


def test_once_a_number_is_calibrated_there_are_none():
    register = dict(load_parameters())
    assert settings_for(Parameters(register)) == all_settings()
    fitted = {OPPOSED: replace(register[OPPOSED], kind="calibrated")}
    assert settings_for(Parameters(register | fitted)) == ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_setting_and_number_has_its_words(lang):
    names = [setting.name for setting in all_settings()]
    names += [name.replace(".", "_") for setting in all_settings() for name in setting.ends]
    assert all(text(f"settings.{name}", lang) for name in names)
