"""Remote activation, a counterfactual: it is not allowed today. Officers at a remote desk verify by video who calls.

Dukcapil says that IKD cannot be activated by telephone or video. Kabupaten Cilacap did so from May 2024, and reports
some 1,000 requests a day on eight telephones where there had been under 100; no later count is known. The policy asks
what a desk of this kind would bring if the centre allowed it. Its officers are hired.
"""

from dataclasses import dataclass
from typing import Final

from ikdsim.agency.assignment import ADDED, Task, assign
from ikdsim.agency.conditions import Conditions, ExtraOfficers
from ikdsim.agency.officers import EVERYWHERE
from ikdsim.agency.resources import MINUTES_PER_HOUR
from ikdsim.clock import week_of
from ikdsim.policy.base import Policy
from ikdsim.schema import whole
from ikdsim.service.kinds import KINDS, REMOTE_DESK

ALL_OF_IT: Final = 1.0


@dataclass(frozen=True, kw_only=True)
class RemoteActivation(Policy):
    """Officers who verify by video, and do nothing else."""

    kind = "remote_activation"
    title = {"id": "Aktivasi jarak jauh (pengandaian)", "en": "Remote activation (counterfactual)"}
    decided_by = "centre"

    officers: int = whole(1, 100, "officers at the remote desk, for the region alone")

    def change(self, conditions: Conditions, week: int) -> None:
        """Put the officers at the remote desk, and pay for them and, in the first week, for their places of work."""
        value = conditions.parameters.value
        each = value("resources.officer_hours") * MINUTES_PER_HOUR
        crew = assign(Task(self.name, KINDS[REMOTE_DESK], EVERYWHERE, self.officers, each, ADDED), conditions)
        time_factor = value("implementation.remote_handling")
        minutes = self.officers * each
        conditions.extra_officers.append(ExtraOfficers(REMOTE_DESK, EVERYWHERE, minutes, ALL_OF_IT, time_factor, crew))
        conditions.pay(self.kind, self.officers * value("cost.officer_week"))
        if week == week_of(self.start):
            conditions.pay(self.kind, self.officers * value("cost.remote_setup"))
