"""A resident as a plain Mesa agent, with a `step` that can be read aloud."""

import math
from typing import Any

import mesa

from ikdsim import randomness
from ikdsim.engine.objects.commons import Commons
from ikdsim.engine.world import World
from ikdsim.resident import causes as c
from ikdsim.resident import draw_numbers as d
from ikdsim.resident import household, implementation
from ikdsim.resident import stages as s
from ikdsim.resident.ages import age_band
from ikdsim.resident.columns import ERRANDS_TOLD_APART, NO_WEEK
from ikdsim.resident.cumulative_hazards import position, share_of_week
from ikdsim.resident.factors import attempt_of, life, own_factor, with_spell
from ikdsim.service.supply import station_by_share


def value_at(due: int) -> float:
    """The cumulative hazard value that `due` (grains) stands for, to be compared without a call; infinite for never."""
    return math.inf if due == randomness.NEVER else float(due * randomness.GRAIN)


class PlainResident(mesa.Agent):
    """One resident. All there is to know of her or him stands in attributes, numbers as rules take them.

    The model does not list these agents: it lists residents as they show themselves in every engine (agents/).
    """

    def __init__(self, model: mesa.Model, commons: Commons, row: int) -> None:
        self.model, self.unique_id, self.pos = model, row, None
        self.commons = commons
        self.row = row
        self.family: list[PlainResident] = []
        """The others of the household."""
        self.neighbourhood = int(commons.neighbourhood[row])
        self.stage = s.UNAWARE
        self.entered = 0
        self.errand_due, self.wake = math.inf, 0
        self.begin()

    def begin(self) -> None:
        """Be whoever stands in this row now, before anything has happened."""
        self.describe()
        self.trust = int(self.commons.world.residents.trust[self.row])
        self.due = [math.inf] * s.MOST_RIVALS
        self.spells = 0
        self.errands = 0
        self.tries = 0
        self.channel = 0
        self.compelled = 0
        self.news_at_home = False
        self.bound_for: int | None = None

    def describe(self) -> None:
        """Take over who one is from the columns."""
        people, row = self.commons.world.residents, self.row
        self.place = int(people.place[row])
        self.birth_week = int(people.birth_week[row])
        self.occupation = int(people.occupation[row])
        self.online = int(people.online[row])
        self.literacy = int(people.literacy[row])
        self.has_card = bool(people.card[row])
        self.recorded_week = int(people.recorded_week[row])
        self.adult_week = implementation.adult_week(self.birth_week)
        self.ready_week = implementation.ready_week(
            self.birth_week, self.recorded_week, int(people.supported_week[row])
        )

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
        if self.uniform_draw(d.ALREADY_AWARE_DRAW, 0) < randomness.as_draw(share):
            self.move(before, s.AWARE, c.ALREADY_AWARE)
        else:
            self.draw_thresholds(before)

    def step(self) -> None:
        """One week: wait, hear at home, run an errand, follow the first cause."""
        week = self.commons.week
        if self.wake == week:
            self.wake_up(week)
            return
        if self.news_at_home and self.hear_at_home(week):
            return
        if self.value(c.ERRAND) >= self.errand_due or self.recorded_week == week >= self.adult_week:
            self.run_errand(week)
            if self.stage == s.INTENDING:
                return
        self.follow_first_cause(week)

    def wake_up(self, week: int) -> None:
        """Turn 17, or get the record or phone one was waiting for."""
        if self.stage != s.INTENDING:
            self.draw_errand_threshold(week)
        self.draw_thresholds(week)
        self.note(week, c.READY if self.stage == s.INTENDING else c.ADULT)
        if self.recorded_week == week:
            self.run_errand(week)

    def hear_at_home(self, week: int) -> bool:
        """The household's first user talks."""
        self.news_at_home = False
        cause = household.news_at_home(self.world.seed, self.row, life(self.spells), self.stage, self.world.tables)
        if cause == c.NO_CAUSE:
            return False
        self.move(week, int(c.TARGETS[cause]), cause)
        return True

    def listens_at_home(self, week: int) -> bool:
        """Whether news at home can do anything to one next week."""
        if self.adult_week > week + 1:
            return False
        return household.listens_at_home(self.world.seed, self.row, life(self.spells), self.stage, self.world.tables)

    def run_errand(self, week: int) -> None:
        """Go to an office or a visit (a user has nothing to do there); the next errand is drawn."""
        if self.stage not in s.USERS:
            self.turn_up(week, self.world.supply.errand)
        self.errands = (self.errands + 1) % ERRANDS_TOLD_APART
        self.draw_errand_threshold(week)

    def follow_first_cause(self, week: int) -> None:
        """Move, or turn up, because of the cause whose cumulative hazard passed first."""
        cause = self.first_cause()
        if cause is None:
            return
        if cause == c.WALK_IN:
            self.turn_up(week, self.world.supply.walk_in)
        elif cause == c.VISIT:
            self.turn_up(week, self.world.supply.visit)
        else:
            self.move(week, c.CAUSES[cause].target, cause)

    def first_cause(self) -> int | None:
        """The rival cause of one's stage whose cumulative hazard passed one's threshold first this week."""
        passed = []
        for slot, cause in enumerate(c.RIVALS_OF_STAGE[self.stage]):
            at = self.position(cause)
            value, increment = int(self.world.cumulative.value[at]), int(self.world.cumulative.increment[at])
            if value >= self.due[slot]:
                passed.append((share_of_week(int(self.due[slot]) // randomness.GRAIN, value, increment), slot, cause))
        return min(passed)[2] if passed else None

    def turn_up(self, week: int, hazards: Any) -> None:
        """Choose a station in proportion to its hazard."""
        self.bound_for = station_by_share(hazards[self.place], self.uniform_draw(d.STATION_DRAW, week))

    def activate(self, week: int, station: int) -> None:
        """Be verified and leave with an active IKD; if first at home, the others hear of it."""
        supply, counters = self.world.supply, self.world.counters
        self.tries = 0
        self.channel = int(supply.kind[station])
        self.compelled = int(bool(supply.cards_missing[0]) and not self.has_card)
        counters.compelled[0] += self.compelled
        counters.activations_by_channel[self.channel] += 1
        self.move(week, s.ACTIVE, c.ACTIVATED, station)
        if not any(other.stage in s.USERS for other in self.family):
            for other in self.family:
                other.news_at_home = other.news_at_home or other.listens_at_home(week)

    def go_home(self, week: int, event: int, station: int) -> None:
        """Go home without IKD: less trust, and after the last try no intention."""
        self.tries += 1
        self.trust = implementation.trust_after_disappointment(self.trust, self.world.tables)
        if self.tries >= self.world.tables.most_tries:
            self.tries = 0
            self.note(week, event, station)
            self.move(week, s.FAVOURABLE, c.GAVE_UP, station)
        else:
            self.move(week, s.INTENDING, event, station)

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
        self.wake = self.ready_week if self.stage == s.INTENDING else self.adult_week
        if self.stage == s.INTENDING and self.ready_week > week:
            return
        again = attempt_of(self.spells, self.stage, week)
        self.spells = with_spell(self.spells, self.stage)
        for slot, cause in enumerate(c.RIVALS_OF_STAGE[self.stage]):
            threshold = randomness.threshold(self.world.seed, self.row, cause + d.STAGE_THRESHOLDS * self.stage, again)
            self.due[slot] = value_at(randomness.due(self.value(cause), threshold, self.factor(slot, week)))

    def factor(self, slot: int, week: int) -> float:
        """One's own factor for a rival cause."""
        band = age_band(self.birth_week, week)
        return own_factor(
            self.stage, slot, self.online, band, self.literacy, self.trust, self.compelled, self.world.tables
        )

    def draw_errand_threshold(self, week: int) -> None:
        """Draw when the next errand comes."""
        factor = float(self.world.tables.errands_by_age[age_band(self.birth_week, week)])
        threshold = randomness.threshold(self.world.seed, self.row, d.ERRAND_THRESHOLD, self.errands)
        self.errand_due = value_at(randomness.due(self.value(c.ERRAND), threshold, factor))

    def position(self, cause: int) -> int:
        """Position of the cumulative hazard that one's group shares."""
        return position(self.world.cumulative, cause, self.place, self.occupation, self.neighbourhood)

    def value(self, cause: int) -> int:
        """Value of that cumulative hazard."""
        return int(self.world.cumulative.value[self.position(cause)])

    def uniform_draw(self, decision: int, attempt: int) -> int:
        """One's luck in a decision."""
        return randomness.uniform_draw(self.world.seed, self.row, decision, attempt)

    def note(self, week: int, event: int, station: int = -1) -> None:
        """Write into the diary if one is watched."""
        self.commons.note(self.row, week, event, station, self.stage)
