"""How long a resident waits: one threshold for every rival cause, drawn anew at every entry into the stage."""

import numpy as np
import pytest

from ikdsim import randomness
from ikdsim.engine.columns.core.start import write_stage
from ikdsim.engine.columns.core.week import go_home_in_part
from ikdsim.randomness import NEVER
from ikdsim.resident import causes as c
from ikdsim.resident import draw_numbers as d
from ikdsim.resident import stages as s
from ikdsim.resident.ages import age_band
from ikdsim.resident.cumulative_hazards import Groups, position
from ikdsim.resident.factors import life, own_factor, spell
from ikdsim.resident.traits import Traits, inclination_of
from tests.engine.columns.core.conftest import WEEK, can_act


def due_by_hand(model, row, stage, slot, attempt):
    """Cumulative hazard, in grains, at which a rival cause moves a resident who enters a stage now."""
    people, state, cumulative = model.residents, model.engine.state(), model.engine.world.cumulative
    cause = c.RIVALS_OF_STAGE[stage][slot]
    band = age_band(int(people.birth_week[row]), WEEK)
    online, literacy, trust = (int(column[row]) for column in (people.online, people.literacy, state.trust))
    who = Traits(
        online,
        band,
        literacy,
        trust,
        inclination_of(model.setup.seed, row, life(int(state.spells[row]))),
        compelled=False,
        place=model.setup.residents.place[row],
    )
    factor = own_factor(stage, slot, who, model.engine.world.tables)
    drawn = randomness.threshold(model.setup.seed, row, cause + d.STAGE_THRESHOLDS * stage, attempt)
    numbers = (people.place[row], people.occupation[row], people.neighbourhood[row], people.ward[row])
    groups = Groups(*map(int, numbers))
    return randomness.due(int(cumulative.value[position(cumulative, cause, groups)]), drawn, factor)


@pytest.mark.parametrize("stage", range(len(s.STAGES)), ids=s.STAGES)
def test_one_threshold_for_every_rival_cause_of_a_stage_and_none_for_others(stage, model):
    rivals = len(c.RIVALS_OF_STAGE[stage])
    for row in np.flatnonzero(can_act(model))[:200:20].tolist():
        before = spell(int(model.engine.state().spells[row]), stage)
        write_stage(row, WEEK, stage, model.engine.core)
        due = model.engine.state().due[row].tolist()
        assert due[:rivals] == [due_by_hand(model, row, stage, slot, before) for slot in range(rivals)]
        assert due[rivals:] == [NEVER] * (s.MOST_RIVALS - rivals)


def test_who_enters_a_stage_again_draws_with_the_luck_of_another_attempt(model, ready):
    row = int(ready[0])
    drawn = []
    for _ in range(2):
        write_stage(row, WEEK, s.LAPSED, model.engine.core)
        drawn.append(int(model.engine.state().due[row, 0]))
    assert drawn[0] != drawn[1]
    assert spell(int(model.engine.state().spells[row]), s.LAPSED) == 2


def test_a_detour_through_another_stage_changes_no_luck_in_this_one(model, ready):
    row = int(ready[0])
    again = spell(int(model.engine.state().spells[row]), s.FAVOURABLE)
    for stage in (s.LAPSED, s.REFUSING, s.FAVOURABLE):
        write_stage(row, WEEK, stage, model.engine.core)
    assert model.engine.state().due[row, 0] == due_by_hand(model, row, s.FAVOURABLE, 0, again)


def test_who_intends_but_cannot_act_yet_draws_only_when_they_can(model):
    row = int(np.flatnonzero(~can_act(model))[0])
    spells = int(model.engine.state().spells[row])
    write_stage(row, WEEK, s.INTENDING, model.engine.core)
    assert (model.engine.state().due[row] == NEVER).all()
    assert model.engine.state().spells[row] == spells


def test_who_was_not_met_draws_nothing(model, ready, queue):
    rows = ready[:5]
    before = model.engine.state().due[rows].copy()
    go_home_in_part(WEEK, queue(rows.tolist()), model.engine.core)
    assert np.array_equal(model.engine.state().due[rows], before)
