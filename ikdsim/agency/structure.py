"""Bureaucratic structure (Edward III's fourth variable): standard procedure and fragmentation.

The Babelan study finds no unit for IKD: it is one more duty of those who do KTP-el, duties overlap, and other
services (KTP-el, KK, akta, KIA) take officers' minutes first.
"""

from dataclasses import dataclass
from typing import Self

from ikdsim.provenance import Parameters


@dataclass(slots=True)
class Structure:
    """How the office shares out its work in one week; policies change it."""

    procedure: float
    """Standard procedure: factor on minutes for one activation, 1 = as today."""
    fragmentation: float
    """Share of officer minutes lost between units whose duties overlap, 0-1."""
    desk_share: float
    """Share of the minutes at desks that other services leave to IKD, 0-1."""
    visit_share: float
    """The same on visits, where printing KTP-el dominates."""
    ikd_first: bool = False
    """Whether officers at desks begin every errand with IKD, and serve the resident anyway."""
    others_wait: bool = False
    """Whether that takes the time of other services, and not that which is left to IKD."""

    @classmethod
    def usual(cls, parameters: Parameters) -> Self:
        """Structure as today, by the register."""
        return cls(
            procedure=parameters.value("structure.procedure"),
            fragmentation=parameters.value("structure.fragmentation"),
            desk_share=parameters.value("structure.desk_share"),
            visit_share=parameters.value("structure.visit_share"),
        )

    def ikd_minutes_at_desk(self, minutes: float, factor: float) -> float:
        """Minutes left for IKD of `minutes` at a desk whose share for it is `factor` times the usual."""
        return minutes * min(1.0, self.desk_share * factor) * (1.0 - self.fragmentation)

    def working_minutes(self, minutes: float) -> float:
        """What fragmentation leaves of `minutes`, for all services."""
        return minutes * (1.0 - self.fragmentation)

    def ikd_minutes_on_visit(self, minutes: float, factor: float) -> float:
        """The same of `minutes` on a visit."""
        return minutes * min(1.0, self.visit_share * factor) * (1.0 - self.fragmentation)
