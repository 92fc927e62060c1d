"""What the mean-field twin expects of a scenario under every setting, on the people and visits of one seed.

Chance is left out, so that gains differ by what a setting moves and by nothing else.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ikdsim.agency.review import NO_STATIONS_SEEN
from ikdsim.errors import BadInput
from ikdsim.experiment.settings import Setting
from ikdsim.resident.changes import ATTENDS
from ikdsim.setup import Setup
from ikdsim.twin import Twin


class Expected:
    """Twins under each of `settings`; scenarios share people and strata where they can."""

    def __init__(self, settings: Sequence[Setting]) -> None:
        self._settings = tuple(settings)
        self._first: dict[tuple[str, str], Twin] = {}

    def users(self, setup: Setup) -> NDArray[np.float64]:
        """Residents of a set-up who use IKD at the end of each week, shape (settings, weeks).

        NaN where a policy looks at single service points, or activates people in sessions: the twin does not follow it.
        """
        if ATTENDS in setup.lives.changes.dated["what"]:
            return np.full((len(self._settings), setup.last_week - setup.first_week + 1), np.nan)
        return np.array([_users(self._twin(setting, setup)) for setting in self._settings])

    def _twin(self, setting: Setting, setup: Setup) -> Twin:
        changed, people = setting.of(setup.scenario), (setting.name, setup.made_from)
        if people in self._first:
            return self._first[people].under(changed)
        return self._first.setdefault(people, Twin(setup.under(changed)))


def _users(twin: Twin) -> NDArray[np.float64]:
    setup = twin.setup
    agents = np.diff(setup.residents.place_start)
    residents = np.array([place.residents for place in setup.region.places])
    try:
        return np.asarray(twin.run().users @ (residents / agents))
    except BadInput as problem:
        if [fault.code for fault in problem.faults] != [NO_STATIONS_SEEN]:
            raise
        return np.full(setup.last_week - setup.first_week + 1, np.nan)
