"""Where the twin's week says a rule in another form than the engines do, both say the same."""

import numpy as np
import pytest

from ikdsim.engine.mean_field.core import residents
from ikdsim.engine.mean_field.core.competing_risks import chance_of
from ikdsim.engine.mean_field.core.state import (
    ACTIVE_LOSS,
    APPOINTED,
    TRIES,
    WALKING_IN_AGAIN,
    State,
)
from ikdsim.engine.mean_field.core.strata import READY_POOL, WAITING_POOL
from ikdsim.engine.mean_field.core.transitions import EXITS
from ikdsim.randomness import ONE, due, threshold
from ikdsim.resident import causes as c
from ikdsim.resident import stages as s
from ikdsim.resident.columns import LEVELS
from ikdsim.resident.confirmation import DISENCHANTMENT_SLOT
from ikdsim.resident.cumulative_hazards import has_passed, share_of_week
from ikdsim.resident.factors import own_factor
from ikdsim.resident.tables import build_tables
from ikdsim.resident.traits import Traits
from ikdsim.service.supply import ON_ERRAND, REMOTELY, TO_VISIT, WALKING_IN
from tests.engine.mean_field.factories import HANDLING_MS, make_state
from tests.factories import MIDDLE, TOWN, called, make_parameters

TABLES = build_tables(make_parameters())
MANY = 20_000
STANDARD_ERRORS = 4.0
OWN = np.ones(s.MOST_RIVALS)
chances_to_leave, wake_up = called(residents.chances_to_leave), called(residents.wake_up)
choose_ways, turn_up = (
    called(residents.choose_ways),
    called(residents.turn_up),
)
chances_of = called(residents.chances_of)


def somebody(band: int = 1, literacy: int = MIDDLE, trust: int = MIDDLE) -> Traits:
    """Somebody online and middling unless said otherwise."""
    return Traits(1, band, literacy, trust, MIDDLE, False, TOWN)


def test_a_confirmed_resident_is_disenchanted_like_an_active_one_but_less_often():
    for trust in range(LEVELS):
        active = own_factor(s.ACTIVE, DISENCHANTMENT_SLOT, somebody(trust=trust), TABLES)
        confirmed = own_factor(s.CONFIRMED, 1, somebody(trust=trust), TABLES)
        assert confirmed == pytest.approx(TABLES.confirmed_lapse * active)


def test_lapsed_residents_come_back_alike():
    for level in range(0, LEVELS, 5):
        assert own_factor(s.LAPSED, 0, somebody(literacy=level, trust=level), TABLES) == 1.0


def test_walk_ins_and_visits_have_the_same_own_factor():
    for literacy in range(LEVELS):
        for band in range(5):
            walks, visits = (own_factor(s.INTENDING, slot, somebody(band, literacy), TABLES) for slot in (0, 1))
            assert walks == visits


def state_with(hazards: dict[int, float]) -> State:
    """A state in which these causes have these hazards in Town, and no other has any."""
    state = make_state()
    state.standing["promptness"] = state.standing["errand_factor"] = 1.0
    for cause, hazard in hazards.items():
        state.places["hazard"][TOWN, cause] = hazard
    return state


def first_of_three(hazards: tuple[float, ...]) -> np.ndarray:
    """Share of many residents whom each rival cause moves in a week, by thresholds and cumulative hazards."""
    steps = [round(hazard * ONE) for hazard in hazards]
    moved = np.zeros(len(hazards))
    for resident in range(MANY):
        shares = []
        for cause, step in enumerate(steps):
            at = due(0, threshold(1, resident, cause, 0), 1.0)
            shares.append(share_of_week(at, step, step) if has_passed(step, at) else 2.0)
        if min(shares) < 2.0:
            moved[int(np.argmin(shares))] += 1
    return moved / MANY


@pytest.mark.parametrize("hazards", [(0.02, 0.01, 0.005), (0.5, 1.5, 0.1), (4.0, 2.0, 3.0)])
def test_rival_causes_share_the_week_by_their_hazards(hazards):
    state = state_with(dict(zip(c.RIVALS_OF_STAGE[s.FAVOURABLE], hazards, strict=True)))
    expected, seen = np.array(chances_to_leave(s.FAVOURABLE, OWN, (1.0, 1.0), TOWN, state)), first_of_three(hazards)
    assert (np.abs(seen - expected) < STANDARD_ERRORS * np.sqrt(expected * (1.0 - expected) / MANY)).all()


def test_causes_that_lead_to_the_same_stage_add_up():
    state = state_with({c.MEDIA: 0.1, c.ANNOUNCEMENT: 0.2, c.WORD_OF_MOUTH: 0.4})
    assert chances_to_leave(s.UNAWARE, np.array([1.0, 0.5, 2.0]), (0.0, 1.0), TOWN, state)[0] == pytest.approx(
        chance_of(1.0)
    )


def test_disenchantment_grows_with_disappointments_and_is_rarer_among_the_confirmed():
    state = state_with({c.DISENCHANTMENT: 0.1})
    active = chances_to_leave(s.ACTIVE, OWN, (3.0, 1.0), TOWN, state)
    confirmed = chances_to_leave(s.CONFIRMED, OWN, (3.0, 1.0), TOWN, state)
    assert active == (0.0, 0.0, pytest.approx(chance_of(0.3)))
    assert confirmed[1] == pytest.approx(chance_of(0.3 * TABLES.confirmed_lapse))


def test_where_some_of_the_active_were_compelled_more_are_interrupted_and_of_the_confirmed_none():
    state = state_with({c.INTERRUPTION: 0.1})
    active, confirmed = (chances_to_leave(stage, OWN, (1.0, 3.0), TOWN, state) for stage in (s.ACTIVE, s.CONFIRMED))
    assert active[1] == pytest.approx(chance_of(0.3 * OWN[1]))
    assert confirmed[0] == pytest.approx(chance_of(0.1 * OWN[0]))


def test_news_at_home_lead_to_the_first_exit():
    assert EXITS[s.UNAWARE, 0] == c.TARGETS[c.TOLD_AT_HOME]


def test_news_at_home_come_before_media():
    state = make_state()
    state.places["hazard"][TOWN, c.MEDIA] = 0.1
    assert chances_of(0.5, TOWN, 0, state).hears == pytest.approx(0.5 + 0.5 * chance_of(0.1))


def test_who_becomes_ready_keeps_the_stage_and_who_turns_17_or_arrives_joins():
    state = make_state()
    waiting, ready = state.standing["stock"][TOWN, 0, WAITING_POOL], state.standing["stock"][TOWN, 0, READY_POOL]
    waiting[s.INTENDING], aware = 4.0, state.standing["aware"][TOWN, 0]
    aware[WAITING_POOL] = 8.0
    state.strata.ready[0, TOWN] = 0.25
    state.strata.enter[0, TOWN, 0, :, s.UNAWARE], state.strata.enter[0, TOWN, 0, READY_POOL, s.ACTIVE] = (1.0, 2.0), 5.0
    state.strata.enter[0, TOWN, 0, READY_POOL, s.AWARE] = 3.0
    wake_up(0, TOWN, 0, state)
    assert waiting[[s.INTENDING, s.UNAWARE]].tolist() == [3.0, 1.0]
    assert ready[[TRIES, s.UNAWARE]].tolist() == [1.0, 2.0]
    assert aware[:, :2].tolist() == [[6.0, 6.0], [5.0, 2.0]]
    assert ready[[s.ACTIVE, ACTIVE_LOSS]].tolist() == [5.0, 5.0]


def test_those_who_leave_do_so_from_every_stage_alike():
    state = make_state()
    ready = state.standing["stock"][TOWN, 0, READY_POOL]
    ready[[s.UNAWARE, s.ACTIVE, ACTIVE_LOSS, TRIES]] = 8.0, 4.0, 6.0, 2.0
    for stage in ("aware", "favourable", "given_up"):
        state.standing[stage][TOWN, 0, READY_POOL] = 8.0
    state.strata.leave[0, TOWN, 0, READY_POOL] = 0.25
    wake_up(0, TOWN, 0, state)
    assert ready[[s.UNAWARE, s.ACTIVE, ACTIVE_LOSS, TRIES]].tolist() == [6.0, 3.0, 4.5, 1.5]
    for stage in ("aware", "favourable", "given_up"):
        assert (state.standing[stage][TOWN, 0, READY_POOL] == 6.0).all()


def test_whoever_runs_an_errand_does_not_walk_in_as_well():
    state = state_with({c.WALK_IN: 0.3, c.VISIT: 0.1, c.ERRAND: 50.0})
    choose_ways(0, TOWN, 0, state)
    assert state.standing["bound"][TOWN, 0].tolist() == pytest.approx([0.0, 0.0, 1.0, 0.0])
    state.places["hazard"][TOWN, c.ERRAND] = 0.0
    choose_ways(0, TOWN, 0, state)
    walks, visits, errands, _ = state.standing["bound"][TOWN, 0]
    assert walks == pytest.approx(3.0 * visits)
    assert (walks + visits, errands) == (pytest.approx(chance_of(0.4)), 0.0)


def test_turning_up_changes_with_age_and_with_who_has_come():
    state = make_state(weeks=4)
    state.places["hazard"][TOWN, c.WALK_IN], state.standing["promptness"] = 0.1, 0.5
    state.strata.means["turn_up_growth"] = 2.0
    choose_ways(2, TOWN, 0, state)
    assert state.standing["bound"][TOWN, 0, WALKING_IN] == pytest.approx(chance_of(0.1 * (1.0 + 0.5 * 2.0) * 0.5))


def test_the_intending_of_all_tries_turn_up_and_the_newly_intending_only_on_an_errand():
    state = make_state()
    state.standing["bound"][TOWN, 0, [WALKING_IN, TO_VISIT, ON_ERRAND]] = 0.25, 0.125, 0.5
    state.standing["stock"][TOWN, 0, READY_POOL, [TRIES, TRIES + 1, s.INTENDING, APPOINTED]] = 6.0, 2.0, 10.0, 5.0
    state.standing["bound"][TOWN, 0, REMOTELY] = 0.25
    turn_up(TOWN, 0, state)
    came = [1.5, 1.0, 4.0 + 5.0, 2.0, 0.5]
    assert list(range(len(came))) == [WALKING_IN, TO_VISIT, ON_ERRAND, REMOTELY, WALKING_IN_AGAIN]
    assert state.places["comers"][TOWN].tolist() == came
    assert state.places["comers_ms"][TOWN].tolist() == [HANDLING_MS * count for count in came]
    assert state.places["appointed"][TOWN] == 5.0
