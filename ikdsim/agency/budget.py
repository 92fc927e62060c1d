"""Yearly budgets: policies that are paid from one stop when its money of the year is spent.

What a policy costs in a week is known when the week is planned, so the office stops in time and never overdraws.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from ikdsim.clock import monday_of


@dataclass(frozen=True)
class YearlyBudget:
    """Money of a year for some policies together."""

    policies: tuple[str, ...]
    """Their names."""
    rupiah: float


class Accounts:
    """What policies have cost since January, week by week, while there is a budget.

    A week belongs to the year of its Monday. Weeks come one after the other; the last can come again, and counts once.
    """

    def __init__(self, week: int = 0, begun: Iterable[str] = ()) -> None:
        """Accounts of no week so far, from `week` on; the policies of these names have `begun` before."""
        self.next_week = week
        """The week after the last that is known."""
        self._year = 0
        self._spent: dict[int, Mapping[str, float]] = {}
        self._begun = set(begun)
        self._stopped: set[str] = set()

    def stopped(self, week: int, budgets: Collection[YearlyBudget], costs: Mapping[str, float]) -> set[str]:
        """Names of the policies that stand still in `week`, whose `costs` by name would be these (rupiah).

        Who cannot be paid in full for a week stops until January; who has not begun by then never begins.
        """
        self._begin_year(monday_of(week).year)
        self.next_week = week + 1
        earlier = [spent for paid, spent in self._spent.items() if paid < week]
        for budget in budgets:
            left = budget.rupiah - sum(spent.get(name, 0.0) for spent in earlier for name in budget.policies)
            for name, cost in costs.items():
                if name not in budget.policies or name in self._stopped:
                    continue
                if cost > left:
                    self._stopped.add(name)
                else:
                    left -= cost
        limited = {name for budget in budgets for name in budget.policies}
        return {name for name in self._stopped if name in limited or name not in self._begun}

    def pay(self, budgets: Collection[YearlyBudget], costs: Mapping[str, float]) -> None:
        """Note what those that did not stand still in that week have cost; without `budgets` it is of no account."""
        self._begun |= costs.keys()
        if budgets:
            self._spent[self.next_week - 1] = costs

    def _begin_year(self, year: int) -> None:
        """In January money is there again for all who had begun."""
        if year != self._year:
            self._year = year
            self._spent.clear()
            self._stopped -= self._begun
