"""A repaired app fails fewer attempts and disappoints fewer users; it does nothing else."""

from ikdsim.policy.app_repaired import AppRepaired
from tests.theory.paired import MUCH_LAPSE, START, is_as_usual_before, moved, run, users

REPAIRED = AppRepaired(name="app", start=START, repaired=1.0)
NUMBERS = (*MUCH_LAPSE.items(), ("resources.avoidable_failure", 0.3))


def test_it_lowers_failures_and_disenchantment_and_touches_nothing_else():
    assert moved(REPAIRED) == (set(), {"failure", "disenchantment"})


def test_the_more_is_repaired_the_more_use_ikd():
    half = AppRepaired(name="app", start=START, repaired=0.5)
    adopted = [users(*policies, numbers=NUMBERS).sum() for policies in ((), (half,), (REPAIRED,))]
    assert adopted == sorted(adopted)
    assert adopted[2] > 1.05 * adopted[0]


def test_nobody_is_changed_before_its_start_and_it_is_paid_once():
    assert is_as_usual_before(REPAIRED)
    paid = [
        planned.conditions.costs.get("app_repaired", 0.0) for planned in run(REPAIRED, numbers=NUMBERS).setup.programme
    ]
    assert sum(cost > 0.0 for cost in paid) == 1
