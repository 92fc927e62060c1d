"""A remote desk: officers who verify by video those who call. There is none today; a policy puts officers there.

Who calls must be online; record, phone and a turn of an officer are needed as at any desk. Nobody has an errand there.
"""

from ikdsim.agency.officers import EVERYWHERE
from ikdsim.agency.resources import MINUTES_PER_HOUR
from ikdsim.region.region import Region
from ikdsim.service.desk import AS_AT_A_DESK, GOOD_CONNECTION, officers_at, shifts_of
from ikdsim.service.kinds import REMOTE_DESK
from ikdsim.service.service import Opening, Service
from ikdsim.service.supply import Station


class RemoteDesk(Service):
    """One desk that all places can call."""

    kind = REMOTE_DESK

    def stations(self, region: Region) -> list[Station]:
        """One station for the region."""
        return [Station(self.kind, EVERYWHERE)]

    def open(self, stations: range, opening: Opening) -> None:
        """Answer calls, as often as somebody is there to, up to the hours of a full week."""
        value = opening.conditions.parameters.value
        for position, station in zip(stations, self.stations(opening.conditions.region), strict=True):
            shifts = shifts_of(officers_at(station, opening.conditions), opening.conditions)
            if shifts:
                opening.put(shifts, position, station, AS_AT_A_DESK, GOOD_CONNECTION)
                hours = sum(shift.ikd for shift in shifts) / MINUTES_PER_HOUR
                staffed = min(1.0, hours / value("implementation.full_week_hours"))
                opening.supply.remote[:, position] = value("implementation.remote_calls") * staffed
