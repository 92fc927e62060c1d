"""A resident as a plain Mesa agent, with a `step` that can be read aloud."""

import math
from typing import TYPE_CHECKING, Any

import mesa

from ikdsim import randomness
from ikdsim.engine.agent import IkdAgent
from ikdsim.engine.world import World
from ikdsim.resident import causes as c
from ikdsim.resident import decisions as d
from ikdsim.resident import household, implementation, persuasion
from ikdsim.resident import stages as s
from ikdsim.resident.ages import age_band
from ikdsim.resident.columns import NO_WEEK
from ikdsim.resident.cumulative_hazards import position, share_of_week
from ikdsim.resident.factors import own_factor, spell, with_spell
from ikdsim.service.queue import gets_turn
from ikdsim.service.supply import station_by_share

USERS = (s.ACTIVE, s.CONFIRMED)


if TYPE_CHECKING:
    from ikdsim.engine.objects.engine import ObjectsEngine


def value_at(due: int) -> float:
    """The cumulative hazard value that `due` (grains) stands for, to be compared without a call; infinite for never."""
    return math.inf if due == randomness.NEVER else float(due * randomness.GRAIN)


class ResidentAgent(IkdAgent):
    """One resident. Everything about him stands in his own attributes; `world` is what all share."""

    def __init__(self, model: mesa.Model, engine: "ObjectsEngine", row: int) -> None:
        super().__init__(model)
        people = engine.world.residents
        self.engine = engine
        self.row = row
        self.place = int(people.place[row])
        self.neighbourhood = int(engine.neighbourhood[row])
        self.household = int(engine.household[row])
        self.birth_week = int(people.birth_week[row])
        self.sex = int(people.sex[row])
        self.occupation = int(people.occupation[row])
        self.device = int(people.device[row])
        self.online = int(people.online[row])
        self.literacy = int(people.literacy[row])
        self.has_card = bool(people.card[row])
        self.adult_week = implementation.adult_week(self.birth_week)
        self.ready_week = implementation.ready_week(
            self.birth_week, int(people.recorded_week[row]), int(people.supported_week[row])
        )
        self.trust = int(people.trust[row])
        self.stage = s.UNAWARE
        self.entered = 0
        self.due = [math.inf] * s.MOST_RIVALS
        self.errand_due = math.inf
        self.wake = 0
        self.spells = 0
        self.errands = 0
        self.tries = 0
        self.channel = 0
        self.compelled = 0
        self.news_at_home = False
        self.bound_for: int | None = None

    @property
    def world(self) -> World:
        """What all residents share: cumulative hazards, supply, counters, tables."""
        return self.engine.world

    def start(self, before: int) -> None:
        """Stand as in week `before` the first: waiting, already aware, or a child."""
        if self.adult_week > before:
            self.wake = min(self.adult_week, NO_WEEK)
            return
        self.draw_errand_threshold(before)
        share = float(self.world.tables.already_aware[self.occupation])
        if self.uniform_draw(d.ALREADY_AWARE_DRAW, 0) < randomness.as_draw(share):
            self.move(s.AWARE, before, c.ALREADY_AWARE)
        else:
            self.draw_thresholds(before)

    def step(self) -> None:
        """One week: wait, hear at home, run an errand, follow the first cause."""
        week = self.engine.week
        if self.wake == week:
            self.wake_up(week)
            return
        if self.news_at_home and self.hear_at_home(week):
            return
        if self.value(c.ERRAND) >= self.errand_due:
            self.run_errand(week)
            if self.stage == s.INTENDING:
                return
        self.follow_first_cause(week)

    def wake_up(self, week: int) -> None:
        """Turn 17, or get the record or phone one was waiting for."""
        if self.stage == s.UNAWARE:
            self.draw_errand_threshold(week)
        self.draw_thresholds(week)
        self.note(week, c.ADULT if self.stage == s.UNAWARE else c.READY)

    def hear_at_home(self, week: int) -> bool:
        """The household's first user talks."""
        self.news_at_home = False
        cause = household.news_at_home(self.world.seed, self.row, self.stage, self.world.tables)
        if cause == c.NO_CAUSE:
            return False
        self.move(int(c.TARGETS[cause]), week, cause)
        return True

    def listens_at_home(self, week: int) -> bool:
        """Whether news at home can do anything to one next week."""
        if self.adult_week > week + 1:
            return False
        return household.listens_at_home(self.world.seed, self.row, self.stage, self.world.tables)

    def run_errand(self, week: int) -> None:
        """Go to an office or a visit (a user has nothing to do there); the next errand is drawn."""
        if self.stage not in USERS:
            self.turn_up(week, self.world.supply.errand)
        self.errands = (self.errands + 1) % 256
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
            self.move(c.CAUSES[cause].target, week, cause)

    def first_cause(self) -> int | None:
        """The rival cause of one's stage whose cumulative hazard passed one's threshold first this week."""
        passed = []
        for slot, cause in enumerate(c.RIVALS_OF_STAGE[self.stage]):
            at = self.meter(cause)
            value, increment = int(self.world.cumulative.value[at]), int(self.world.cumulative.increment[at])
            if value >= self.due[slot]:
                passed.append((share_of_week(int(self.due[slot]) // randomness.GRAIN, value, increment), slot, cause))
        return min(passed)[2] if passed else None

    def turn_up(self, week: int, hazards: Any) -> None:
        """Choose a station in proportion to its hazard."""
        self.bound_for = station_by_share(hazards[self.place], self.uniform_draw(d.STATION_DRAW, week))

    def meet_officer(self, week: int, station: int) -> None:
        """One's turn at a station has come."""
        if self.stage == s.INTENDING and self.ready_week <= week:
            self.attempt(week, station)
        elif not self.is_offered(week, station):
            self.note(week, c.NOT_OFFERED, station)
        elif not self.gets_time(week, d.TURN_DRAW, self.world.tables.explaining_ms, station):
            self.note(week, c.NO_TIME, station)
        else:
            self.answer_offer(week, station)

    def answer_offer(self, week: int, station: int) -> None:
        """Take IKD at once, hear of it for the first time, or decline."""
        self.world.counters.offered[station] += 1
        if self.accepts(week, station):
            if self.stage != s.INTENDING:
                self.move(s.INTENDING, week, c.ACCEPTED_OFFER, station)
            self.attempt(week, station)
        elif self.stage == s.UNAWARE:
            self.move(s.AWARE, week, c.EXPLAINED, station)
        else:
            self.note(week, c.DECLINED, station)

    def is_offered(self, week: int, station: int) -> bool:
        """Whether an officer would offer IKD."""
        supply = self.world.supply
        chance = supply.offer if self.has_card else supply.offer_without_card
        return self.uniform_draw(d.OFFER_DRAW, week) < int(chance[station])

    def accepts(self, week: int, station: int) -> bool:
        """Whether one can and will take IKD at once."""
        if self.ready_week > week:
            return False
        supply = self.world.supply
        factor = float(supply.station_factor[station] * supply.useful[self.occupation])
        chance = persuasion.accepts_on_the_spot(self.stage, self.trust, self.literacy, factor, self.world.tables)
        return self.uniform_draw(d.ACCEPT_DRAW, week) < randomness.as_draw(chance)

    def attempt(self, week: int, station: int) -> None:
        """Stand in the queue to activate: served, failed or sent home."""
        supply, counters = self.world.supply, self.world.counters
        counters.came[station] += 1
        needed = implementation.handling_ms(self.literacy, float(supply.speed[station]), self.world.tables)
        if not self.gets_time(week, d.ACTIVATION_TURN_DRAW, needed, station):
            counters.turned_away[station] += 1
            self.go_home(week, c.TURNED_AWAY, station)
        elif self.uniform_draw(d.FAILURE_DRAW, week) < int(supply.failure[station]):
            counters.failed[station] += 1
            self.go_home(week, c.FAILED, station)
        else:
            counters.served[station] += 1
            self.activate(week, station)

    def gets_time(self, week: int, decision: int, needed: int, station: int) -> bool:
        """Whether one gets a turn; the officers' time goes, for the last one what is left of it."""
        used = self.world.counters.used_ms
        left = int(self.world.supply.capacity_ms[station] - used[station])
        used[station] += min(left, needed)
        return gets_turn(left, needed, self.uniform_draw(decision, week))

    def activate(self, week: int, station: int) -> None:
        """Be verified and leave with an active IKD; if first at home, the others hear of it."""
        supply, counters = self.world.supply, self.world.counters
        self.tries = 0
        self.channel = int(supply.kind[station])
        self.compelled = int(bool(supply.cards_missing[0]) and not self.has_card)
        counters.compelled[0] += self.compelled
        counters.activations_by_channel[self.channel] += 1
        self.move(s.ACTIVE, week, c.ACTIVATED, station)
        family = [other for other in self.engine.households[self.household] if other is not self]
        if not any(other.stage in USERS for other in family):
            for other in family:
                other.news_at_home = other.news_at_home or other.listens_at_home(week)

    def go_home(self, week: int, event: int, station: int) -> None:
        """Go home without IKD: less trust, and after the last try no intention."""
        self.tries += 1
        self.trust = implementation.trust_after_disappointment(self.trust, self.world.tables)
        if self.tries >= self.world.tables.most_tries:
            self.tries = 0
            self.note(week, event, station)
            self.move(s.FAVOURABLE, week, c.GAVE_UP, station)
        else:
            self.move(s.INTENDING, week, event, station)

    def move(self, after: int, week: int, event: int, station: int = -1) -> None:
        """Enter a stage (or the same again) and wait there with new thresholds."""
        before = self.stage
        if before != after:
            self.engine.count_move(self, before, after)
            self.stage = after
            self.entered = week
        self.draw_thresholds(week)
        self.note(week, event, station)

    def draw_thresholds(self, week: int) -> None:
        """Draw the thresholds of one's stage; who cannot act yet waits for the week he can."""
        self.due = [math.inf] * s.MOST_RIVALS
        self.wake = {s.UNAWARE: self.adult_week, s.INTENDING: self.ready_week}.get(self.stage, NO_WEEK)
        if self.stage == s.INTENDING and self.ready_week > week:
            return
        again = spell(self.spells, self.stage)
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

    def meter(self, cause: int) -> int:
        """Position of the cumulative hazard that one's group shares."""
        return position(self.world.cumulative, cause, self.place, self.occupation, self.neighbourhood)

    def value(self, cause: int) -> int:
        """Value of that cumulative hazard."""
        return int(self.world.cumulative.value[self.meter(cause)])

    def uniform_draw(self, decision: int, attempt: int) -> int:
        """One's luck in a decision."""
        return randomness.uniform_draw(self.world.seed, self.row, decision, attempt)

    def note(self, week: int, event: int, station: int = -1) -> None:
        """Write into the diary if one is watched."""
        self.engine.note(self, week, event, station)
