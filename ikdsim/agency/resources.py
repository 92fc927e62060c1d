"""Resources (Edward III's second variable): staff, information, authority and facilities.

The Babelan study finds few officers who do conventional and digital services at once, few with IT skill, no service
car, and a central system that slows things down. Which desk exists where (authority) stands with the service points
of the region.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from ikdsim.agency.officers import Officer
from ikdsim.provenance import Parameters

MINUTES_PER_HOUR = 60.0


@dataclass(slots=True)
class Resources:
    """What the office has to work with in one week; policies change it."""

    skill: float
    """Staff: IT skill of officers in the mean, 0-1; some have more, others less."""
    information: float
    """Training and procedure: share of avoidable failures avoided, 0-1."""
    uptime: float
    """Facilities: share of attempts that meet a working central system, 0-1."""
    app: float = 0.0
    """Facilities: how far the faults of the app are repaired, 0-1, 0 as today."""
    help: float = 0.0
    """Facilities: share of those who are locked out of the app whom somebody helps to go on, 0-1."""

    @classmethod
    def usual(cls, parameters: Parameters) -> Self:
        """Resources as today, by the register."""
        return cls(
            skill=parameters.value("resources.skill"),
            information=parameters.value("resources.information"),
            uptime=parameters.value("resources.uptime"),
        )

    def skills_of(self, officers: Iterable[Officer], parameters: Parameters) -> list[float]:
        """IT skill of each officer, 0-1: `skill_spread` 0 makes all alike, at 1 a share `skill` has all of it."""
        spread, mean = parameters.value("resources.skill_spread"), self.skill
        return [mean + spread * ((officer.skill_luck < mean) - mean) for officer in officers]

    def failure(self, signal: float, skill: float, care: float, parameters: Parameters) -> float:
        """Probability that an attempt fails where the share `signal` (0-1) of connections works.

        `skill` is that of the officer, 0-1; `care` a factor on failures that training would avoid.
        """
        by_skill = 1.0 - parameters.value("resources.failure_avoided_by_skill") * skill
        by_app = 1.0 - parameters.value("resources.failure_avoided_by_app") * self.app
        avoidable = (
            parameters.value("resources.avoidable_failure") * (1.0 - self.information) * by_skill * care * by_app
        )
        no_signal = parameters.value("resources.failure_without_signal") * (1.0 - signal)
        return 1.0 - self.uptime * (1.0 - avoidable) * (1.0 - no_signal)

    def time_factor(self, skill: float, parameters: Parameters) -> float:
        """Factor on officer time for one activation: an officer of more `skill` (0-1) is quicker."""
        return 1.0 - parameters.value("resources.time_saved_by_skill") * skill
