"""A dated count: how many used IKD in a place on a day, out of whom, as somebody printed it.

Four bases are in use, and a percentage means little without its own: all residents, those who must hold a KTP-el
(wajib KTP), those whose biometrics are recorded, and the target, of which a share is often printed as a rate.
"""

import datetime
from dataclasses import dataclass
from typing import Final

from ikdsim.errors import Fault
from ikdsim.fields import REQUIRED, Day
from ikdsim.schema import Where, choice, declared, number, whole, words

NATION: Final = "nation"
LEVELS: Final = (NATION, "province", "city", "regency", "district", "village")
TARGET: Final = "target"
RECORDED: Final = "recorded"
WAJIB_KTP: Final = "wajib_ktp"
UNSPECIFIED: Final = "unspecified"
BASE_KINDS: Final = ("population", WAJIB_KTP, RECORDED, TARGET, "pilot", UNSPECIFIED)
PRINTED: Final = "printed"
COMPUTED: Final = "computed"
BASE_FROM: Final = (PRINTED, "borrowed", COMPUTED)
"""A base is printed with the count, taken from another page or date, or computed from what is printed."""
AS_SAID: Final = "as_said"
UPPER_BOUND: Final = "upper_bound"
DOUBTFUL: Final = "doubtful"
TRUST: Final = (AS_SAID, UPPER_BOUND, DOUBTFUL)
MOST_RESIDENTS: Final = 10**9
MOST_PERCENT: Final = 1000
"""Of a target; of people there are never more than 100."""
EARLIEST: Final = datetime.date(2022, 1, 1)
"""Nobody used IKD before: the first offices began in 2022."""
LATEST: Final = datetime.date(2035, 12, 31)
HALF_YEAR: Final = 183


@dataclass(frozen=True, kw_only=True)
class DatedCount:
    """One row of the panel; its keys are the columns of the file."""

    place: str = words()
    level: str = choice(LEVELS)
    date: datetime.date = declared(Day(REQUIRED, earliest=EARLIEST, latest=LATEST))
    give_or_take_days: int = whole(0, HALF_YEAR, "days", default=0)
    """By how much the date may be wrong."""
    activated: int | None = whole(0, MOST_RESIDENTS, "residents", default=None)
    base: int | None = whole(1, MOST_RESIDENTS, "residents", default=None)
    base_kind: str = choice(BASE_KINDS)
    base_from: str | None = choice(BASE_FROM, default=None)
    percent: float | None = number(0, MOST_PERCENT, "percent", default=None)
    """As printed; None where only a count is."""
    trust: str = choice(TRUST, default=AS_SAID)
    source: str = words()
    address: str | None = words(default=None)
    note: str | None = words(default=None)

    @property
    def share(self) -> float | None:
        """Active share of the base, from the counts where both are known, else from the percentage."""
        if self.activated is not None and self.base is not None:
            return self.activated / self.base
        return None if self.percent is None else self.percent / 100

    @property
    def earliest(self) -> datetime.date:
        """First day on which it may have been counted."""
        return self.date - datetime.timedelta(days=self.give_or_take_days)

    @property
    def latest(self) -> datetime.date:
        """Last day on which it may have been counted."""
        return self.date + datetime.timedelta(days=self.give_or_take_days)

    def faults(self, where: Where) -> list[Fault]:
        """What contradicts itself in the row at `where`."""
        faults = []
        if self.activated is None and self.percent is None:
            faults.append(where.fault("panel.nothing_counted", "activated", {"place": self.place}))
        if (self.base is None) != (self.base_from is None):
            faults.append(where.fault("panel.base_without_origin", "base", {"allowed": ", ".join(BASE_FROM)}))
        if self.base_kind != TARGET and max(self.share or 0, (self.percent or 0) / 100) > 1:
            facts = {"place": self.place, "percent": max(100 * (self.share or 0), self.percent or 0)}
            faults.append(where.fault("panel.more_than_all", "activated", facts))
        return faults
