"""All services of a region, and how they open a week."""

import math
from dataclasses import replace

import numpy as np

from ikdsim.agency.conditions import Conditions
from ikdsim.randomness import ONE
from ikdsim.region.region import Region
from ikdsim.region.wards import ward_starts
from ikdsim.resident.columns import OCCUPATIONS
from ikdsim.service.botram import BotramKecamatan, BotramVillage
from ikdsim.service.car_free_day import CarFreeDayStand
from ikdsim.service.errands import approach_visitors, share_errands
from ikdsim.service.kecamatan_desk import KecamatanDesk
from ikdsim.service.mall_outlet import MallOutlet
from ikdsim.service.office import DistrictOffice
from ikdsim.service.remote_desk import RemoteDesk
from ikdsim.service.school import SchoolDay
from ikdsim.service.service import Opening, Service
from ikdsim.service.supply import Station, new_supply
from ikdsim.service.team_visit import TeamVisit
from ikdsim.service.vehicle import ServiceVehicleTour
from ikdsim.service.village_desk import VillageDesk

ALL_SERVICES: tuple[type[Service], ...] = (
    DistrictOffice,
    MallOutlet,
    KecamatanDesk,
    VillageDesk,
    BotramKecamatan,
    BotramVillage,
    ServiceVehicleTour,
    TeamVisit,
    SchoolDay,
    CarFreeDayStand,
    RemoteDesk,
)


class Services:
    """The services of one region and the stations they own on the supply."""

    def __init__(self, region: Region) -> None:
        self.services = [service() for service in ALL_SERVICES]
        self.stations: list[Station] = []
        self._own: list[range] = []
        for service in self.services:
            first = len(self.stations)
            self.stations += service.stations(region)
            self._own.append(range(first, len(self.stations)))

    def open_week(self, conditions: Conditions, scale: float) -> Opening:
        """Write a fresh supply for the week; no service reads which week it is."""
        places, starts = len(conditions.region.places), np.array(ward_starts(conditions.region, conditions.parameters))
        supply = new_supply(self.stations, places, int(starts[-1]), len(OCCUPATIONS))
        shape = (places, len(self.stations))
        count = len(self.stations)
        announced, persuasion = np.zeros(starts[-1]), np.ones(count)
        opening = Opening(conditions, supply, starts, announced, np.zeros(shape), persuasion, [], scale)
        for service, own in zip(self.services, self._own, strict=True):
            service.open(own, opening)
        share_errands(opening)
        approach_visitors(opening)
        supply.station_factor[:] = opening.persuasion * air(conditions)
        supply.useful[:] = usefulness(conditions)
        supply.cards_missing[0] = int(conditions.cards_missing)
        if conditions.families_invited:
            supply.invited[0] = round(conditions.parameters.value("persuasion.invited") * ONE)
        return opening


def open_again(opening: Opening, conditions: Conditions) -> Opening:
    """The opening of another week that differs in trust, costs and date only: it shares all arrays that are alike."""
    supply = opening.supply._replace(station_factor=opening.persuasion * air(conditions))
    return replace(opening, conditions=conditions, supply=supply)


def air(conditions: Conditions) -> float:
    """Factor on everybody's persuasion, 1 today: trust falls by shocks, and services that accept IKD are a reason."""
    value = conditions.parameters.value
    accepting = conditions.accepted - value("decision.accepted_today")
    by_use = value("persuasion.by_usefulness") * accepting
    return math.exp(value("persuasion.by_trust") * conditions.trust_shift + by_use)


def usefulness(conditions: Conditions) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Effect of usefulness and of consistency on a decision, by occupation: 1 for mean need and offices as today.

    It grows with every service that accepts IKD, and while blanks for cards are short.
    """
    value = conditions.parameters.value
    need = np.array([value(f"decision.use_{occupation}") for occupation in OCCUPATIONS])
    gained = conditions.accepted - value("decision.accepted_today")
    if conditions.cards_missing:
        gained += value("decision.use_in_shortage")
    return conditions.communication.consistency * np.exp(value("decision.by_usefulness") * (need + gained))
