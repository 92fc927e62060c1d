"""Disposition (Edward III's third variable): do officers want it, are the right people put on it, is it rewarded?

The Babelan study finds officers and leaders willing; field allowances of staff without civil-servant status were
halved in 2019. The study also puts citizens' doubt here; in this model doubt belongs to the residents' trust.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Self

from ikdsim.agency.officers import Officer
from ikdsim.provenance import Parameters


@dataclass(slots=True)
class Disposition:
    """How willing the officers are in one week; policies change it."""

    attitude: float
    """Share of errands at which officers offer IKD unasked in the mean, 0-1; it also colours explanations."""
    appointment: float
    """Share of those sent out who are chosen as willing and skilled, 0-1; the others go in turn, as all do today.

    It is read when somebody is sent: visits that were planned before a policy changes it stay as they are.
    """
    incentives: float
    """Share of the field allowance that is paid, 0-1."""
    leaders: float
    """Share of kecamatan editions that leaders of the district attend, 0-1; village leaders stand with the places."""

    @classmethod
    def usual(cls, parameters: Parameters) -> Self:
        """Disposition as today, by the register."""
        return cls(
            attitude=parameters.value("disposition.attitude"),
            appointment=parameters.value("disposition.appointment"),
            incentives=parameters.value("disposition.incentives"),
            leaders=parameters.value("disposition.district_leaders"),
        )

    def attitudes_of(self, officers: Collection[Officer], parameters: Parameters) -> list[float]:
        """Attitude of each officer, 0-1, around that of the week, or around that of officers who do only IKD."""
        spread, team = parameters.value("disposition.attitude_spread"), parameters.value("disposition.team_attitude")
        means = [team if officer.dedicated else self.attitude for officer in officers]
        return [
            mean + spread * min(mean, 1.0 - mean) * (2.0 * officer.attitude_luck - 1.0)
            for mean, officer in zip(means, officers, strict=True)
        ]

    def visit_offers(self, parameters: Parameters) -> float:
        """How much oftener IKD is offered on a visit than at a desk: field work depends on the allowance."""
        lost = parameters.value("disposition.offer_lost_without_allowance") * (1.0 - self.incentives)
        return parameters.value("disposition.visit_offers") * (1.0 - lost)


def best_suited(officers: Iterable[Officer]) -> list[Officer]:
    """The officers in the order in which they suit a task: whoever is both willing and skilled comes first."""
    return sorted(officers, key=lambda officer: officer.skill_luck - officer.attitude_luck)


def warmth(attitude: float, parameters: Parameters) -> float:
    """Factor of an officer's `attitude` (0-1) on persuasion, 1 at today's mean, never below 0."""
    usual = parameters.value("disposition.attitude")
    return max(0.0, 1.0 + parameters.value("disposition.persuasion_by_attitude") * (attitude - usual))


def turnout(leaders: float, parameters: Parameters) -> float:
    """Factor on turnout at visits of which leaders attend the share `leaders` (0-1): they draw people."""
    return 1.0 + leaders * (parameters.value("disposition.turnout_with_leaders") - 1.0)
