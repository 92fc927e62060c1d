"""What all residents of the objects engine share: the week, the world, and the counters that their moves push."""

import numpy as np
from numpy.typing import NDArray

from ikdsim.engine.world import World
from ikdsim.resident import stages as s
from ikdsim.resident.ages import age_band


class Commons:
    """The world as every resident meets it; who acts is told by her or his row."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.week = 0
        """The current week."""
        residents = world.residents
        self.neighbourhood, self.household, self.ward = residents.neighbourhood, residents.household, residents.ward

    def count_move(self, row: int, before: int, after: int) -> None:
        """Push the counters when a resident changes stage."""
        self.count_stage(row, before, after)
        if before in s.USERS and after not in s.USERS:
            self.world.counters.lapses[0 if after == s.LAPSED else 1] += 1

    def count_stage(self, row: int, before: int, after: int) -> None:
        """Take a resident from the stocks of one stage to those of another."""
        counters, people = self.world.counters, self.world.residents
        counters.stage_by_place[people.place[row], before] -= 1
        counters.stage_by_place[people.place[row], after] += 1
        change = int(after in s.USERS) - int(before in s.USERS)
        if change:
            counters.active_by_age[age_band(people.birth_week[row], self.world.table_week)] += change
            counters.active_by_sex[people.sex[row]] += change
            counters.active_by_device[people.device[row]] += change
            counters.active_by_occupation[people.occupation[row]] += change
        lapsed = int(after == s.LAPSED) - int(before == s.LAPSED)
        counters.contacts[self.neighbourhood[row]] += change - lapsed

    def note(self, row: int, week: int, event: int, station: int, stage: int) -> None:
        """Write into the diary if this resident, who is now in `stage`, is watched."""
        diary = self.world.diary
        if row == diary.resident and diary.length[0] < len(diary.rows):
            diary.rows[diary.length[0]] = week, event, station, stage
            diary.length[0] += 1


def contacts_around(world: World) -> NDArray[np.float64]:
    """Weighted share of users around each resident before the week is lived, by RT, 0-1."""
    counters, residents, near = world.counters, world.residents, world.tables.near
    in_neighbourhood = np.maximum(counters.contacts, 0) / np.diff(residents.neighbourhood_start)
    users = counters.stage_by_place[:, s.USERS].sum(axis=1)
    in_place = users / np.diff(residents.place_start)
    weighted: NDArray[np.float64] = near * in_neighbourhood + (1.0 - near) * in_place[residents.neighbourhood_place]
    return weighted
