"""The mean-field twin of a scenario: the set-up of `IkdModel`, run in expected values, in milliseconds.

Use it where many runs are needed and the average is enough: a slider, a first search, a calibration. What chance does
from run to run, the twin does not tell.
"""

from functools import cached_property

import numpy as np

from ikdsim.agency.review import LookBack, NotFollowed, Seen
from ikdsim.engine.mean_field.core.strata import Strata
from ikdsim.engine.mean_field.core.supply import SupplyAhead
from ikdsim.engine.mean_field.engine import STRATA_PER_PLACE, ExpectedRun, run_strata
from ikdsim.engine.mean_field.look_ahead import supply_ahead
from ikdsim.engine.mean_field.strata import make_strata
from ikdsim.observe.review import places_seen
from ikdsim.resident.tables import as_record
from ikdsim.scenario.scenario import Scenario
from ikdsim.service.programme import Programme
from ikdsim.setup import Setup, as_setup


class Twin:
    """A scenario on the people and the visits of a seed, ready to run.

    `scenario` may have been set up already; if not, seed and scale are 1 unless given. Raises BadInput as `Setup` does.
    """

    def __init__(self, scenario: Scenario | Setup, seed: int | None = None, scale: float | None = None) -> None:
        self.setup = as_setup(scenario, seed, scale)
        self.tables = self.setup.tables
        self.supply = supply_ahead(self.setup.programme)

    def __repr__(self) -> str:
        return f"Twin of {self.setup!r}"

    @cached_property
    def strata(self) -> Strata:
        """Residents of a place who are alike."""
        weeks = (self.setup.first_week, self.setup.last_week)
        return make_strata(self.setup.seed, *self.setup.lives, self.tables, weeks, STRATA_PER_PLACE)

    def under(self, scenario: Scenario) -> "Twin":
        """A twin of another scenario, same seed and scale; people and strata are shared where they are alike."""
        other = Twin(self.setup.under(scenario))
        if self._makes_the_strata_of(other):
            other.strata = self.strata
        return other

    def _makes_the_strata_of(self, other: "Twin") -> bool:
        here, there = self.setup, other.setup
        same_weeks = (here.first_week, here.last_week) == (there.first_week, there.last_week)
        same_people = here.residents is there.residents
        same_changes = np.array_equal(here.lives.changes.dated, there.lives.changes.dated)
        same_tables = as_record(self.tables).tobytes() == as_record(other.tables).tobytes()
        return same_weeks and same_people and same_changes and same_tables

    def run(self) -> ExpectedRun:
        """Expected simulated residents by week, place and stage, and activations; each stands for `scale` people.

        At every review the run is made anew, with what policies answer to the expected users; up to there it stays
        the same. Raises BadInput for a policy that looks at single service points.
        """
        programme, expected = self.setup.programme, self._run(self.supply)
        for week in sorted(self.setup.reviews):
            programme = self.setup.programme_from(self.setup.first_week, self._look_back(week, programme, expected))
            expected = self._run(supply_ahead(programme))
        return expected

    def _run(self, supply: SupplyAhead) -> ExpectedRun:
        return run_strata(self.strata, supply, self.tables, self.setup.scale)

    def _look_back(self, now: int, programme: Programme, expected: ExpectedRun) -> LookBack:
        """What is seen up to the end of week `now` of a run."""

        def seen(week: int, weeks: int) -> Seen | None:
            if not self.setup.first_week <= week <= now:
                return None
            places = places_seen(self.setup, expected.users[week - self.setup.first_week])
            return Seen(week, places, programme.spent_until(week), NotFollowed())

        return seen
