"""A help desk keeps those in who forgot the PIN or have a new phone; it wins nobody who never used IKD."""

from ikdsim.policy.pin_help_desk import PinHelpDesk
from tests.theory.paired import FIRST_WEEK, MUCH_LAPSE, START, is_as_usual_before, moved, run, users, week

HELP = PinHelpDesk(name="help", start=START, answers=1.0)
BY_THE_OFFICE = PinHelpDesk(name="help", start=START, answers=1.0, staff="reassigned")
NUMBERS = tuple(MUCH_LAPSE.items())


def test_it_lowers_interruption_and_touches_nothing_else():
    assert moved(HELP) == (set(), {"interruption"})


def test_officers_who_help_are_missing_at_their_desk():
    usual, helping = week(), week(BY_THE_OFFICE)
    assert helping["capacity_ms"].sum() < usual["capacity_ms"].sum()
    assert (helping["interruption"] == week(HELP)["interruption"]).all()


def test_more_go_on_using_ikd_and_fewer_lapse():
    assert users(HELP, numbers=NUMBERS).sum() > 1.05 * users(numbers=NUMBERS).sum()
    lapsed = [
        run(*policies, numbers=NUMBERS).observations.channels.lapses[FIRST_WEEK:].sum() for policies in ((), (HELP,))
    ]
    assert lapsed[1] < lapsed[0]


def test_nobody_is_changed_before_its_start():
    assert is_as_usual_before(HELP)
