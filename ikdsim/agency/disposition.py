"""Disposition (Edward III's third variable): do officers want it, are the right people put on it, is it rewarded?

The Babelan study finds officers and leaders willing; field allowances of staff without civil-servant status were
halved in 2019. The study also puts citizens' doubt here; in this model doubt belongs to the residents' trust.
"""

from dataclasses import dataclass
from typing import Self

from ikdsim.provenance import Parameters


@dataclass(slots=True)
class Disposition:
    """How willing the officers are in one week; policies change it."""

    attitude: float
    """Share of errands at which an officer offers IKD unasked, 0-1; it also colours explanations."""
    appointment: float
    """How well the people sent on visits suit the task: factor on their time for one activation, 1 = as today."""
    incentives: float
    """Share of the field allowance that is paid, 0-1."""
    leaders: bool
    """Leaders of the district or village attend and endorse."""

    @classmethod
    def usual(cls, parameters: Parameters) -> Self:
        """Disposition as today, by the register."""
        return cls(
            attitude=parameters.value("disposition.attitude"),
            appointment=parameters.value("disposition.appointment"),
            incentives=parameters.value("disposition.incentives"),
            leaders=False,
        )

    def offer_at_desk(self) -> float:
        """Probability that a resident on an errand at a desk is offered IKD."""
        return self.attitude

    def offer_on_visit(self, parameters: Parameters) -> float:
        """The same on a visit: field work depends on the allowance."""
        lost = parameters.value("disposition.offer_lost_without_allowance") * (1.0 - self.incentives)
        return min(1.0, self.attitude * parameters.value("disposition.visit_offers") * (1.0 - lost))

    def warmth(self, parameters: Parameters) -> float:
        """Factor of the officers' attitude on persuasion, 1 at today's attitude."""
        usual = parameters.value("disposition.attitude")
        return 1.0 + parameters.value("disposition.persuasion_by_attitude") * (self.attitude - usual)

    def turnout(self, parameters: Parameters) -> float:
        """Factor on turnout at visits: leaders draw people."""
        return parameters.value("disposition.turnout_with_leaders") if self.leaders else 1.0
