"""Equity: for whom adoption works, by age band, sex, phone and occupation."""

import numpy as np

from ikdsim.observe.observer import Observer, WeekSeen
from ikdsim.resident.ages import AGE_BANDS
from ikdsim.resident.columns import DEVICES, OCCUPATIONS, SEXES


class Equity(Observer):
    """Active and confirmed simulated residents by group; each array has shape (weeks, groups)."""

    remembers = ("by_age", "by_sex", "by_device", "by_occupation")

    def __init__(self, weeks: int) -> None:
        self.by_age = np.zeros((weeks, len(AGE_BANDS)), np.int64)
        self.by_sex = np.zeros((weeks, len(SEXES)), np.int64)
        self.by_device = np.zeros((weeks, len(DEVICES)), np.int64)
        self.by_occupation = np.zeros((weeks, len(OCCUPATIONS)), np.int64)

    def look(self, week: WeekSeen) -> None:
        """Remember the users of every group."""
        self.by_age[week.index] = week.counters.active_by_age
        self.by_sex[week.index] = week.counters.active_by_sex
        self.by_device[week.index] = week.counters.active_by_device
        self.by_occupation[week.index] = week.counters.active_by_occupation
