"""The diary of one resident."""

import dataclasses
import re
from datetime import datetime

import numpy as np
import pytest

from ikdsim.clock import monday_of
from ikdsim.errors import BadInput
from ikdsim.language import LANGUAGES, catalogue
from ikdsim.model import IkdModel
from ikdsim.resident.causes import EVENTS
from ikdsim.resident.changes import ARRIVAL
from ikdsim.resident.columns import DEVICES, OCCUPATIONS, SEXES
from ikdsim.resident.stages import ACTIVE, CONFIRMED, UNAWARE
from ikdsim.result.diary import diary
from ikdsim.setup import Setup
from tests.factories import LIVELY

NEVER_NOTED = {"walk_in", "visit", "errand"}
"""They bring a resident to an officer; what happens there is what is noted."""


@pytest.fixture(scope="module")
def model(scenario):
    model = IkdModel(scenario, seed=3, scale=200)
    model.run()
    return model


def first(mask):
    return int(np.flatnonzero(mask)[0])


def tell(scenario, row, lang="en"):
    return diary(Setup(scenario, 3, 200), "columns", row, lang)


def test_every_event_and_every_kind_of_resident_has_its_words():
    wanted = (set(EVENTS) - NEVER_NOTED) | {*SEXES, *OCCUPATIONS, *DEVICES}
    assert wanted <= set(catalogue("diary"))


def test_a_user_tells_how_he_got_there(scenario, model):
    row = first(np.isin(model.engine.state().stage, [ACTIVE, CONFIRMED]))
    lines = tell(scenario, row)
    assert lines[0].startswith(f"Resident {row} (made up, not a real person)")
    assert any("hears of IKD" in line or "has heard of IKD" in line or "explains IKD" in line for line in lines)
    assert any(line.endswith("IKD is active.") for line in lines)
    assert lines[-1] == "End of the run, 1 March 2025: uses IKD."


def test_an_event_is_dated_by_the_monday_of_its_week(scenario, model):
    row = first(np.isin(model.engine.state().stage, [ACTIVE, CONFIRMED]))
    watched = IkdModel(scenario, seed=3, scale=200, watch=row)
    watched.run()
    kept = watched.engine.world.diary
    mondays = [monday_of(int(week)) for week in kept.rows[: kept.length[0], 0] if week >= watched.first_week]
    found = re.findall(r"^Week of (\d+ \w+ \d+)", "\n".join(tell(scenario, row)), re.MULTILINE)
    assert [datetime.strptime(words, "%d %B %Y").date() for words in found] == mondays


def test_a_child_has_nothing_to_tell(scenario, model):
    dated = np.isin(np.arange(len(model.residents.place)), model.setup.lives.changes.dated["row"])
    young = model.residents.birth_week > -300
    row = first(young & (model.residents.recorded_week > model.last_week) & ~dated)
    lines = tell(scenario, row)
    assert len(lines) <= 3  # a baby has arrived
    assert "not recorded for the KTP-el before the end" in lines[0]
    assert lines[-1].endswith("the first thing in the way: under 17.")


def test_an_offer_that_cannot_be_taken_says_what_is_missing(scenario, model):
    never_a_phone = model.residents.supported_week > model.last_week
    adult = model.residents.birth_week < -1_500
    aware = model.engine.state().stage != UNAWARE
    willing = dataclasses.replace(scenario, parameters=LIVELY)
    told = "\n".join(line for row in np.flatnonzero(never_a_phone & adult & aware)[:40] for line in tell(willing, row))
    assert "cannot be activated yet: no phone that runs the app" in told


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_has_a_hole(scenario, model, lang):
    busiest = np.argsort(model.engine.state().errands)[-3:]
    for row in busiest:
        assert not any("{" in line or "()" in line for line in tell(scenario, int(row), lang))


@pytest.mark.slow
def test_both_engines_tell_the_same_story(scenario, model):
    row = int(np.argmax(model.engine.state().errands))
    assert diary(Setup(scenario, 3, 200), "objects", row, "id") == tell(scenario, row, "id")


def test_a_result_tells_diaries_of_its_own_run(result, scenario):
    assert result.diary(5) == tell(scenario, 5)


@pytest.mark.parametrize("row", [-2, -1, 1_000_000])
def test_there_is_no_diary_of_nobody(scenario, row):
    with pytest.raises(BadInput) as refusal:
        tell(scenario, row)
    assert refusal.value.faults[0].facts["value"] == row


@pytest.mark.parametrize(("baby", "words"), [(True, "a newborn baby ("), (False, "a newcomer (")])
def test_whoever_takes_the_row_is_introduced_where_she_or_he_comes(scenario, model, baby, words):
    dated = model.setup.lives.changes.dated
    arrivals = dated[dated["what"] == ARRIVAL]
    came = model.setup.lives.changes.newcomers["birth_week"][arrivals["value"]]
    is_baby = arrivals["week"] - came < 52
    row = int(arrivals["row"][is_baby == baby][0])
    lines = tell(scenario, row)
    there = model.setup.lives.start
    assert OCCUPATIONS[there.occupation[row]].split("_")[0] in lines[0]
    assert any("the story of somebody else: " + words in line for line in lines)
