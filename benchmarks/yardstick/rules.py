"""The numbers of the yardstick and what follows from them for a whole place, the same for every implementation.

Each is a module with `activated(rules, seed)`: active residents at the end of each week, shape (weeks, places).
"""

import tomllib
from pathlib import Path
from types import SimpleNamespace

import numpy as np
from numpy.typing import NDArray

UNAWARE, AWARE, FAVOURABLE, INTENDING, ACTIVE = range(5)


class Rules(SimpleNamespace):
    """The entries of rules.toml under their names; `residents` has shape (places,)."""

    def place_of_residents(self) -> NDArray[np.int64]:
        """Number of each resident's place, places in turn, shape (residents,)."""
        return np.repeat(np.arange(len(self.residents)), self.residents)

    def is_visited(self, week: int) -> NDArray[np.bool_]:
        """Whether a visit comes to each place in `week` (0 is the first), shape (places,)."""
        return (week + np.arange(len(self.residents))) % self.visit_every == 0

    def chances(self, week: int, active: NDArray[np.int64]) -> NDArray[np.float64]:
        """Probability to leave each stage but the last within the week, or to turn up; shape (places, 4).

        `active` counts the active residents of each place at the end of last week.
        """
        contacts = active / self.residents
        hazards = np.empty((len(contacts), ACTIVE))
        hazards[:, UNAWARE] = self.hear + self.hear_from_contacts * contacts
        hazards[:, AWARE] = self.persuade * (1.0 + self.contact_weight * contacts)
        hazards[:, FAVOURABLE] = self.decide
        hazards[:, INTENDING] = self.turn_up + self.turn_up_at_visit * self.is_visited(week)
        return 1.0 - np.exp(-hazards)

    def turns(self, week: int) -> NDArray[np.float64]:
        """Residents who can be served in `week` in each place; the last one with the probability of the fraction."""
        minutes = self.desk_minutes + self.visit_minutes * self.is_visited(week)  # for each 1,000 residents
        return minutes * self.residents / 1000.0 / self.handling_minutes


def load_rules(scale: float = 1.0) -> Rules:
    """The yardstick, one simulated resident for each `scale`; officers' time shrinks with them."""
    entries = tomllib.loads(Path(__file__).with_name("rules.toml").read_text(encoding="utf-8"))
    residents = np.rint(np.array(entries["residents"]) / scale).astype(np.int64)
    return Rules(**{**entries, "residents": residents})
