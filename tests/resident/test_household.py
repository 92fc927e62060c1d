"""News at home: it makes the unaware aware and persuades the aware, if their own luck says so; nobody else minds."""

import pytest

from ikdsim.randomness import ONE
from ikdsim.resident import causes as c
from ikdsim.resident import stages as s
from ikdsim.resident.household import listens_at_home, news_at_home
from ikdsim.resident.tables import build_tables
from tests.factories import make_parameters

SEED = 1
NOBODY_INVITES = 0
EVERYBODY = range(2_000)
OTHERS = [stage for stage in range(len(s.STAGES)) if stage not in (s.UNAWARE, s.AWARE)]


def tables(told=0.4, persuaded=0.3):
    return build_tables(make_parameters({"knowledge.told_at_home": told, "persuasion.at_home": persuaded}))


@pytest.mark.parametrize(
    ("stage", "cause", "share"), [(s.UNAWARE, c.TOLD_AT_HOME, 0.4), (s.AWARE, c.PERSUADED_AT_HOME, 0.3)]
)
def test_news_reach_the_share_of_residents_that_the_register_says(stage, cause, share):
    usual = tables()
    heard = [news_at_home(SEED, resident, 0, stage, NOBODY_INVITES, usual) for resident in EVERYBODY]
    assert set(heard) == {cause, c.NO_CAUSE}
    assert heard.count(cause) / len(heard) == pytest.approx(share, abs=0.05)


@pytest.mark.parametrize("stage", OTHERS)
def test_those_who_know_already_do_not_mind(stage):
    certain = tables(told=1.0, persuaded=1.0)
    assert news_at_home(SEED, 7, 0, stage, NOBODY_INVITES, certain) == c.NO_CAUSE
    assert not listens_at_home(SEED, 7, 0, stage, NOBODY_INVITES, certain)


@pytest.mark.parametrize("stage", [s.UNAWARE, s.AWARE])
def test_everybody_whom_news_can_move_listens(stage):
    usual = tables()
    moved = [
        resident
        for resident in EVERYBODY
        if news_at_home(SEED, resident, 0, stage, NOBODY_INVITES, usual) != c.NO_CAUSE
    ]
    assert moved
    assert all(listens_at_home(SEED, resident, 0, stage, NOBODY_INVITES, usual) for resident in moved)


def test_an_unaware_resident_who_would_only_be_persuaded_listens_since_she_may_become_aware_first():
    by_persuasion_alone = tables(told=0.0, persuaded=1.0)
    assert news_at_home(SEED, 7, 0, s.UNAWARE, NOBODY_INVITES, by_persuasion_alone) == c.NO_CAUSE
    assert listens_at_home(SEED, 7, 0, s.UNAWARE, NOBODY_INVITES, by_persuasion_alone)


@pytest.mark.parametrize(
    ("stage", "cause"),
    [(s.UNAWARE, c.TOLD_AT_HOME), (s.AWARE, c.PERSUADED_AT_HOME), (s.FAVOURABLE, c.DECIDED_AT_HOME)],
)
def test_an_invitation_moves_more_of_them_a_stage_on(stage, cause):
    usual, invited = tables(), round(0.7 * ONE)
    moved = {one for one in EVERYBODY if news_at_home(SEED, one, 0, stage, invited, usual) == cause}
    uninvited = {one for one in EVERYBODY if news_at_home(SEED, one, 0, stage, NOBODY_INVITES, usual) == cause}
    assert uninvited < moved
    assert len(moved) / len(EVERYBODY) == pytest.approx(0.7, abs=0.05)
    assert all(listens_at_home(SEED, one, 0, stage, invited, usual) for one in moved)


@pytest.mark.parametrize("stage", [stage for stage in OTHERS if stage != s.FAVOURABLE])
def test_an_invitation_is_nothing_to_those_who_decided_already(stage):
    assert news_at_home(SEED, 7, 0, stage, ONE, tables()) == c.NO_CAUSE
