"""The conditions of one week: Edward III's four variables, the visits, and what it all costs.

Every week starts from the usual conditions; each policy in force changes them. Nothing is carried over, so a policy
is a difference from an untouched baseline.
"""

from dataclasses import dataclass, field
from typing import Final

from ikdsim.agency.budget import YearlyBudget
from ikdsim.agency.communication import Communication
from ikdsim.agency.disposition import Disposition
from ikdsim.agency.officers import Duty, Officer
from ikdsim.agency.place import PlaceConditions, usual_places
from ikdsim.agency.resources import Resources
from ikdsim.agency.station import StationConditions, at_station
from ikdsim.agency.structure import Structure
from ikdsim.clock import sunday_of
from ikdsim.provenance import Parameters
from ikdsim.region.region import Region

GIVEN: Final = frozenset({"week", "seed", "region", "parameters", "roster"})
"""What a run is made of: services and residents have read it before any policy changes anything."""


@dataclass(frozen=True)
class Visit:
    """Officers who come to a place for a day."""

    kind: int
    """Kind of service point, see service/kinds.py."""
    place: int
    """Number of the place in the order of Table 1; EVERYWHERE if the visit serves all places."""
    wards: tuple[int, ...]
    """Numbers of the wards (RW) of the place that it addresses, from 0; empty if it serves all places."""
    minutes: float
    """Officer minutes on that day, all services together."""
    ikd_share: float | None = None
    """Share of the minutes for IKD, 0-1; None leaves it to the structure."""
    own_vehicle: bool = False
    """Whether the visit has a car of its own."""
    time_factor: float = 1.0
    """Factor on officer time for one activation, 1 = as other visits."""
    crew: tuple[Officer, ...] = ()
    """Who comes, each for an equal part of the minutes; nobody in particular if empty."""


@dataclass(frozen=True)
class ExtraOfficers:
    """Officers at one desk, beside those whose desk it is."""

    kind: int
    """Kind of the desk, see service/kinds.py."""
    place: int
    """Number of the place where the desk stands; EVERYWHERE for one that serves all places."""
    minutes: float
    """Officer minutes a week."""
    ikd_share: float | None = None
    """Share of the minutes for activations, 0-1, in the others they explain: they do nothing but IKD; None if they do
    all services, as those whose desk it is."""
    time_factor: float = 1.0
    """Factor on their time for one activation, 1 = as other officers."""
    crew: tuple[Officer, ...] = ()
    """Who they are, each for an equal part of the minutes; nobody in particular if empty."""
    late_hours: float = 0.0
    """Hours outside office hours that the desk is open for it; 0 if they stand there in office hours."""


@dataclass(slots=True)
class Conditions:
    """What holds in one week: policies change it, services read it.

    What has no effect cannot be written: an unknown name, or one of GIVEN a second time, raises AttributeError.
    """

    week: int
    seed: int
    region: Region
    parameters: Parameters
    roster: tuple[Officer, ...]
    """Officers at the desks, the same in all weeks."""
    communication: Communication
    resources: Resources
    disposition: Disposition
    structure: Structure
    accepted: float
    """Share of services that accept IKD in place of the KTP-el, 0-1."""
    required: float
    """Share of services at desks that refuse whoever has no IKD, 0-1."""
    open_points: tuple[str, ...]
    """Names of the region's service points that exist by this week."""
    visits: list[Visit] = field(default_factory=list)
    extra_officers: list[ExtraOfficers] = field(default_factory=list)
    places: list[PlaceConditions] = field(default_factory=list)
    """What holds in each place, in the order of Table 1."""
    stations: list[StationConditions] = field(default_factory=list)
    """What holds at single service points beyond that."""
    duties: list[Duty] = field(default_factory=list)
    """What officers do away from their desks; `assign` of agency/assignment.py writes it."""
    trust_shift: float = 0.0
    """Added to everybody's trust (0-1) while a breach is remembered."""
    doubt: float = 0.0
    """Weekly hazard that a favourable resident doubts again."""
    alarm: float = 0.0
    """Weekly hazard that an aware or favourable resident turns against IKD."""
    messages_believed: float = 1.0
    """Factor on how well posts and answers persuade, 1 = as today."""
    cards_missing: bool = False
    """Blanks for KTP-el are short."""
    families_invited: bool = False
    """Whoever is activated takes an invitation home to the others of the household."""
    costs: dict[str, float] = field(default_factory=dict)
    """Rupiah this week by item."""
    budgets: list[YearlyBudget] = field(default_factory=list)
    """Limits to what policies may cost in a year."""
    vehicles_bought: float = 0.0
    """Rupiah of these costs that bought vehicles, which are worth something later."""
    visits_from_elsewhere: float = 0.0
    """Visits this week that other kecamatan go without."""

    def __setattr__(self, name: str, value: object) -> None:
        if name in GIVEN and hasattr(self, name):
            given = ", ".join(sorted(GIVEN))
            raise AttributeError(f"{name} of the conditions is given; a policy can change all of them but {given}")
        object.__setattr__(self, name, value)

    def at(self, point: str, place: int) -> StationConditions:
        """What holds at the service point of this kind (see service/kinds.py) at a place, or EVERYWHERE."""
        return at_station(self.stations, point, place)

    def pay(self, item: str, rupiah: float) -> None:
        """Add a cost under `item`."""
        self.costs[item] = self.costs.get(item, 0.0) + rupiah

    def buy_vehicles(self, item: str, rupiah: float) -> None:
        """Add the price of vehicles under `item`."""
        self.pay(item, rupiah)
        self.vehicles_bought += rupiah


def usual_conditions(
    week: int, seed: int, region: Region, parameters: Parameters, roster: tuple[Officer, ...]
) -> Conditions:
    """Conditions of a week in which no policy is in force and no visit comes."""
    last_day = sunday_of(week)
    return Conditions(
        week=week,
        seed=seed,
        region=region,
        parameters=parameters,
        roster=roster,
        communication=Communication.usual(parameters),
        resources=Resources.usual(parameters),
        disposition=Disposition.usual(parameters),
        structure=Structure.usual(parameters),
        accepted=parameters.value("decision.accepted_today"),
        required=0.0,
        open_points=tuple(point.id for point in region.service_points if point.is_open(last_day)),
        places=usual_places(region),
    )
