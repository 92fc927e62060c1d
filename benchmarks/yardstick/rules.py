"""The numbers of the yardstick and what follows from them for a whole place, the same for every implementation.

An implementation is a module with one function, `activated(rules, seed)`: active residents at the end of each week in
each place, shape (weeks, places).
"""

import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

UNAWARE, AWARE, FAVOURABLE, INTENDING, ACTIVE = range(5)
RULES_FILE: Final = Path(__file__).parent / "rules.toml"
PER: Final = 1000.0
"""Officers' time is given for so many residents."""


@dataclass(frozen=True)
class Rules:
    """The entries of rules.toml; `residents` has shape (places,)."""

    weeks: int
    residents: NDArray[np.int64]
    hear: float
    hear_from_contacts: float
    persuade: float
    contact_weight: float
    decide: float
    turn_up: float
    turn_up_at_visit: float
    visit_every: int
    handling_minutes: float
    desk_minutes: float
    visit_minutes: float

    def scaled(self, scale: float) -> "Rules":
        """The same rules for places of one resident for each `scale`; officers' time shrinks with them."""
        return replace(self, residents=np.rint(self.residents / scale).astype(np.int64))

    def place_of_residents(self) -> NDArray[np.int64]:
        """Number of each resident's place, places in turn, shape (residents,)."""
        return np.repeat(np.arange(len(self.residents)), self.residents)

    def is_visited(self, week: int) -> NDArray[np.bool_]:
        """Whether a visit comes to each place in `week` (0 is the first), shape (places,)."""
        return np.asarray((week + np.arange(len(self.residents))) % self.visit_every == 0)

    def hazards(self, week: int, active: NDArray[np.int64]) -> NDArray[np.float64]:
        """Weekly hazard to leave each stage but the last, or to turn up; shape (places, 4).

        `active` counts the active residents of each place at the end of last week.
        """
        contacts = active / self.residents
        hazards = np.empty((len(contacts), ACTIVE))
        hazards[:, UNAWARE] = self.hear + self.hear_from_contacts * contacts
        hazards[:, AWARE] = self.persuade * (1.0 + self.contact_weight * contacts)
        hazards[:, FAVOURABLE] = self.decide
        hazards[:, INTENDING] = self.turn_up + self.turn_up_at_visit * self.is_visited(week)
        return hazards

    def chances(self, week: int, active: NDArray[np.int64]) -> NDArray[np.float64]:
        """Probability to leave each stage but the last within the week, or to turn up; shape (places, 4)."""
        return 1.0 - np.exp(-self.hazards(week, active))

    def minutes(self, week: int) -> NDArray[np.float64]:
        """Officers' time of `week` in each place, shape (places,)."""
        return (self.desk_minutes + self.visit_minutes * self.is_visited(week)) * self.residents / PER

    def turns(self, week: int) -> NDArray[np.float64]:
        """Residents who can be served in `week` in each place; the last one with the probability of the fraction."""
        return self.minutes(week) / self.handling_minutes


def load_rules(scale: float = 1.0) -> Rules:
    """The yardstick, one simulated resident for each `scale`."""
    entries = tomllib.loads(RULES_FILE.read_text(encoding="utf-8"))
    return Rules(**{**entries, "residents": np.array(entries["residents"], np.int64)}).scaled(scale)
