"""Assurance raises trust: explanations and people around persuade more, and opponents come back. Minutes stay."""

from ikdsim.policy.data_assurance import DataAssurance
from ikdsim.policy.data_breach import DataBreach
from ikdsim.resident import stages as s
from tests.theory.paired import START, is_as_usual_before, moved, run, users, week

ASSURED = DataAssurance(name="assured", start=START, reaches=1.0)
NUMBERS = (("persuasion.assurance_trust", 0.15), ("persuasion.opposed", 0.2), ("decision.reconsideration", 0.01))


def test_it_raises_persuasion_and_reconsideration_and_touches_nothing_else():
    rises = {"station_factor", "persuasion", "persuasion_online", "reconsideration"}
    assert moved(ASSURED) == (rises, set())


def test_more_use_ikd_and_fewer_are_against_it():
    against = [
        (run(*policies, numbers=NUMBERS).engine.state().stage == s.REFUSING).sum() for policies in ((), (ASSURED,))
    ]
    assert against[1] < against[0]
    assert users(ASSURED, numbers=NUMBERS).sum() > 1.05 * users(numbers=NUMBERS).sum()


def test_after_a_breach_it_restores_trust_and_takes_no_doubt_away():
    breach = DataBreach(name="breach", start=START, severity=1.0)
    shaken, assured = week(breach), week(breach, ASSURED)
    assert (assured["persuasion"] > shaken["persuasion"]).all()
    assert (assured["doubt"] == shaken["doubt"]).all() and (assured["alarm"] == shaken["alarm"]).all()


def test_nobody_is_changed_before_its_start():
    assert is_as_usual_before(ASSURED)
