"""Groups: everybody is counted once by each of what tells groups apart."""

import numpy as np
import pytest

from ikdsim.observe.groups import COUNTED, GROUP_NAMES, GROUPS, count_groups
from ikdsim.resident import stages as s
from ikdsim.resident.columns import NO_WEEK, RETIRED, SUPPORTED_PHONE, WOMAN
from ikdsim.resident.state import initial_state
from tests.factories import LIVELY, make_model, writable

WEEK, ROW = 107, 0
YEAR = 52.18


@pytest.fixture(scope="module")
def model():
    model = make_model(parameters=LIVELY)
    model.run()
    return model


@pytest.fixture(scope="module")
def counts(model):
    return count_groups(model.residents, model.engine.state(), model.week)


def test_every_sort_of_group_holds_everybody(model, counts):
    in_place = np.diff(model.residents.place_start)
    for by in GROUPS:
        of_sort = [position for position, name in enumerate(GROUP_NAMES) if name[0] == by]
        assert (counts[:, of_sort, COUNTED.index("residents")].sum(axis=1) == in_place).all()


def test_users_are_those_whom_the_observer_of_equity_counts(model, counts):
    seen, users = model.observations.equity, counts[:, :, COUNTED.index("users")].sum(axis=0)
    for by, counted in (("sex", seen.by_sex), ("device", seen.by_device), ("occupation", seen.by_occupation)):
        assert [users[GROUP_NAMES.index((by, name))] for name in GROUPS[by]] == counted[-1].tolist()
    assert users.sum() > 0


def test_each_resident_stands_in_her_own_groups():
    residents = writable(make_model().residents)
    before, state = (
        count_groups(residents, initial_state(len(residents.place)), WEEK),
        initial_state(len(residents.place)),
    )
    residents.birth_week[ROW] = WEEK - 70 * YEAR
    residents.sex[ROW], residents.device[ROW], residents.occupation[ROW] = WOMAN, SUPPORTED_PHONE, RETIRED
    residents.literacy[ROW], residents.recorded_week[ROW] = 64, 1
    state.stage[ROW] = s.CONFIRMED
    counts = count_groups(residents, state, WEEK)
    used = {name for position, name in enumerate(GROUP_NAMES) if counts[0, position, COUNTED.index("users")]}
    assert used == {
        *(("age", "65_and_over"), ("sex", "women"), ("device", "supported_phone")),
        *(("occupation", "retired"), ("literacy", "low")),
    }
    assert counts[1:].tolist() == before[1:].tolist()


@pytest.mark.parametrize(
    ("age", "recorded", "counted"),
    [
        (10, NO_WEEK, {"residents"}),
        (40, NO_WEEK, {"residents", "adults"}),
        (40, 5, {"residents", "adults", "recorded"}),
    ],
)
def test_who_belongs_to_a_base(age, recorded, counted):
    residents = writable(make_model().residents)
    state = initial_state(len(residents.place))
    residents.sex[:] = 1
    residents.sex[ROW], residents.birth_week[ROW], residents.recorded_week[ROW] = WOMAN, WEEK - age * YEAR, recorded
    women = count_groups(residents, state, WEEK)[0, GROUP_NAMES.index(("sex", "women"))]
    assert {name for name, number in zip(COUNTED, women, strict=True) if number} == counted
