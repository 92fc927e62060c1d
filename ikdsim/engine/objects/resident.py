"""A resident as a plain Mesa agent, with a `step` that can be read aloud."""

import math
from typing import Any

import mesa

from ikdsim import randomness
from ikdsim.engine.objects.commons import Commons
from ikdsim.engine.world import World
from ikdsim.resident import causes as c
from ikdsim.resident import draw_numbers as d
from ikdsim.resident import household, implementation, persuasion
from ikdsim.resident import stages as s
from ikdsim.resident.ages import age_band
from ikdsim.resident.columns import APPOINTMENT, ERRANDS_TOLD_APART, NEWS, NO_WEEK, NOTHING
from ikdsim.resident.cumulative_hazards import Groups, position, share_of_week
from ikdsim.resident.factors import attempt_of, life, own_factor, with_spell
from ikdsim.resident.traits import Traits, inclination_of
from ikdsim.service.supply import NOWHERE, station_by_share


def value_at(due: int) -> float:
    """The cumulative hazard value that `due` (grains) stands for, to be compared without a call; infinite for never."""
    return math.inf if due == randomness.NEVER else float(due * randomness.GRAIN)


class PlainResident(mesa.Agent):
    """One resident. All there is to know of her or him stands in attributes, numbers as rules take them.

    The model does not list these agents: it lists residents as they show themselves in every engine (agents/).
    """

    def __init__(self, model: mesa.Model, commons: Commons, row: int) -> None:
        self.model, self.unique_id, self.pos = model, row, None
        self.commons, self.row = commons, row
        self.family: list[PlainResident] = []
        """The others of the household."""
        self.neighbourhood, self.ward = int(commons.neighbourhood[row]), int(commons.ward[row])
        self.stage, self.entered = s.UNAWARE, 0
        self.errand_due, self.wake = math.inf, 0
        self.begin()

    def begin(self) -> None:
        """Be whoever stands in this row now, before anything has happened."""
        self.describe()
        self.trust = int(self.commons.world.residents.trust[self.row])
        self.due = [math.inf] * s.MOST_RIVALS
        self.spells, self.errands = 0, 0
        self.tries, self.avoids, self.awaits = 0, NOWHERE, NOTHING
        self.channel, self.is_pressed = 0, False
        self.bound_for: int | None = None

    def describe(self) -> None:
        """Take over who one is from the columns."""
        people, row = self.commons.world.residents, self.row
        self.place = int(people.place[row])
        self.birth_week = int(people.birth_week[row])
        self.occupation = int(people.occupation[row])
        self.groups = Groups(self.place, self.occupation, self.neighbourhood, self.ward)
        self.online = int(people.online[row])
        self.literacy = int(people.literacy[row])
        self.has_card = bool(people.card[row])
        self.recorded_week = int(people.recorded_week[row])
        self.adult_week = implementation.adult_week(self.birth_week)
        supported_week = int(people.supported_week[row])
        self.ready_week = implementation.ready_week(self.birth_week, self.recorded_week, supported_week)

    @property
    def world(self) -> World:
        """What all residents meet: cumulative hazards, supply, counters, tables."""
        return self.commons.world

    def start(self, before: int) -> None:
        """Stand as in week `before` the first: waiting, already aware, or a child."""
        if self.adult_week > before:
            self.wake = min(self.adult_week, NO_WEEK)
            return
        self.draw_errand_threshold(before)
        share = float(self.world.tables.already_aware[self.occupation])
        if self.is_opposed():
            self.move(before, s.REFUSING, c.OPPOSED_BEFORE)
        elif self.uniform_draw(d.ALREADY_AWARE_DRAW, 0) < randomness.as_draw(share):
            self.move(before, s.AWARE, c.ALREADY_AWARE)
        else:
            self.draw_thresholds(before)

    def is_opposed(self) -> bool:
        """Whether one is against IKD from the start."""
        drawn = self.uniform_draw(d.OPPOSED_DRAW, life(self.spells))
        return persuasion.is_opposed(self.trust, drawn, self.world.tables)

    def step(self) -> None:
        """One week: wait, keep an appointment, hear at home, run an errand, follow the first cause."""
        week = self.commons.week
        if self.wake == week:
            self.wake_up(week)
            return
        if self.awaits == APPOINTMENT:
            self.keep_appointment(week)
            if self.stage == s.INTENDING:
                return
        elif self.awaits == NEWS and self.hear_at_home(week):
            return
        elif self.value(c.ERRAND) >= self.errand_due or self.recorded_week == week >= self.adult_week:
            self.run_errand(week)
            if self.stage == s.INTENDING:
                return
        self.follow_first_cause(week)

    def wake_up(self, week: int) -> None:
        """Turn 17, or get the record or phone one was waiting for."""
        if self.stage == s.INTENDING:
            self.draw_thresholds(week)
            self.note(week, c.READY)
        else:
            self.come_of_age(week)
        if self.recorded_week == week:
            self.run_errand(week)

    def come_of_age(self, week: int) -> None:
        """Turn 17."""
        self.note(week, c.ADULT)
        self.draw_errand_threshold(week)
        if self.is_opposed():
            self.move(week, s.REFUSING, c.OPPOSED_BEFORE)
        else:
            self.draw_thresholds(week)

    def keep_appointment(self, week: int) -> None:
        """Come to the station of the appointment, or to a desk where that station is not open."""
        if self.bound_for is not None and self.world.supply.capacity_ms[self.bound_for] == 0:
            self.turn_up(week, self.world.supply.walk_in[self.place], self.avoids)

    def hear_at_home(self, week: int) -> bool:
        """The household's first user talks, or an invitation is brought home."""
        self.awaits = NOTHING
        world, invited = self.world, int(self.world.supply.invited[0])
        cause = household.news_at_home(world.seed, self.row, life(self.spells), self.stage, invited, world.tables)
        if cause == c.NO_CAUSE:
            return False
        self.move(week, int(c.TARGETS[cause]), cause)
        return True

    def listens_at_home(self, week: int) -> bool:
        """Whether news at home can do anything to one next week."""
        if self.adult_week > week + 1:
            return False
        world, invited = self.world, int(self.world.supply.invited[0])
        return household.listens_at_home(world.seed, self.row, life(self.spells), self.stage, invited, world.tables)

    def run_errand(self, week: int) -> None:
        """Go to an office or a visit (a user has nothing to do there); the next errand is drawn."""
        if self.stage not in s.USERS:
            self.turn_up(week, self.world.supply.errand[self.ward], NOWHERE)
        self.errands = (self.errands + 1) % ERRANDS_TOLD_APART
        self.draw_errand_threshold(week)

    def follow_first_cause(self, week: int) -> None:
        """Move, or turn up, because of the cause whose cumulative hazard passed first."""
        cause = self.first_cause()
        if cause is None:
            return
        if cause == c.WALK_IN:
            self.turn_up(week, self.world.supply.walk_in[self.place], self.avoids)
        elif cause == c.VISIT:
            self.turn_up(week, self.world.supply.visit[self.ward], NOWHERE)
        elif cause == c.REMOTE:
            self.turn_up(week, self.world.supply.remote[self.place], NOWHERE)
        else:
            self.move(week, c.CAUSES[cause].target, cause)

    def first_cause(self) -> int | None:
        """The rival cause of one's stage whose cumulative hazard passed one's threshold first this week."""
        passed, cumulative = [], self.world.cumulative
        for slot, cause in enumerate(c.RIVALS_OF_STAGE[self.stage]):
            at = self.position(cause)
            value, increment = int(cumulative.value[at]), int(cumulative.increment[at])
            if value >= self.due[slot]:
                passed.append((share_of_week(int(self.due[slot]) // randomness.GRAIN, value, increment), slot, cause))
        return min(passed)[2] if passed else None

    def turn_up(self, week: int, hazards: Any, avoided: int) -> None:
        """Choose a station in proportion to its hazard, shape (stations,); one may be avoided."""
        self.bound_for = station_by_share(hazards, self.uniform_draw(d.STATION_DRAW, week), avoided)

    @property
    def is_compelled(self) -> bool:
        """Whether one has no card while none is to be had, or is activated because it is asked for on an errand."""
        return self.is_pressed or (bool(self.world.supply.cards_missing[0]) and not self.has_card)

    def traits(self, week: int) -> Traits:
        """What one is like, as own factors read it."""
        band = age_band(self.birth_week, week)
        inclination = inclination_of(self.world.seed, self.row, life(self.spells))
        return Traits(self.online, band, self.literacy, self.trust, inclination, self.is_compelled, self.place)

    def move(self, week: int, after: int, event: int, station: int = -1) -> None:
        """Enter a stage (or the same again) and wait there with new thresholds."""
        before = self.stage
        if before != after:
            self.commons.count_move(self.row, before, after)
            self.stage = after
            self.entered = week
        self.draw_thresholds(week)
        self.note(week, event, station)

    def draw_thresholds(self, week: int) -> None:
        """Draw the thresholds of one's stage; who cannot act yet waits until it is possible."""
        self.due = [math.inf] * s.MOST_RIVALS
        self.wake = self.adult_week if self.stage <= s.FAVOURABLE else NO_WEEK
        if self.stage == s.INTENDING:
            self.wake = self.ready_week
            if self.ready_week > week:
                return
        again = attempt_of(self.spells, self.stage, week)
        self.spells = with_spell(self.spells, self.stage)
        for slot, cause in enumerate(c.RIVALS_OF_STAGE[self.stage]):
            threshold = self.threshold(cause + d.STAGE_THRESHOLDS * self.stage, again)
            self.due[slot] = value_at(randomness.due(self.value(cause), threshold, self.factor(slot, week)))

    def factor(self, slot: int, week: int) -> float:
        """One's own factor for a rival cause."""
        return own_factor(self.stage, slot, self.traits(week), self.world.tables)

    def draw_errand_threshold(self, week: int) -> None:
        """Draw when the next errand comes."""
        factor = float(self.world.tables.errands_by_age[age_band(self.birth_week, week)])
        threshold = self.threshold(d.ERRAND_THRESHOLD, self.errands)
        self.errand_due = value_at(randomness.due(self.value(c.ERRAND), threshold, factor))

    def position(self, cause: int) -> int:
        """Position of the cumulative hazard that one's group shares."""
        return position(self.world.cumulative, cause, self.groups)

    def value(self, cause: int) -> int:
        """Value of that cumulative hazard."""
        return int(self.world.cumulative.value[self.position(cause)])

    def threshold(self, decision: int, attempt: int) -> int:
        """One's threshold in a decision."""
        return randomness.threshold(self.world.seed, self.row, decision, attempt)

    def uniform_draw(self, decision: int, attempt: int) -> int:
        """One's luck in a decision."""
        return randomness.uniform_draw(self.world.seed, self.row, decision, attempt)

    def note(self, week: int, event: int, station: int = -1) -> None:
        """Write into the diary if one is watched."""
        self.commons.note(self.row, week, event, station, self.stage)
