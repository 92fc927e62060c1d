from dataclasses import replace
from datetime import date

import pytest

from ikdsim.errors import BadInput
from ikdsim.experiment.plan import make_plan
from tests.experiment.factories import make_scenario

SEEDS = range(1, 4)


def codes(refusal):
    return [fault.code for fault in refusal.value.faults]


def test_the_scenario_named_baseline_is_the_baseline_wherever_it_stands():
    assert make_plan([make_scenario("visits"), make_scenario("baseline")], SEEDS).baseline == 1


def test_without_one_of_that_name_the_first_is_the_baseline():
    assert make_plan([make_scenario("visits"), make_scenario("team")], SEEDS).baseline == 0


def test_the_others_are_all_but_the_baseline():
    plan = make_plan([make_scenario("visits"), make_scenario("baseline"), make_scenario("team")], SEEDS)
    assert plan.others == [0, 2]


def test_titles_that_several_scenarios_share_are_followed_by_the_names_of_their_files():
    alike = [replace(make_scenario(name), title={"id": "Mobil", "en": "Cars"}) for name in ("one", "three")]
    plan = make_plan([make_scenario("baseline"), *alike], SEEDS)
    assert plan.titles("en") == ["Scenario baseline", "Cars (one)", "Cars (three)"]


def test_the_horizon_is_the_earliest_end():
    scenarios = [make_scenario("baseline", end=date(2024, 6, 1)), make_scenario("team", end=date(2024, 3, 1))]
    assert make_plan(scenarios, SEEDS).horizon == date(2024, 3, 1)


def test_the_horizon_may_be_set_earlier_but_not_later():
    scenarios = [make_scenario("baseline", end=date(2024, 6, 1))]
    assert make_plan(scenarios, SEEDS, until=date(2023, 6, 1)).horizon == date(2023, 6, 1)
    with pytest.raises(BadInput) as refusal:
        make_plan(scenarios, SEEDS, until=date(2024, 7, 1))
    assert codes(refusal) == ["outside_run"]


@pytest.mark.parametrize(("scenarios", "seeds"), [([], SEEDS), ([make_scenario("baseline")], range(0))])
def test_nothing_cannot_be_compared(scenarios, seeds):
    with pytest.raises(BadInput) as refusal:
        make_plan(scenarios, seeds)
    assert codes(refusal) == ["compare.nothing_to_compare"]


def test_scenarios_that_do_not_belong_together_are_all_named():
    scenarios = [
        make_scenario("baseline"),
        make_scenario("baseline"),
        replace(make_scenario("elsewhere"), region="sambas"),
        replace(make_scenario("late"), start=date(2023, 2, 6)),
    ]
    with pytest.raises(BadInput) as refusal:
        make_plan(scenarios, SEEDS)
    assert codes(refusal) == ["same_scenario_name", "compare.different_regions", "compare.different_starts"]
    assert "“baseline” and “late”" in str(refusal.value)


def test_a_plan_counts_its_runs_and_can_be_written_down():
    plan = make_plan([make_scenario("baseline"), make_scenario("team")], range(5, 8), scale=50)
    assert plan.size == 6
    assert plan.uncertainty == "runs and parameters"
    resolved = plan.resolved()
    assert (resolved["seed"], resolved["runs"], resolved["scale"]) == (5, 3, 50)
    assert [scenario["name"] for scenario in resolved["scenarios"]] == ["baseline", "team"]


def test_numbers_are_drawn_as_soon_as_there_is_more_than_one_run():
    assert make_plan([make_scenario("baseline")], range(1, 2)).numbers == "register"
    assert make_plan([make_scenario("baseline")], SEEDS).numbers == "draws"
    assert make_plan([make_scenario("baseline")], SEEDS, numbers="register").uncertainty == "runs"


def test_two_runs_have_the_same_numbers_and_the_next_two_others():
    plan = make_plan([make_scenario("baseline")], range(5, 9))
    first, second, third, fourth = (plan.scenarios_of(seed)[0].parameters for seed in plan.seeds)
    assert first == second != third == fourth


def test_a_plan_that_may_end_early_asks_after_ten_runs_and_after_twice_as_many_each_time():
    plan = replace(make_plan([make_scenario("baseline")], range(1, 51)), until_sure=100.0)
    assert [len(part.seeds) for part in plan.parts()] == [10, 20, 40, 50]
    assert [len(part.seeds) for part in replace(plan, until_sure=None).parts()] == [50]
