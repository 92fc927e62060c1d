"""A region: the places of one published table, the desks that serve them, and what happened there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from ikdsim.fields import Places
from ikdsim.provenance import SourcedValue
from ikdsim.region.history import BotramRegime
from ikdsim.region.kecamatan import Kecamatan
from ikdsim.region.places import Place
from ikdsim.region.service_points import ServicePoint

SUPPLY: Final = "supply"
DEMAND: Final = "demand"
"""What the intensity of a place acts on: what officers do there (SUPPLY), or what residents ask for."""


@dataclass(frozen=True, repr=False)
class Region:
    """Everything that is known about a region before a run."""

    name: str
    code: str
    """Official code of the kecamatan."""
    title: Mapping[str, str]
    """Full name by language, "id" and "en"."""
    short_title: str
    """The name alone, the same in every language."""
    table_date: date
    """Date of the published table whose counts the places carry."""
    table_source: str
    village_source: str
    places: tuple[Place, ...]
    """In the order of the published table."""
    kecamatan: tuple[Kecamatan, ...]
    """All kecamatan of the regency, this one among them."""
    service_points: tuple[ServicePoint, ...]
    history: tuple[dict[str, Any], ...]
    """Policies of the past, as the [[policy]] tables of a scenario file."""
    history_sources: Mapping[str, str]
    """Where each policy of the past is known from, by its name."""
    botram: tuple[BotramRegime, ...]
    """How often Botram comes, one regime after the other by date; each holds until the next."""
    intensity_acts_on: str
    """SUPPLY or DEMAND."""
    numbers: Mapping[str, SourcedValue]
    """Every number of the region that enters the model, by name, such as "babelan.target"."""

    def __repr__(self) -> str:
        return f"<Region {self.name}: {len(self.places)} places>"

    @property
    def elsewhere(self) -> list[Kecamatan]:
        """The other kecamatan of the regency, whose residents come to its desks as well."""
        return [kecamatan for kecamatan in self.kecamatan if kecamatan.code != self.code]

    @property
    def regency_share(self) -> SourcedValue:
        """Share of the regency's vehicles, visits and money that reaches the region, 0-1."""
        return self.numbers[f"{self.name}.regency_share"]

    @property
    def target(self) -> int:
        """Activations that the office is to reach."""
        return int(self.numbers[f"{self.name}.target"].value)

    @property
    def target_base(self) -> int:
        """Recorded residents that the target is a share of."""
        return int(self.numbers[f"{self.name}.target_base"].value)

    @property
    def place_names(self) -> tuple[str, ...]:
        """Names of the places in the order of the table."""
        return tuple(place.name for place in self.places)

    @property
    def described_places(self) -> Places:
        """Names of the places in the order of the table, each with the words for what it is."""
        return {place.name: place.words for place in self.places}

    def service_point(self, point_id: str) -> ServicePoint:
        """The desk called `point_id`; KeyError if the region has none."""
        return {point.id: point for point in self.service_points}[point_id]
