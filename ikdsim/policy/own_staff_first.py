"""Own staff first: civil servants are told to activate IKD, and kecamatan and village staff who use it speak for it.

The Babelan study recommends that all offices and kecamatan staff take part, own staff first; Depok instructed its civil
servants in January 2023. Who follows means to activate IKD, and needs an officer's time for it like everybody.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ikdsim.agency.assignment import REASSIGNED, Task, assign
from ikdsim.agency.conditions import Conditions
from ikdsim.agency.officers import STAFF_MEETING
from ikdsim.agency.session import Session
from ikdsim.agency.station import StationConditions
from ikdsim.clock import week_of
from ikdsim.policy.base import Policy
from ikdsim.provenance import Parameters
from ikdsim.region.region import Region
from ikdsim.schema import place_names, share
from ikdsim.service.kinds import KECAMATAN_DESK, KINDS, VILLAGE_DESK


@dataclass(frozen=True, kw_only=True)
class OwnStaffFirst(Policy):
    """Civil servants who live in the places, and the share of them who follow the instruction."""

    kind = "own_staff_first"
    title = {"id": "Pegawai sendiri lebih dahulu", "en": "Own staff first"}
    decided_by = "regency"

    willing: float = share()
    places: tuple[str, ...] = place_names("all")

    def change(self, conditions: Conditions, week: int) -> None:
        """Meet the staff of each place in the first week, and pay; from then on those who use IKD speak for it."""
        value = conditions.parameters.value
        attitude = 1.0 + self.willing * (value("disposition.users_attitude") - 1.0)
        conditions.stations.append(StationConditions(KINDS[KECAMATAN_DESK], attitude=attitude))
        for place in self._numbers(conditions.region):
            conditions.stations.append(StationConditions(KINDS[VILLAGE_DESK], place, attitude=attitude))
            conditions.places[place].notices *= 1.0 + self.willing * (value("knowledge.staff_talk") - 1.0)
            if week == week_of(self.start):
                minutes = value("implementation.staff_meeting_minutes")
                assign(Task(self.name, STAFF_MEETING, place, 1.0, minutes, REASSIGNED), conditions)
                conditions.pay(self.kind, value("cost.staff_meeting"))

    def sessions(self, region: Region, parameters: Parameters, last_week: int) -> Sequence[Session]:
        """All civil servants of each place who follow are at its meeting."""
        return [
            Session(
                week_of(self.start),
                place,
                region.places[place].residents,
                youngest=17,
                oldest=100,
                occupation="civil_servant",
                willing=self.willing,
                instructs=True,
            )
            for place in self._numbers(region)
        ]

    def _numbers(self, region: Region) -> list[int]:
        return [k for k, name in enumerate(region.place_names) if name in self.places]
