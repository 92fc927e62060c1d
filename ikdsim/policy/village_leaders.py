"""Village leaders: heads of kelurahan and desa endorse IKD in their places.

Both studies find leaders who attend and support. Those of the district come to the kecamatan editions of Botram today;
this brings in the leaders of named places: they attend visits there, speak of IKD, and their support sustains its use.
"""

from dataclasses import dataclass

from ikdsim.agency.conditions import Conditions
from ikdsim.clock import WEEKS_PER_MONTH
from ikdsim.policy.base import Policy
from ikdsim.schema import place_names


@dataclass(frozen=True, kw_only=True)
class VillageLeaders(Policy):
    """Leaders of the listed places endorse IKD while the policy is in force."""

    kind = "village_leaders"
    title = {"id": "Dukungan pimpinan kelurahan dan desa", "en": "Support of village leaders"}
    decided_by = "regency"

    places: tuple[str, ...] = place_names("all")

    def change(self, conditions: Conditions, week: int) -> None:
        """Let leaders of the places endorse, and pay for meeting them."""
        price = conditions.parameters.value("cost.leaders_month") / WEEKS_PER_MONTH
        for name, here in zip(conditions.region.place_names, conditions.places, strict=True):
            if name in self.places:
                here.leaders = 1.0
                conditions.pay(self.kind, price)
